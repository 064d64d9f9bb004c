import { isOnTimeForStatistics, processingTime } from '../../server/domain/processing-time';
import { remainingTime } from '../../server/domain/remaining-time';
import { remainingWords } from '../../server/domain/words/remaining';
import { at, decided } from './calendars';

const workingDays = { unit: 'working-days', count: 3 } as const;

test.each([
  ['2026-02-12 09:00', workingDays, 'còn 3 ngày làm việc', '3 working days left'],
  ['2026-02-17 09:00', workingDays, 'còn 2 ngày làm việc', '2 working days left'],
  ['2026-02-23 16:00', workingDays, 'còn 1 ngày làm việc', '1 working day left'],
  ['2026-02-24 08:00', workingDays, 'đến hạn hôm nay, 17 giờ 00 phút', 'due today at 17:00'],
  ['2026-02-24 17:10', workingDays, 'quá hạn 10 phút', '10 min overdue'],
  ['2026-02-27 08:00', workingDays, 'quá hạn 3 ngày', '3 days overdue'],
  ['2026-02-22 08:00', { unit: 'days', count: 12 } as const, 'còn 2 ngày', '2 days left'],
  ['2026-02-24 09:30', { unit: 'working-hours', count: 24 } as const, 'còn 6 giờ làm việc', '6 working hours left'],
  ['2026-02-24 09:00', { unit: 'working-hours', count: 24 } as const, 'còn 6 giờ 30 phút làm việc', '6 h 30 min of working time left'],
])('at %s a dossier due on 24/02/2026 at 17:00 (%j) says "%s"', (now, limit, vi, en) => {
  const remaining = remainingTime(at(now), { dueAt: at('2026-02-24 17:00'), limit, calendar: decided });
  expect(remainingWords(remaining, 'vi')).toBe(vi);
  expect(remainingWords(remaining, 'en')).toBe(en);
});

test('lateness is told beyond the published calendar', () => {
  const remaining = remainingTime(at('2027-02-01 08:00'), { dueAt: at('2026-12-31 17:00'), limit: workingDays, calendar: decided });
  expect(remainingWords(remaining, 'vi')).toBe('quá hạn 32 ngày');
});

test('a standing clock and a procedure without a date say so', () => {
  expect(remainingWords(remainingTime(at('2026-03-02 08:00'), { dueAt: null, limit: workingDays, calendar: decided }), 'vi')).toBe(
    'đang tạm dừng',
  );
  expect(remainingWords(remainingTime(at('2026-03-02 08:00'), { dueAt: null, limit: null, calendar: decided }), 'vi')).toBe(
    'chưa có ngày hẹn trả',
  );
});

const measured = { startAt: at('2026-03-02 09:00'), endAt: at('2026-03-12 10:00'), limit: workingDays, extension: null, calendar: decided };
const supplement = (from: string, to: string | null) => ({
  fromAt: at(from),
  toAt: to === null ? null : at(to),
  kind: 'supplement' as const,
});

test('statistics always take the pause out, even where the due date restarted', () => {
  const pauses = [supplement('2026-03-04 10:00', '2026-03-11 10:00')];
  expect(processingTime({ ...measured, pauses })).toEqual({ unit: 'working-days', total: 8, paused: 5, net: 3 });
  expect(isOnTimeForStatistics({ ...measured, pauses })).toBe(true);
  expect(isOnTimeForStatistics({ ...measured, pauses, endAt: at('2026-03-13 10:00') })).toBe(false);
});

test('a supplement nobody has answered ends the time at its request', () => {
  expect(processingTime({ ...measured, pauses: [supplement('2026-03-04 10:00', null)] }).net).toBe(2);
});

test('R05: a second supplement counts as overdue for the statistics', () => {
  const pauses = [supplement('2026-03-03 10:00', '2026-03-06 10:00'), supplement('2026-03-09 10:00', '2026-03-12 09:00')];
  expect(processingTime({ ...measured, pauses }).net).toBe(2);
  expect(isOnTimeForStatistics({ ...measured, pauses })).toBe(false);
});

test('an extension lengthens what the statistics allow', () => {
  const extension = { decidedAt: at('2026-03-03 09:00'), limit: { unit: 'working-days', count: 5 } } as const;
  expect(isOnTimeForStatistics({ ...measured, pauses: [], extension })).toBe(true);
  expect(isOnTimeForStatistics({ ...measured, pauses: [] })).toBe(false);
});

test('a pause that outlasts the end counts only up to it', () => {
  const pauses = [supplement('2026-03-04 10:00', '2026-03-20 10:00')];
  expect(processingTime({ ...measured, pauses })).toEqual({ unit: 'working-days', total: 8, paused: 6, net: 2 });
});
