import { dueDate, type DueDateInput } from '../../server/domain/due-date';
import { instantOf } from '../../server/domain/local-time';
import { USUAL_PAUSE_RULES } from '../../server/domain/pauses';
import { parsePlainDate, type PlainDate } from '../../server/domain/plain-date';
import { type CalendarDay, CIVIL_CODE_LAST_DAY, type WorkingCalendar } from '../../server/domain/working-calendar';
import { USUAL_WEEK } from '../../server/domain/working-hours';
import { decidedDays } from '../../server/seed/demonstration-calendar';

/** The decided days of 2024 to 2026, with the usual hours 07:30-11:30, 13:00-17:00. */
export const decided: WorkingCalendar = {
  publishedFromOn: on('2024-01-01'),
  publishedThroughOn: on('2026-12-31'),
  days: new Map(decidedDays().map((day) => [day.on, day])),
  usualWeek: USUAL_WEEK,
  hours: [],
  closures: [],
  lastDayRule: CIVIL_CODE_LAST_DAY,
};

export function on(text: string): PlainDate {
  return parsePlainDate(text);
}

/** 'YYYY-MM-DD HH:MM[:SS]' on the office's wall. */
export function at(text: string): Date {
  const [day, hour, minute, second] = /^(\S+) (\d\d):(\d\d)(?::(\d\d))?$/.exec(text)!.slice(1) as [string, string, string, string?];
  return new Date(instantOf(on(day), Number(hour) * 60 + Number(minute)).getTime() + Number(second ?? 0) * 1000);
}

/** The instant on the office's wall, as `at` reads it. */
export function wall(instant: Date | null): string | null {
  return instant && new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

export function withDays(calendar: WorkingCalendar, ...days: readonly CalendarDay[]): WorkingCalendar {
  return { ...calendar, days: new Map([...calendar.days, ...days.map((day) => [day.on, day] as const)]) };
}

export function dayOff(text: string, name = 'lễ mới'): CalendarDay {
  return { on: on(text), kind: 'off', name, decision: '01/QĐ' };
}

export function makeUpDay(text: string): CalendarDay {
  return { on: on(text), kind: 'make-up', name: 'làm bù', decision: '02/QĐ' };
}

/** A three-working-day dossier without pauses, changed as given. */
export function input(changes: Partial<DueDateInput>): DueDateInput {
  return {
    acceptedAt: at('2026-03-02 09:00'),
    limit: { unit: 'working-days', count: 3 },
    pauses: [],
    pauseRules: USUAL_PAUSE_RULES,
    extension: null,
    promisedAt: null,
    calendar: decided,
    ...changes,
  };
}

export function dueAt(changes: Partial<DueDateInput>): string | null {
  return wall(dueDate(input(changes)).dueAt);
}
