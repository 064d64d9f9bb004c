import fc from 'fast-check';
import { moveForCalendar } from '../../server/domain/calendar-change';
import { dueDate } from '../../server/domain/due-date';
import { recompute } from '../../server/domain/explanation';
import { localDateOf } from '../../server/domain/local-time';
import { addDays, parsePlainDate } from '../../server/domain/plain-date';
import { renderExplanation } from '../../server/domain/words/explanation';
import { at, dayOff, decided, input, makeUpDay, on, wall, withDays } from './calendars';

/** Accepted Monday 02/03/2026, due Thursday 05/03. */
const running = { input: input({}), dueAt: dueDate(input({})).dueAt, finishedAt: null };

function under(calendar: typeof decided, changes: Partial<typeof running> = {}) {
  return moveForCalendar({ ...running, ...changes, input: { ...(changes.input ?? running.input), calendar } });
}

test('R41: a holiday announced inside the span moves the date one working day later, and says why', () => {
  const move = under(withDays(decided, dayOff('2026-03-04')));
  if (!move.moves) throw new Error(move.because);
  expect(wall(move.dueAt)).toBe('2026-03-06 17:00');
  expect(recompute(move.explanation)).toEqual(move.dueAt);
  expect(renderExplanation(move.explanation, 'vi')).toContain('nghỉ lễ mới 04/03');
});

test.each(['2026-03-02', '2026-03-06', '2026-02-27'])('R41: a holiday on %s, outside the span, moves nothing', (day) => {
  expect(under(withDays(decided, dayOff(day)))).toEqual({ moves: false, because: 'not-in-span' });
});

test('R41: a paused dossier moves when it resumes', () => {
  const calendar = withDays(decided, dayOff('2026-03-11'));
  const paused = { fromAt: at('2026-03-03 10:00'), toAt: null, kind: 'supplement' as const };
  expect(under(calendar, { input: input({ pauses: [paused] }), dueAt: null })).toEqual({ moves: false, because: 'paused' });
  const resumed = dueDate(input({ calendar, pauses: [{ ...paused, toAt: at('2026-03-09 10:00') }] }));
  expect(wall(resumed.dueAt)).toBe('2026-03-13 17:00');
});

test('R41: a finished dossier keeps the date it was judged by', () => {
  const calendar = withDays(decided, dayOff('2026-03-04'));
  expect(under(calendar, { finishedAt: at('2026-03-04 10:00') } as never)).toEqual({ moves: false, because: 'finished' });
});

test('R41: a holiday does not use up the one extension, and moves its part of the span too', () => {
  const extended = input({ extension: { decidedAt: at('2026-03-03 09:00'), limit: { unit: 'working-days', count: 2 } } });
  const move = under(withDays(decided, dayOff('2026-03-06')), { input: extended, dueAt: dueDate(extended).dueAt });
  expect(move.moves && wall(move.dueAt)).toBe('2026-03-10 17:00');
});

test('R42: a make-up workday never moves a date earlier, and the explanation says the date is kept', () => {
  const fridayStart = input({ acceptedAt: at('2026-03-05 09:00') });
  const before = dueDate(fridayStart).dueAt!;
  const calendar = withDays(decided, makeUpDay('2026-03-07'));
  expect(under(calendar, { input: fridayStart, dueAt: before })).toEqual({ moves: false, because: 'never-earlier' });
  const kept = dueDate({ ...fridayStart, calendar, promisedAt: before });
  expect(kept.dueAt).toEqual(before);
  expect(recompute(kept.explanation)).toEqual(before);
  expect(renderExplanation(kept.explanation, 'vi')).toContain('giữ ngày đã hẹn 17 giờ 00 phút thứ Ba 10/03/2026');
});

test('R43: the closure of one agency moves that agency’s dates, where its rule grants it', () => {
  const storm = { fromOn: on('2026-03-04'), toOn: on('2026-03-05'), name: 'bão số 3', decision: '05/QĐ', movesDates: true };
  const move = under({ ...decided, closures: [storm] });
  expect(move.moves && wall(move.dueAt)).toBe('2026-03-09 17:00');
  expect(under({ ...decided, closures: [{ ...storm, movesDates: false }] })).toEqual({ moves: false, because: 'not-in-span' });
  expect(under(decided)).toEqual({ moves: false, because: 'not-in-span' });
});

test('R41, R42: whatever day is announced, a running date moves only if it lies in the span, and only later', () => {
  const days = fc.integer({ min: -10, max: 30 }).map((offset) => addDays(parsePlainDate('2026-03-02'), offset));
  fc.assert(
    fc.property(days, fc.constantFrom(dayOff, makeUpDay), fc.integer({ min: 1, max: 12 }), (day, announce, count) => {
      const one = input({ limit: { unit: 'working-days', count } });
      const dueAt = dueDate(one).dueAt!;
      const move = under(withDays(decided, announce(day)), { input: one, dueAt });
      if (!move.moves) return;
      expect(move.dueAt > dueAt).toBe(true);
      expect(day > localDateOf(one.acceptedAt) && day <= localDateOf(dueAt)).toBe(true);
    }),
    { numRuns: 300, seed: 20_261_125 },
  );
});
