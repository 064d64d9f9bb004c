import { instantOf, localDateOf, MINUTE_MS, wholeMinute } from './local-time';
import { addDays, type PlainDate } from './plain-date';
import { isWorkingDay, nextWorkingDay, type WorkingCalendar, workingHoursOf } from './working-calendar';

/** A stretch of open hours, half open. */
export interface WorkedStretch {
  readonly fromAt: Date;
  readonly toAt: Date;
}

/**
 * Counts forward so many working days, the first being the working day after
 * `from`; `from` itself never counts (BLDS 2015 Art. 147.2). Zero days is `from`.
 */
export function addWorkingDays(from: PlainDate, days: number, calendar: WorkingCalendar): PlainDate {
  let day = from;
  for (let left = days; left > 0; left--) day = nextWorkingDay(day, calendar);
  return day;
}

/** Working days after `from`, up to and with `to`; zero when `to` is not later. */
export function workingDaysBetween(from: PlainDate, to: PlainDate, calendar: WorkingCalendar): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) count++;
  return count;
}

/** The day itself when worked, else the next working day. */
export function sameOrNextWorkingDay(on: PlainDate, calendar: WorkingCalendar): PlainDate {
  return isWorkingDay(on, calendar) ? on : nextWorkingDay(on, calendar);
}

/** The instant itself while this agency is open, else its next opening: after closing, at lunch, at the weekend, in Tết. */
export function nextOpening(at: Date, calendar: WorkingCalendar): Date {
  for (const stretch of stretchesFrom(at, calendar)) return stretch.fromAt;
  throw new Error('stretches never end');
}

/**
 * Counts forward so many minutes of open hours, from the next whole minute, and
 * names the stretches that were counted; the end of the last one is the answer.
 * Zero minutes have no stretch.
 */
export function workStretches(from: Date, minutes: number, calendar: WorkingCalendar): WorkedStretch[] {
  const counted: WorkedStretch[] = [];
  let left = minutes * MINUTE_MS;
  if (left <= 0) return counted;
  for (const { fromAt, toAt } of stretchesFrom(wholeMinute(from), calendar)) {
    const length = Math.min(left, toAt.getTime() - fromAt.getTime());
    counted.push({ fromAt, toAt: new Date(fromAt.getTime() + length) });
    left -= length;
    if (left === 0) break;
  }
  return counted;
}

/** The minute at which so many minutes of open hours have passed; `from` itself for zero. */
export function addWorkingMinutes(from: Date, minutes: number, calendar: WorkingCalendar): Date {
  return workStretches(from, minutes, calendar).at(-1)?.toAt ?? from;
}

/** The minute from which so many minutes of open hours lead to `to`. */
export function subtractWorkingMinutes(to: Date, minutes: number, calendar: WorkingCalendar): Date {
  let left = minutes * MINUTE_MS;
  for (let day = localDateOf(to); ; day = addDays(day, -1)) {
    for (const shift of workingHoursOf(day, calendar).toReversed()) {
      const openAt = instantOf(day, shift.openMinute).getTime();
      const closeAt = Math.min(instantOf(day, shift.closeMinute).getTime(), to.getTime());
      if (closeAt <= openAt) continue;
      if (closeAt - openAt >= left) return new Date(closeAt - left);
      left -= closeAt - openAt;
    }
  }
}

/** Whole minutes of open hours between two instants, a begun minute counted. */
export function workingMinutesBetween(from: Date, to: Date, calendar: WorkingCalendar): number {
  if (to <= from) return 0;
  let worked = 0;
  for (const { fromAt, toAt } of stretchesFrom(from, calendar)) {
    if (fromAt >= to) break;
    worked += Math.min(toAt.getTime(), to.getTime()) - fromAt.getTime();
    if (toAt >= to) break;
  }
  return Math.ceil(worked / MINUTE_MS);
}

function* stretchesFrom(at: Date, calendar: WorkingCalendar): Generator<WorkedStretch> {
  for (let day = localDateOf(at); ; day = addDays(day, 1)) {
    for (const shift of workingHoursOf(day, calendar)) {
      const openAt = instantOf(day, shift.openMinute);
      const closeAt = instantOf(day, shift.closeMinute);
      if (closeAt > at) yield { fromAt: openAt > at ? openAt : at, toAt: closeAt };
    }
  }
}
