import { dueDate } from '../../server/domain/due-date';
import { dueInputOf, type DueRecord } from '../../server/domain/due-input';
import { recompute } from '../../server/domain/explanation';
import { extensionUntil } from '../../server/domain/extension';
import { renderExplanation, summariseExplanation } from '../../server/domain/words/explanation';
import { at, decided, dueAt, input, on, wall } from './calendars';

const threeDays = { unit: 'working-days', count: 3 } as const;
const sameDay = { unit: 'same-day' } as const;
const supplement = (from: string, to: string | null) => ({
  fromAt: at(from),
  toAt: to === null ? null : at(to),
  kind: 'supplement' as const,
});
const extending = { supplement: 'extend', 'financial-duty': 'extend', 'sector-law': 'extend' } as const;

test('R04: three working days from Thursday 12/02/2026 09:00 end on Tuesday 24/02 at closing', () => {
  expect(dueAt({ acceptedAt: at('2026-02-12 09:00'), limit: threeDays })).toBe('2026-02-24 17:00');
});

test('R04: twenty-four working hours from the same instant end on Tuesday 24/02 at 09:00', () => {
  expect(dueAt({ acceptedAt: at('2026-02-12 09:00'), limit: { unit: 'working-hours', count: 24 } })).toBe('2026-02-24 09:00');
});

test('R04: the due date explains itself', () => {
  const { explanation } = dueDate(input({ acceptedAt: at('2026-02-12 09:00'), limit: threeDays }));
  expect(summariseExplanation(explanation, 'vi')).toBe('3 ngày làm việc; thứ Sáu 13/02; nghỉ Tết 14–22/02; thứ Hai 23/02; thứ Ba 24/02');
  expect(summariseExplanation(explanation, 'en')).toBe('3 working days; Friday 13/02; Tết off 14–22/02; Monday 23/02; Tuesday 24/02');
  expect(renderExplanation(explanation, 'vi').at(0)).toBe('tiếp nhận 9 giờ 00 phút thứ Năm 12/02/2026');
  expect(renderExplanation(explanation, 'vi').at(-1)).toBe('hẹn trả 17 giờ 00 phút thứ Ba 24/02/2026');
});

test('hours are explained day by day', () => {
  const { explanation } = dueDate(input({ acceptedAt: at('2026-02-12 09:00'), limit: { unit: 'working-hours', count: 24 } }));
  expect(summariseExplanation(explanation, 'vi')).toBe(
    '24 giờ làm việc; thứ Năm 12/02: 6 giờ 30 phút; thứ Sáu 13/02: 8 giờ; nghỉ Tết 14–22/02; thứ Hai 23/02: 8 giờ; thứ Ba 24/02: 1 giờ 30 phút',
  );
});

test.each([
  ['2026-11-20 14:59', '2026-11-20 17:00'],
  ['2026-11-20 15:00', '2026-11-20 17:00'],
  ['2026-11-20 15:00:01', '2026-11-23 17:00'],
  ['2026-11-23 14:59', '2026-11-23 17:00'],
  ['2026-11-23 15:01', '2026-11-25 17:00'],
  ['2026-11-24 09:00', '2026-11-25 17:00'],
])('R03: a same-day matter accepted %s is due %s', (accepted, due) => {
  expect(dueAt({ acceptedAt: at(accepted), limit: sameDay })).toBe(due);
});

test('R03: the explanation says why it is the next working day', () => {
  const { explanation } = dueDate(input({ acceptedAt: at('2026-11-23 15:01'), limit: sameDay }));
  expect(summariseExplanation(explanation, 'vi')).toBe(
    'trong ngày làm việc; tiếp nhận sau 15 giờ, tính sang ngày làm việc tiếp theo; nghỉ Ngày Văn hóa Việt Nam 24/11; thứ Tư 25/11',
  );
});

test('R11, R26: the clock starts at the receipt that is on record, as of the competent agency, and else at acceptance', () => {
  const record: DueRecord = {
    acceptedAt: at('2026-03-02 09:00'),
    receivedAt: null,
    dueAt: null,
    limit: '3 working-days',
    pauses: [],
    pauseRule: 'restart',
    extension: null,
    calendar: decided,
  };
  const due = (receivedAt: Date | null) => wall(dueDate(dueInputOf({ ...record, receivedAt })).dueAt);
  expect(due(at('2026-03-04 10:00'))).toBe('2026-03-09 17:00');
  expect(due(null)).toBe('2026-03-05 17:00');
  expect(() => dueInputOf({ ...record, acceptedAt: null })).toThrow('has not begun');
});

test('R22: a make-up Saturday is counted, and said to be one', () => {
  const { explanation } = dueDate(input({ acceptedAt: at('2026-08-20 09:00'), limit: threeDays }));
  expect(summariseExplanation(explanation, 'vi')).toBe(
    '3 ngày làm việc; thứ Sáu 21/08; thứ Bảy 22/08 (làm bù); nghỉ cuối tuần 23/08; thứ Hai 24/08',
  );
});

test('"ngày" counts every day, and a last day off moves to the next working day', () => {
  const limit = { unit: 'days', count: 12 } as const;
  expect(dueAt({ acceptedAt: at('2026-03-02 09:00'), limit: { unit: 'days', count: 10 } })).toBe('2026-03-12 17:00');
  expect(dueAt({ acceptedAt: at('2026-03-02 09:00'), limit })).toBe('2026-03-16 17:00');
  expect(
    dueAt({
      acceptedAt: at('2026-03-02 09:00'),
      limit,
      calendar: { ...decided, lastDayRule: { then: 'stays', ground: 'quy định ngành' } },
    }),
  ).toBe('2026-03-14 17:00');
  const { explanation } = dueDate(input({ acceptedAt: at('2026-03-02 09:00'), limit }));
  expect(summariseExplanation(explanation, 'vi')).toBe(
    '12 ngày; từ thứ Ba 03/03 đến thứ Bảy 14/03; thứ Bảy 14/03 là ngày nghỉ, chuyển sang thứ Hai 16/03 (BLDS 2015, Điều 148 khoản 5)',
  );
});

test('hours of the clock run through the night', () => {
  expect(dueAt({ acceptedAt: at('2026-03-06 22:30:20'), limit: { unit: 'hours', count: 4 } })).toBe('2026-03-07 02:31');
});

test('a working-hour limit that starts outside hours starts at the next opening', () => {
  expect(dueAt({ acceptedAt: at('2026-03-06 23:50'), limit: { unit: 'working-hours', count: 8 } })).toBe('2026-03-09 17:00');
});

test('a supplement that restarts counts the whole limit from the answer', () => {
  const pauses = [supplement('2026-03-04 10:00', '2026-03-10 16:00')];
  expect(dueAt({ limit: threeDays, pauses })).toBe('2026-03-13 17:00');
  const { explanation } = dueDate(input({ limit: threeDays, pauses }));
  expect(summariseExplanation(explanation, 'vi')).toContain('tính lại từ đầu 3 ngày làm việc');
});

test('a supplement that extends moves the date by the working time of the pause', () => {
  const pauses = [supplement('2026-03-04 10:00', '2026-03-10 16:00')];
  expect(dueAt({ limit: threeDays, pauses, pauseRules: extending })).toBe('2026-03-11 17:00');
  expect(dueAt({ limit: { unit: 'working-hours', count: 24 }, pauses, pauseRules: extending })).toBe('2026-03-11 15:00');
});

test('calendar days paused go on from the last day counted, not from where a day off moved it', () => {
  const limit = { unit: 'days', count: 12 } as const;
  const pauses = [supplement('2026-03-04 10:00', '2026-03-06 10:00')];
  expect(dueAt({ limit, pauses, pauseRules: extending })).toBe('2026-03-16 17:00');
});

test('there is no due date while the clock stands', () => {
  const result = dueDate(input({ pauses: [supplement('2026-03-04 10:00', null)] }));
  expect(result.dueAt).toBeNull();
  expect(renderExplanation(result.explanation, 'vi').slice(-2)).toEqual([
    'chờ bổ sung hồ sơ từ 10 giờ 00 phút thứ Tư 04/03/2026, đang tạm dừng',
    'chưa có ngày hẹn trả',
  ]);
});

test('an overdue dossier is not cured by a supplement: its pause only takes its own time out', () => {
  const pauses = [supplement('2026-03-09 10:00', '2026-03-11 10:00')];
  expect(dueAt({ limit: threeDays, pauses })).toBe('2026-03-09 17:00');
});

test('a wait for tax takes its own time out where a supplement restarts', () => {
  const pauses = [{ ...supplement('2026-03-03 10:00', '2026-03-05 10:00'), kind: 'financial-duty' as const }];
  expect(dueAt({ limit: threeDays, pauses })).toBe('2026-03-09 17:00');
});

test('overlapping pauses are taken out once', () => {
  const tax = { ...supplement('2026-03-03 10:00', '2026-03-06 10:00'), kind: 'financial-duty' as const };
  const both = [tax, { ...tax, fromAt: at('2026-03-04 10:00'), kind: 'sector-law' as const }];
  expect(dueAt({ limit: threeDays, pauses: both })).toBe(dueAt({ limit: threeDays, pauses: [tax] }));
});

test('an extension moves the date by what it adds', () => {
  const limit = extensionUntil(on('2026-03-10'), at('2026-03-05 17:00'), threeDays, decided);
  expect(limit).toEqual({ unit: 'working-days', count: 3 });
  expect(dueAt({ limit: threeDays, extension: { decidedAt: at('2026-03-04 09:00'), limit } })).toBe('2026-03-10 17:00');
});

test('an extension of calendar days reaches the very day that was chosen', () => {
  const base = { unit: 'days', count: 12 } as const;
  const limit = extensionUntil(on('2026-03-20'), at('2026-03-16 17:00'), base, decided);
  expect(dueAt({ limit: base, extension: { decidedAt: at('2026-03-10 09:00'), limit } })).toBe('2026-03-20 17:00');
});

test('a restart never takes back an extension that was granted', () => {
  const extension = { decidedAt: at('2026-03-03 09:00'), limit: { unit: 'working-days', count: 10 } } as const;
  const pauses = [supplement('2026-03-04 10:00', '2026-03-05 10:00')];
  expect(dueAt({ limit: threeDays, extension, pauses })).toBe('2026-03-19 17:00');
});

test('a procedure that appoints no date has none', () => {
  expect(dueAt({ limit: null })).toBeNull();
});

test('a date past the published calendar is refused, never guessed', () => {
  expect(() => dueAt({ acceptedAt: at('2026-12-30 09:00') })).toThrow('calendar-not-published');
  expect(() => dueAt({ acceptedAt: at('2026-12-30 09:00'), limit: { unit: 'days', count: 3 } })).toThrow('calendar-not-published');
});

test('an explanation with a day taken out, doubled or changed no longer adds up', () => {
  const { explanation } = dueDate(input({ acceptedAt: at('2026-02-12 09:00'), limit: threeDays }));
  const days = explanation.filter((line) => line.kind === 'counted' || line.kind === 'off');
  expect(days).toHaveLength(4);
  for (const day of days) {
    expect(() => recompute(explanation.filter((line) => line !== day))).toThrow('does not add up');
    expect(() => recompute(explanation.flatMap((line) => (line === day ? [line, line] : [line])))).toThrow('does not add up');
  }
  const fourDays = explanation.map((line) => (line.kind === 'count' ? { ...line, amount: { ...line.amount, count: 4 } } : line));
  expect(() => recompute(fourDays)).toThrow('does not add up');
  const wrongDue = explanation.map((line) => (line.kind === 'due' ? { ...line, at: at('2026-02-25 17:00') } : line));
  expect(() => recompute(wrongDue)).toThrow('does not lead to its due date');
  expect(() => recompute(explanation.slice(0, -1))).toThrow('does not lead to its due date');
});
