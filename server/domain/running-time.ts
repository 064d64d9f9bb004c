import { parsedLimit } from './due-input';
import { isDayLimit, type Limit, parseLimitTerm } from './limit';
import { type Remaining, remainingTime } from './remaining-time';
import { type WorkingCalendar } from './working-calendar';

/** How urgent it is, as the screens colour it; the words beside it say the same. */
export const DUE_TONES = ['far', 'now', 'late', 'stop', 'none'] as const;
export type DueTone = (typeof DUE_TONES)[number];

/** Statuses in which the time limit of a dossier no longer runs: refused, withdrawn, stopped, ready, returned. */
const ENDED: readonly number[] = [3, 7, 8, 9, 10];

/** The part of a dossier that its time follows from; `limit` in the office's terms. */
export type TimedDossier = {
  readonly acceptedAt: Date | null;
  readonly dueAt: Date | null;
  readonly status: number;
  readonly limit: string | null;
};

/** What is left of a dossier's own time. Before acceptance no clock runs, and none after the end of processing. */
export function remainingOfDossier(now: Date, dossier: TimedDossier, calendar: WorkingCalendar): Remaining {
  if (!dossier.acceptedAt || ENDED.includes(dossier.status)) return { state: 'no-date' };
  return remainingTime(now, { dueAt: dossier.dueAt, limit: parsedLimit(dossier.limit), calendar });
}

/** What is left for one step. Where the version fills in the limit, it is told in working days. */
export function remainingOfStep(
  now: Date,
  { dueAt, limitText }: { readonly dueAt: Date | null; readonly limitText: string | null },
  calendar: WorkingCalendar,
): Remaining {
  if (!dueAt) return { state: 'no-date' };
  return remainingTime(now, { dueAt, limit: stepLimit(limitText), calendar });
}

/** Due today, or within hours: now. */
export function dueTone(remaining: Remaining): DueTone {
  switch (remaining.state) {
    case 'left':
      return remaining.amount.unit === 'days' || remaining.amount.unit === 'working-days' ? 'far' : 'now';
    case 'today':
      return 'now';
    case 'overdue':
      return 'late';
    case 'paused':
      return 'stop';
    case 'no-date':
      return 'none';
  }
}

const WORKING_DAY: Limit = { unit: 'working-days', count: 1 };

/** A step is told in days, unless its limit runs through the night: a screen that counts working minutes would change every minute. */
function stepLimit(limitText: string | null): Limit {
  const term = limitText === null ? undefined : parseLimitTerm(limitText);
  if (!term || term.kind === 'named' || term.limit.unit === 'same-day') return WORKING_DAY;
  return isDayLimit(term.limit) ? term.limit : WORKING_DAY;
}
