import { instantOf, localDateOf, timeOfDay, wholeMinute } from '../../server/domain/local-time';
import { addDays, dateOf, daysBetween, isPlainDate, parsePlainDate, weekdayOf } from '../../server/domain/plain-date';
import { clockTime, clockTimeAndDate, dateRange, duration, letterDate, weekdayDate } from '../../server/domain/words/dates';
import { at, on } from './calendars';

test.each(['2026-02-30', '2025-02-29', '2026-13-01', '2026-2-3', '26-02-03', '2026-02-03T00:00', '0000-00-00', ''])(
  '%p is not a day',
  (text) => {
    expect(isPlainDate(text)).toBe(false);
    expect(() => parsePlainDate(text)).toThrow('date-impossible');
  },
);

test('29 February exists in leap years', () => {
  expect(parsePlainDate('2024-02-29')).toBe('2024-02-29');
  expect(dateOf(2028, 2, 29)).toBe('2028-02-29');
});

test('days are added and counted across months, years and leap days', () => {
  expect(addDays(on('2024-02-28'), 2)).toBe('2024-03-01');
  expect(addDays(on('2026-01-01'), -1)).toBe('2025-12-31');
  expect(daysBetween(on('2025-12-31'), on('2026-03-01'))).toBe(60);
});

test('17/02/2026 is a Tuesday and 22/02/2026 a Sunday', () => {
  expect(weekdayOf(on('2026-02-17'))).toBe(2);
  expect(weekdayOf(on('2026-02-22'))).toBe(7);
  expect(weekdayOf(on('1969-12-29'))).toBe(1);
});

test('the legal date is the one on the office’s wall, not that of Greenwich', () => {
  expect(localDateOf(new Date('2025-12-31T16:59:59.999Z'))).toBe('2025-12-31');
  expect(localDateOf(new Date('2025-12-31T17:00:00Z'))).toBe('2026-01-01');
  expect(timeOfDay(new Date('2026-02-12T08:00:00Z'))).toBe(15 * 3_600_000);
  expect(instantOf(on('2026-02-12'), 9 * 60).toISOString()).toBe('2026-02-12T02:00:00.000Z');
});

test('a started minute counts whole', () => {
  expect(wholeMinute(at('2026-02-12 09:00:01'))).toEqual(at('2026-02-12 09:01'));
  expect(wholeMinute(at('2026-02-12 09:00'))).toEqual(at('2026-02-12 09:00'));
});

test('dates and times read as the office writes them', () => {
  expect(weekdayDate(on('2026-02-23'), 'vi')).toBe('thứ Hai 23/02');
  expect(weekdayDate(on('2026-02-22'), 'vi')).toBe('Chủ nhật 22/02');
  expect(weekdayDate(on('2026-02-23'), 'en')).toBe('Monday 23/02');
  expect(letterDate(on('2026-02-23'), 'vi')).toBe('ngày 23 tháng 02 năm 2026');
  expect(letterDate(on('2026-09-02'), 'vi')).toBe('ngày 02 tháng 9 năm 2026');
  expect(letterDate(on('2026-09-02'), 'en')).toBe('2 September 2026');
  expect(clockTime(at('2026-02-23 08:05'), 'vi')).toBe('8 giờ 05 phút');
  expect(clockTime(at('2026-02-23 08:05'), 'en')).toBe('08:05');
  expect(clockTimeAndDate(at('2026-02-24 17:00'), 'vi')).toBe('17 giờ 00 phút thứ Ba 24/02/2026');
  expect(dateRange(on('2026-02-14'), on('2026-02-22'))).toBe('14–22/02');
  expect(dateRange(on('2026-02-28'), on('2026-03-01'))).toBe('28/02–01/03');
  expect(dateRange(on('2026-12-31'), on('2027-01-03'))).toBe('31/12/2026–03/01/2027');
  expect(dateRange(on('2026-04-27'), on('2026-04-27'))).toBe('27/04');
  expect(duration(390, 'vi')).toBe('6 giờ 30 phút');
  expect(duration(480, 'vi')).toBe('8 giờ');
  expect(duration(45, 'en')).toBe('45 min');
});
