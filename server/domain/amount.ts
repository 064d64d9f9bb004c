import { workingDaysBetween, workingMinutesBetween } from './counting';
import { type Limit } from './limit';
import { localDateOf, MINUTE_MS } from './local-time';
import { daysBetween } from './plain-date';
import { type WorkingCalendar } from './working-calendar';

/** How time is measured in the end: whole days, or whole minutes where a limit is in hours. */
export interface Amount {
  readonly unit: 'working-days' | 'days' | 'working-minutes' | 'minutes';
  readonly count: number;
}

/** A limit in the unit that time is measured in; "within the day" is one working day. */
export function amountOf(limit: Limit): Amount {
  switch (limit.unit) {
    case 'same-day':
      return { unit: 'working-days', count: 1 };
    case 'working-days':
    case 'days':
      return { unit: limit.unit, count: limit.count };
    case 'working-hours':
      return { unit: 'working-minutes', count: limit.count * 60 };
    case 'hours':
      return { unit: 'minutes', count: limit.count * 60 };
  }
}

/**
 * How much of a limit passes between two instants, by the limit's own
 * convention: days after the day of the first instant up to and with the day of
 * the second; minutes begun. Pausing and resuming on one day costs no day.
 */
export function amountBetween(fromAt: Date, toAt: Date, unit: Amount['unit'], calendar: WorkingCalendar): Amount {
  if (toAt <= fromAt) return { unit, count: 0 };
  switch (unit) {
    case 'working-days':
      return { unit, count: workingDaysBetween(localDateOf(fromAt), localDateOf(toAt), calendar) };
    case 'days':
      return { unit, count: daysBetween(localDateOf(fromAt), localDateOf(toAt)) };
    case 'working-minutes':
      return { unit, count: workingMinutesBetween(fromAt, toAt, calendar) };
    case 'minutes':
      return { unit, count: Math.ceil((toAt.getTime() - fromAt.getTime()) / MINUTE_MS) };
  }
}
