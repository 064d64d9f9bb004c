import { subtractWorkingMinutes } from './counting';
import { dueDate } from './due-date';
import { handOverDueAt } from './hand-over';
import { type CountedLimit, type Limit, type LimitTerm } from './limit';
import { localDateOf } from './local-time';
import { USUAL_PAUSE_RULES } from './pauses';
import { addDays } from './plain-date';
import { isWorkingDay, openingAt, previousWorkingDay, type WorkingCalendar } from './working-calendar';

/**
 * The limits a procedure version names for its diagram. Null: no date, only
 * reminders (R29: without a clause the citizen has no last day).
 */
export type NamedLimits = Readonly<Record<string, Limit | null>>;

/** NĐ 61/2018 Art. 19.4: the division asks for a supplement within three working days of its receipt. */
export const USUAL_SUPPLEMENT_REQUEST_LIMIT: CountedLimit = { unit: 'working-days', count: 3 };

/** A wait of the diagram at the moment it opens, or is counted again. */
export interface OpenWait {
  readonly openedAt: Date;
  readonly term: LimitTerm;
  readonly dossierDueAt: Date | null;
  readonly named: NamedLimits;
  readonly calendar: WorkingCalendar;
}

/**
 * When a wait of the diagram falls due; null when it never rings. A moment
 * before the dossier's due date may already lie in the past: short limits ring
 * at once. `named hand-over` is the 15:00 rule and needs no entry.
 */
export function waitDueAt({ openedAt, term, dossierDueAt, named, calendar }: OpenWait): Date | null {
  switch (term.kind) {
    case 'span':
      return limitEndsAt(openedAt, term.limit, calendar);
    case 'before-due':
      return dossierDueAt && beforeDue(dossierDueAt, term.limit, calendar);
    case 'named': {
      if (term.name === 'hand-over') return handOverDueAt(openedAt, calendar);
      const limit = named[term.name];
      if (limit === undefined) throw new Error(`the procedure version names no limit "${term.name}"`);
      return limit && limitEndsAt(openedAt, limit, calendar);
    }
  }
}

/** The end of a limit that nothing pauses, by the convention of `dueDate`. */
export function limitEndsAt(fromAt: Date, limit: Limit, calendar: WorkingCalendar): Date {
  const { dueAt } = dueDate({
    acceptedAt: fromAt,
    limit,
    pauses: [],
    pauseRules: USUAL_PAUSE_RULES,
    extension: null,
    promisedAt: null,
    calendar,
  });
  return dueAt as Date;
}

/** The opening of the day so many days before the due day (a day off: the working day before it), or the exact minute. */
function beforeDue(dueAt: Date, { unit, count }: CountedLimit, calendar: WorkingCalendar): Date {
  let on = localDateOf(dueAt);
  switch (unit) {
    case 'working-days':
      for (let left = count; left > 0; left--) on = previousWorkingDay(on, calendar);
      return openingAt(on, calendar);
    case 'days':
      on = addDays(on, -count);
      return openingAt(isWorkingDay(on, calendar) ? on : previousWorkingDay(on, calendar), calendar);
    case 'working-hours':
      return subtractWorkingMinutes(dueAt, count * 60, calendar);
    case 'hours':
      return new Date(dueAt.getTime() - count * 3_600_000);
  }
}
