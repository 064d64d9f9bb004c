import { type Amount } from './amount';
import { workingDaysBetween, workingMinutesBetween } from './counting';
import { isDayLimit, type Limit } from './limit';
import { localDateOf, MINUTE_MS } from './local-time';
import { daysBetween } from './plain-date';
import { type WorkingCalendar } from './working-calendar';

/** Where a dossier stands against its due date. */
export type Remaining =
  | { readonly state: 'left'; readonly amount: Amount; readonly dueAt: Date }
  /** due before the office closes today */
  | { readonly state: 'today'; readonly dueAt: Date }
  /** overdue time is in plain days, or minutes of the first day: lateness does not stop for a holiday */
  | { readonly state: 'overdue'; readonly amount: Amount; readonly dueAt: Date }
  | { readonly state: 'paused' }
  | { readonly state: 'no-date' };

/** The due date of a dossier as it stands; `dueAt` is null while the clock stands. */
export interface RunningLimit {
  readonly dueAt: Date | null;
  readonly limit: Limit | null;
  readonly calendar: WorkingCalendar;
}

/** What is left, by the convention of the limit: working days after today, or minutes of open hours. */
export function remainingTime(now: Date, { dueAt, limit, calendar }: RunningLimit): Remaining {
  if (limit === null) return { state: 'no-date' };
  if (dueAt === null) return { state: 'paused' };
  const today = localDateOf(now);
  const dueOn = localDateOf(dueAt);
  if (now > dueAt) return { state: 'overdue', amount: overdueBy(now, dueAt), dueAt };
  if (!isDayLimit(limit)) return { state: 'left', amount: minutesLeft(now, dueAt, limit, calendar), dueAt };
  if (today === dueOn) return { state: 'today', dueAt };
  if (limit.unit === 'days') return { state: 'left', amount: { unit: 'days', count: daysBetween(today, dueOn) }, dueAt };
  return { state: 'left', amount: { unit: 'working-days', count: workingDaysBetween(today, dueOn, calendar) }, dueAt };
}

function minutesLeft(now: Date, dueAt: Date, limit: Limit, calendar: WorkingCalendar): Amount {
  if (limit.unit === 'working-hours') return { unit: 'working-minutes', count: workingMinutesBetween(now, dueAt, calendar) };
  return { unit: 'minutes', count: Math.ceil((dueAt.getTime() - now.getTime()) / MINUTE_MS) };
}

function overdueBy(now: Date, dueAt: Date): Amount {
  const days = daysBetween(localDateOf(dueAt), localDateOf(now));
  if (days > 0) return { unit: 'days', count: days };
  return { unit: 'minutes', count: Math.ceil((now.getTime() - dueAt.getTime()) / MINUTE_MS) };
}
