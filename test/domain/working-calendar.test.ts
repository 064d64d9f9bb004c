import {
  addWorkingDays,
  addWorkingMinutes,
  nextOpening,
  subtractWorkingMinutes,
  workingDaysBetween,
  workingMinutesBetween,
} from '../../server/domain/counting';
import { dayKind, isWorkingDay, nextWorkingDay, previousWorkingDay, workingHoursOf } from '../../server/domain/working-calendar';
import { parseShifts, sameHoursAllWeek } from '../../server/domain/working-hours';
import { at, dayOff, decided, makeUpDay, on, wall, withDays } from './calendars';

test.each([
  ['2026-02-13', true, 'the Friday before Tết'],
  ['2026-02-16', false, 'the eve of Tết'],
  ['2026-02-21', false, 'a Saturday'],
  ['2026-02-23', true, 'the Monday after Tết'],
  ['2026-04-27', false, 'the day in lieu of Giỗ Tổ'],
  ['2026-11-24', false, 'Ngày Văn hóa Việt Nam'],
  ['2026-08-22', true, 'a make-up Saturday'],
  ['2026-01-01', false, '01/01, by rule'],
  ['2025-01-01', false, '01/01, by rule'],
])('%s: working %p (%s)', (day, isWorked) => {
  expect(isWorkingDay(on(day), decided)).toBe(isWorked);
});

test('01/01 on a weekend gives its day in lieu by rule', () => {
  const calendar = { ...decided, publishedThroughOn: on('2028-12-31') };
  expect(isWorkingDay(on('2028-01-01'), calendar)).toBe(false);
  expect(dayKind(on('2028-01-03'), calendar)).toEqual({ is: 'off', name: 'Tết Dương lịch' });
  expect(isWorkingDay(on('2028-01-04'), calendar)).toBe(true);
  expect(isWorkingDay(on('2027-01-04'), calendar)).toBe(true);
});

test('a proposed holiday is not in the calendar, and its year is not published', () => {
  expect([...decided.days.keys()].some((day) => day > '2026-12-31')).toBe(false);
});

test('refuses to count past the published calendar, and before it', () => {
  expect(() => addWorkingDays(on('2026-12-30'), 2, decided)).toThrow('calendar-not-published');
  expect(addWorkingDays(on('2026-12-30'), 1, decided)).toBe('2026-12-31');
  expect(() => isWorkingDay(on('2023-12-29'), decided)).toThrow('calendar-not-published');
  expect(() => addWorkingMinutes(at('2026-12-31 16:00'), 61, decided)).toThrow('calendar-not-published');
});

test('R22: a make-up Saturday is a working day of eight hours, with Monday’s hours', () => {
  expect(dayKind(on('2026-08-22'), decided)).toEqual({ is: 'working', isMakeUp: true });
  expect(workingHoursOf(on('2026-08-22'), decided)).toEqual(workingHoursOf(on('2026-08-24'), decided));
  expect(workingMinutesBetween(at('2026-08-22 00:00'), at('2026-08-23 00:00'), decided)).toBe(480);
  expect(addWorkingDays(on('2026-08-21'), 1, decided)).toBe('2026-08-22');
});

test('working days are found forward and back across Tết', () => {
  expect(nextWorkingDay(on('2026-02-13'), decided)).toBe('2026-02-23');
  expect(previousWorkingDay(on('2026-02-23'), decided)).toBe('2026-02-13');
  expect(workingDaysBetween(on('2026-02-12'), on('2026-02-24'), decided)).toBe(3);
  expect(workingDaysBetween(on('2026-02-24'), on('2026-02-12'), decided)).toBe(0);
});

test.each([
  ['2026-03-02 08:00', '2026-03-02 08:00', 'open'],
  ['2026-03-02 06:00', '2026-03-02 07:30', 'before the morning'],
  ['2026-03-02 11:30', '2026-03-02 13:00', 'at lunch'],
  ['2026-03-02 17:00', '2026-03-03 07:30', 'at closing'],
  ['2026-03-06 23:50', '2026-03-09 07:30', 'on Friday night'],
  ['2026-02-17 10:00', '2026-02-23 07:30', 'in Tết'],
])('from %s the next opening is %s (%s)', (from, opening) => {
  expect(wall(nextOpening(at(from), decided))).toBe(opening);
});

test('minutes are counted in open hours only, forward and back', () => {
  expect(wall(addWorkingMinutes(at('2026-02-12 09:00'), 1440, decided))).toBe('2026-02-24 09:00');
  expect(wall(addWorkingMinutes(at('2026-03-02 07:30'), 480, decided))).toBe('2026-03-02 17:00');
  expect(wall(addWorkingMinutes(at('2026-03-02 17:00'), 0, decided))).toBe('2026-03-02 17:00');
  expect(wall(subtractWorkingMinutes(at('2026-02-24 09:00'), 1440, decided))).toBe('2026-02-12 09:00');
  expect(workingMinutesBetween(at('2026-03-02 11:00'), at('2026-03-02 13:10:30'), decided)).toBe(41);
});

test('hours follow the version in force on each day', () => {
  const summer = sameHoursAllWeek(parseShifts('07:00-11:30,13:30-17:00')!);
  const calendar = { ...decided, hours: [{ fromOn: on('2026-04-15'), toOn: on('2026-10-14'), week: summer }] };
  expect(wall(nextOpening(at('2026-04-14 06:00'), calendar))).toBe('2026-04-14 07:30');
  expect(wall(nextOpening(at('2026-04-15 06:00'), calendar))).toBe('2026-04-15 07:00');
  expect(wall(nextOpening(at('2026-10-15 06:00'), calendar))).toBe('2026-10-15 07:30');
});

test.each(['', '7:30-11:30', '07:30-11:30,11:00-12:00', '11:30-07:30', '07:30-24:30', '07:61-08:00'])('%p are no office hours', (text) => {
  expect(parseShifts(text)).toBeUndefined();
});

test('a closure by decision shuts one agency only where its rule moves dates', () => {
  const storm = { fromOn: on('2026-09-28'), toOn: on('2026-09-29'), name: 'bão', decision: '05/QĐ', movesDates: true };
  expect(isWorkingDay(on('2026-09-28'), { ...decided, closures: [storm] })).toBe(false);
  expect(isWorkingDay(on('2026-09-28'), { ...decided, closures: [{ ...storm, movesDates: false }] })).toBe(true);
});

test('a decision may take a day out of the week or put one in', () => {
  const calendar = withDays(decided, dayOff('2026-03-02'), makeUpDay('2026-03-07'));
  expect(isWorkingDay(on('2026-03-02'), calendar)).toBe(false);
  expect(isWorkingDay(on('2026-03-07'), calendar)).toBe(true);
});
