import { compareDates, weekdayOf } from '../../server/domain/plain-date';
import { isWorkingDay } from '../../server/domain/working-calendar';
import { decidedDays, demonstrationCalendar, demonstrationDays } from '../../server/seed/demonstration-calendar';
import { decided, on } from './calendars';

test('the demonstration counts to the end of the second year past its first start', () => {
  expect(demonstrationCalendar(on('2026-11-25')).publishedThroughOn).toBe('2028-12-31');
  expect(demonstrationCalendar(on('2027-01-05')).publishedThroughOn).toBe('2029-12-31');
  expect(demonstrationCalendar(on('2024-01-05')).publishedThroughOn).toBe('2026-12-31');
});

test('what no authority has decided is marked, and nothing decided is', () => {
  const { days } = demonstrationCalendar(on('2026-11-25'));
  for (const day of days) expect(day.isDemonstration).toBe(day.on > '2026-12-31');
  expect(days.every((day) => day.decision && day.source && day.name)).toBe(true);
});

test('each day is in the calendar once, in order, and make-up days are weekend days', () => {
  const days = demonstrationCalendar(on('2026-11-25')).days;
  expect(days.map((day) => day.on)).toEqual([...new Set(days.map((day) => day.on))].sort(compareDates));
  for (const day of days.filter((one) => one.kind === 'make-up')) expect(weekdayOf(day.on)).toBeGreaterThanOrEqual(6);
});

test('by rule, Tết 2027 is off from Friday 05/02 to Thursday 11/02 with its days in lieu', () => {
  const { days, publishedThroughOn } = demonstrationCalendar(on('2026-11-25'));
  const calendar = { ...decided, publishedThroughOn, days: new Map(days.map((day) => [day.on, day])) };
  const worked = ['2027-02-04', '2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11', '2027-02-12'].map((day) =>
    isWorkingDay(on(day), calendar),
  );
  expect(worked).toEqual([true, false, false, false, false, false, true]);
  expect(isWorkingDay(on('2027-05-03'), calendar)).toBe(false);
  expect(isWorkingDay(on('2028-11-24'), calendar)).toBe(false);
  expect(isWorkingDay(on('2028-01-03'), calendar)).toBe(false);
});

test('every demonstration year has eleven public holidays beside 01/01, each with a day in lieu when it falls on a weekend', () => {
  for (let year = 2027; year <= 2036; year++) {
    const days = demonstrationDays(year, year);
    expect(days.filter((day) => weekdayOf(day.on) <= 5)).toHaveLength(11);
  }
});

test('the decided days hold the holidays of 2026 and its two swaps', () => {
  const of2026 = decidedDays().filter((day) => day.on.startsWith('2026'));
  expect(of2026.filter((day) => day.kind === 'make-up').map((day) => day.on)).toEqual(['2026-01-10', '2026-08-22']);
  expect(of2026.filter((day) => day.kind === 'off')).toHaveLength(14);
});
