import { instantOf } from './local-time';
import { addDays, dateOf, type PlainDate, weekdayOf, yearOf } from './plain-date';
import { Refusal } from './refusal';
import { numericDate } from './words/dates';
import { type HoursVersion, type Shift, shiftsOfWeekday, type WeekHours } from './working-hours';

/** A day that a decision took out of the working week, or put into it. Proposals are never days. */
export interface CalendarDay {
  readonly on: PlainDate;
  readonly kind: 'off' | 'make-up';
  /** in Vietnamese, as it reads after "nghỉ" */
  readonly name: string;
  /** number of the decision, or the clause of the law */
  readonly decision: string;
}

/** One agency shut by a numbered decision (storm, flood). It moves that agency's dates only where the rule grants it. */
export interface AgencyClosure {
  readonly fromOn: PlainDate;
  readonly toOn: PlainDate;
  readonly name: string;
  readonly decision: string;
  readonly movesDates: boolean;
}

/**
 * What happens when a limit in calendar days ends on a day off. BLDS 2015 Art.
 * 148.5 moves it to the end of the next working day (general knowledge, to be
 * confirmed): configuration, and the ground is kept beside it.
 */
export interface LastDayRule {
  readonly then: 'next-working-day' | 'stays';
  readonly ground: string;
}

export const CIVIL_CODE_LAST_DAY: LastDayRule = { then: 'next-working-day', ground: 'BLDS 2015, Điều 148 khoản 5' };

/**
 * The working calendar as one agency sees it: the published days of the
 * province, its own hours and closures. 01/01 is off by rule (BLLĐ 2019 Art.
 * 112), with the day in lieu of Art. 111.3; every other holiday is a decision.
 */
export interface WorkingCalendar {
  readonly publishedFromOn: PlainDate;
  readonly publishedThroughOn: PlainDate;
  readonly days: ReadonlyMap<PlainDate, CalendarDay>;
  readonly usualWeek: WeekHours;
  readonly hours: readonly HoursVersion[];
  readonly closures: readonly AgencyClosure[];
  readonly lastDayRule: LastDayRule;
}

/** What a day is for this agency; `name` is null on an ordinary weekend. */
export type DayKind = { readonly is: 'working'; readonly isMakeUp: boolean } | { readonly is: 'off'; readonly name: string | null };

const NEW_YEAR = 'Tết Dương lịch';

/**
 * Says what a day is. Refuses with `calendar-not-published` outside the
 * published years: a guessed deadline is worse than none.
 */
export function dayKind(on: PlainDate, calendar: WorkingCalendar): DayKind {
  if (on < calendar.publishedFromOn || on > calendar.publishedThroughOn) {
    throw new Refusal('calendar-not-published', { date: numericDate(on), publishedThroughOn: calendar.publishedThroughOn });
  }
  const closure = calendar.closures.find((one) => one.movesDates && one.fromOn <= on && on <= one.toOn);
  if (closure) return { is: 'off', name: closure.name };
  const day = calendar.days.get(on);
  if (day) return day.kind === 'off' ? { is: 'off', name: day.name } : { is: 'working', isMakeUp: true };
  if (isNewYearOff(on)) return { is: 'off', name: NEW_YEAR };
  return weekdayOf(on) >= 6 ? { is: 'off', name: null } : { is: 'working', isMakeUp: false };
}

export function isWorkingDay(on: PlainDate, calendar: WorkingCalendar): boolean {
  return dayKind(on, calendar).is === 'working';
}

/** The first working day after that day. */
export function nextWorkingDay(on: PlainDate, calendar: WorkingCalendar): PlainDate {
  let day = addDays(on, 1);
  while (!isWorkingDay(day, calendar)) day = addDays(day, 1);
  return day;
}

/** The last working day before that day. */
export function previousWorkingDay(on: PlainDate, calendar: WorkingCalendar): PlainDate {
  let day = addDays(on, -1);
  while (!isWorkingDay(day, calendar)) day = addDays(day, -1);
  return day;
}

/** The shifts this agency works that day; none on a day off. */
export function workingHoursOf(on: PlainDate, calendar: WorkingCalendar): readonly Shift[] {
  return isWorkingDay(on, calendar) ? usualShifts(on, calendar) : [];
}

/** The minute this agency opens that day; on a day off, as if it worked. */
export function openingAt(on: PlainDate, calendar: WorkingCalendar): Date {
  return instantOf(on, (usualShifts(on, calendar)[0] as Shift).openMinute);
}

/** The end of this agency's hours that day; on a day off, as if it worked. */
export function closingAt(on: PlainDate, calendar: WorkingCalendar): Date {
  return instantOf(on, (usualShifts(on, calendar).at(-1) as Shift).closeMinute);
}

function usualShifts(on: PlainDate, calendar: WorkingCalendar): readonly Shift[] {
  const shifts = shiftsOfWeekday(calendar.hours, calendar.usualWeek, on, weekdayOf(on));
  if (shifts.length === 0) throw new Error(`no working hours on ${on}`);
  return shifts;
}

function isNewYearOff(on: PlainDate): boolean {
  if (!on.slice(5).startsWith('01-0')) return false;
  const newYear = dateOf(yearOf(on), 1, 1);
  const weekday = weekdayOf(newYear);
  return on === newYear || (weekday >= 6 && on === addDays(newYear, 8 - weekday));
}
