import { type PlainDate } from './plain-date';

/**
 * Between instants and the office's wall clock. Viet Nam has kept UTC+07:00
 * without summer time since 13/06/1975, and no instant of this system is older,
 * so the offset is a constant and no time-zone table can disagree about a
 * citizen's date.
 */
export const OFFICE_OFFSET_MS = 7 * 3_600_000;

export const MINUTE_MS = 60_000;

const DAY_MS = 86_400_000;

/** The day on the office's wall at that instant. */
export function localDateOf(at: Date): PlainDate {
  return new Date(at.getTime() + OFFICE_OFFSET_MS).toISOString().slice(0, 10) as PlainDate;
}

/** Milliseconds since local midnight: 15:00:00.000 is 54 000 000. */
export function timeOfDay(at: Date): number {
  return (at.getTime() + OFFICE_OFFSET_MS) % DAY_MS;
}

/** Whole minutes since local midnight. */
export function minuteOfDay(at: Date): number {
  return Math.floor(timeOfDay(at) / MINUTE_MS);
}

/** The instant of that minute (since local midnight) of that day. */
export function instantOf(on: PlainDate, minute: number): Date {
  return new Date(Date.parse(`${on}T00:00:00Z`) - OFFICE_OFFSET_MS + minute * MINUTE_MS);
}

export function laterInstant(one: Date, other: Date): Date {
  return one >= other ? one : other;
}

/** The same instant, or the next whole minute: a deadline is never shortened by seconds. */
export function wholeMinute(at: Date): Date {
  return new Date(Math.ceil(at.getTime() / MINUTE_MS) * MINUTE_MS);
}
