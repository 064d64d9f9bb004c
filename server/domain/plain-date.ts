import { Refusal } from './refusal';

declare const plainDate: unique symbol;

/**
 * A legal date, 'YYYY-MM-DD', as it stands on a paper: a day in the office's
 * own time zone, without a time of day. Two of them compare as strings.
 */
export type PlainDate = string & { readonly [plainDate]: 'PlainDate' };

/** Monday is 1, Sunday is 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const DAY_MS = 86_400_000;

/** True for a date that exists in the calendar: '2026-02-30' and '2026-2-3' are not. */
export function isPlainDate(text: string): text is PlainDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** Reads 'YYYY-MM-DD'; refuses with `date-impossible` what is not a day. */
export function parsePlainDate(text: string): PlainDate {
  if (!isPlainDate(text))
    throw new Refusal('date-impossible', { date: text, why: { vi: 'không có ngày này trong lịch', en: 'there is no such day' } });
  return text;
}

/** The day of a year, month (1-12) and day of month; refuses one that does not exist. */
export function dateOf(year: number, month: number, day: number): PlainDate {
  return parsePlainDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

export function yearOf(on: PlainDate): number {
  return Number(on.slice(0, 4));
}

/** 1 to 12. */
export function monthOf(on: PlainDate): number {
  return Number(on.slice(5, 7));
}

/** 1 to 31. */
export function dayOf(on: PlainDate): number {
  return Number(on.slice(8, 10));
}

export function weekdayOf(on: PlainDate): Weekday {
  return (((dayNumber(on) + 3) % 7) + 1) as Weekday;
}

/** Calendar days, forward or (negative) back. */
export function addDays(on: PlainDate, days: number): PlainDate {
  return new Date((dayNumber(on) + days) * DAY_MS).toISOString().slice(0, 10) as PlainDate;
}

/** How many days `to` lies after `from`; negative when before. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Negative, zero or positive, as `Array.sort` wants it. */
export function compareDates(one: PlainDate, other: PlainDate): number {
  return one < other ? -1 : Number(one > other);
}

function dayNumber(on: PlainDate): number {
  return Date.parse(`${on}T00:00:00Z`) / DAY_MS;
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, '0');
}
