import { workingDaysBetween } from './counting';
import { type CountedLimit, type Limit } from './limit';
import { localDateOf } from './local-time';
import { daysBetween, type PlainDate } from './plain-date';
import { refuseUnless } from './refusal';
import { isWorkingDay, type WorkingCalendar } from './working-calendar';

/**
 * The leader chooses a new date; what is kept is how much time it adds, so that
 * a pause or a holiday announced later moves it like any other span. Refuses a
 * date that is not later, or not a working day.
 */
export function extensionUntil(newDueOn: PlainDate, dueAt: Date, limit: Limit, calendar: WorkingCalendar): CountedLimit {
  const dueOn = localDateOf(dueAt);
  refuseUnless(newDueOn > dueOn, 'extension-not-later');
  refuseUnless(isWorkingDay(newDueOn, calendar), 'date-impossible', {
    why: { vi: 'ngày hẹn mới phải là ngày làm việc', en: 'the new date must be a working day' },
  });
  if (limit.unit === 'days') return { unit: 'days', count: daysBetween(dueOn, newDueOn) };
  return { unit: 'working-days', count: workingDaysBetween(dueOn, newDueOn, calendar) };
}
