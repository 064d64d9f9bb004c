import fc from 'fast-check';
import { amountBetween, amountOf } from '../../server/domain/amount';
import { dueDate, type DueDateInput } from '../../server/domain/due-date';
import { recompute } from '../../server/domain/explanation';
import { type Limit } from '../../server/domain/limit';
import { localDateOf } from '../../server/domain/local-time';
import { type Pause } from '../../server/domain/pauses';
import { closingAt, isWorkingDay, openingAt } from '../../server/domain/working-calendar';
import { isOnTimeForStatistics, processingTime } from '../../server/domain/processing-time';
import { at, decided, input } from './calendars';

const extending = { supplement: 'extend', 'financial-duty': 'extend', 'sector-law': 'extend' } as const;
const restarting = { supplement: 'restart', 'financial-duty': 'restart', 'sector-law': 'restart' } as const;

const firstAt = at('2024-01-02 00:00').getTime();
const lastAt = at('2026-08-31 00:00').getTime();
const instants = fc.integer({ min: firstAt, max: lastAt }).map((ms) => new Date(ms));
const officeInstants = instants.filter((one) => isWorkingDay(localDateOf(one), decided));
const limits: fc.Arbitrary<Limit> = fc.oneof(
  fc.record({ unit: fc.constant('working-days' as const), count: fc.integer({ min: 1, max: 25 }) }),
  fc.record({ unit: fc.constant('days' as const), count: fc.integer({ min: 1, max: 30 }) }),
  fc.record({ unit: fc.constant('working-hours' as const), count: fc.integer({ min: 1, max: 60 }) }),
  fc.constant({ unit: 'same-day' as const }),
);
const gaps = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: 2e8 }),
    fc.integer({ min: 0, max: 6e8 }),
    fc.constantFrom('supplement', 'financial-duty', 'sector-law'),
  ),
  {
    maxLength: 3,
  },
);

/** Pauses that follow acceptance, each so long after the one before. */
function pausesAfter(acceptedAt: Date, all: readonly (readonly [number, number, string])[]): Pause[] {
  let time = acceptedAt.getTime();
  return all.map(([gap, length, kind]) => {
    const fromAt = new Date((time += gap));
    return { fromAt, toAt: new Date((time += length)), kind: kind as Pause['kind'] };
  });
}

const cases: fc.Arbitrary<DueDateInput> = fc
  .record({
    acceptedAt: instants,
    limit: limits,
    gaps,
    pauseRules: fc.constantFrom(extending, restarting),
    extra: fc.integer({ min: 0, max: 8 }),
  })
  .map(({ acceptedAt, limit, gaps, pauseRules, extra }) =>
    input({
      acceptedAt,
      limit,
      pauses: pausesAfter(acceptedAt, gaps),
      pauseRules,
      extension: extra > 0 ? { decidedAt: new Date(acceptedAt.getTime() + 1e8), limit: { unit: 'working-days', count: extra } } : null,
    }),
  );

function property<T>(arbitrary: fc.Arbitrary<T>, check: (one: T) => void) {
  fc.assert(fc.property(arbitrary, check), { numRuns: 400, seed: 20_261_125 });
}

test('every date equals its explanation recomputed, and each of its days is what it says', () => {
  property(cases, (one) => {
    const { dueAt, explanation } = dueDate(one);
    expect(recompute(explanation)).toEqual(dueAt);
    for (const line of explanation) {
      if (line.kind === 'counted') expect(isWorkingDay(line.on, decided)).toBe(true);
      if (line.kind === 'off') expect([line.fromOn, line.toOn].some((day) => isWorkingDay(day, decided))).toBe(false);
    }
  });
});

test('a due date is never earlier than the limit, pauses taken out', () => {
  property(cases, (one) => {
    const { unit, count } = amountOf(one.limit!);
    const dueAt = dueDate(one).dueAt!;
    const { net } = processingTime({
      startAt: one.acceptedAt,
      endAt: dueAt,
      limit: one.limit!,
      pauses: one.pauses,
      extension: null,
      calendar: decided,
    });
    const leastDays = one.limit!.unit === 'same-day' ? 0 : count;
    expect(unit === 'working-minutes' ? net + 1 : net).toBeGreaterThanOrEqual(leastDays);
  });
});

test('a due date never falls on a day off, nor outside office hours', () => {
  property(cases, (one) => {
    const dueAt = dueDate(one).dueAt!;
    const on = localDateOf(dueAt);
    expect(isWorkingDay(on, decided)).toBe(true);
    expect(dueAt >= openingAt(on, decided) && dueAt <= closingAt(on, decided)).toBe(true);
  });
});

test('a dossier accepted later is never due earlier', () => {
  property(fc.tuple(limits, instants, fc.integer({ min: 0, max: 1e9 })), ([limit, acceptedAt, later]) => {
    const first = dueDate(input({ acceptedAt, limit })).dueAt!;
    const second = dueDate(input({ acceptedAt: new Date(acceptedAt.getTime() + later), limit })).dueAt!;
    expect(second >= first).toBe(true);
  });
});

test('with extend, pausing and resuming at once changes nothing', () => {
  property(fc.tuple(cases, fc.integer({ min: 0, max: 3e9 })), ([one, after]) => {
    const moment = new Date(one.acceptedAt.getTime() + after);
    const plain = { ...one, pauseRules: extending };
    const touched = { ...plain, pauses: [...plain.pauses, { fromAt: moment, toAt: moment, kind: 'supplement' as const }] };
    expect(dueDate(touched).dueAt).toEqual(dueDate(plain).dueAt);
  });
});

test('a longer pause never makes a date earlier', () => {
  property(fc.tuple(cases, fc.integer({ min: 0, max: 1e9 })), ([one, longer]) => {
    const last = one.pauses.at(-1);
    if (!last?.toAt) return;
    const stretched = [...one.pauses.slice(0, -1), { ...last, toAt: new Date(last.toAt.getTime() + longer) }];
    expect(dueDate({ ...one, pauses: stretched }).dueAt! >= dueDate(one).dueAt!).toBe(true);
  });
});

test('with extend, a dossier finished by its due date is on time for the statistics, and a day later it is not', () => {
  const dayLimits = limits.filter((limit) => limit.unit === 'working-days' || limit.unit === 'same-day');
  property(fc.tuple(officeInstants, dayLimits, gaps), ([acceptedAt, limit, some]) => {
    const pauses = pausesAfter(acceptedAt, some.slice(0, 1));
    const dueAt = dueDate(input({ acceptedAt, limit, pauses, pauseRules: extending })).dueAt!;
    fc.pre(pauses.every((pause) => pause.toAt! <= dueAt));
    const measured = { startAt: acceptedAt, limit, pauses, extension: null, calendar: decided };
    expect(isOnTimeForStatistics({ ...measured, endAt: dueAt })).toBe(true);
    const nextDay = new Date(dueAt.getTime() + 86_400_000);
    if (isWorkingDay(localDateOf(nextDay), decided)) expect(isOnTimeForStatistics({ ...measured, endAt: nextDay })).toBe(false);
  });
});

test('time between two instants adds up, and backwards there is none', () => {
  property(fc.tuple(instants, fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 1e9 })), ([from, first, second]) => {
    const middle = new Date(from.getTime() + first);
    const to = new Date(middle.getTime() + second);
    for (const unit of ['working-days', 'days'] as const) {
      const whole = amountBetween(from, to, unit, decided).count;
      expect(amountBetween(from, middle, unit, decided).count + amountBetween(middle, to, unit, decided).count).toBe(whole);
      if (to > from) expect(amountBetween(to, from, unit, decided).count).toBe(0);
    }
  });
});
