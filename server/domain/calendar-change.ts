import { dueDate, type DueDateInput } from './due-date';
import { type ExplanationLine } from './explanation';

/** A dossier's due date as it stands, and what it was computed from; `calendar` is the new one. */
export interface StandingDueDate {
  readonly input: DueDateInput;
  readonly dueAt: Date | null;
  readonly finishedAt: Date | null;
}

export type CalendarMove =
  | { readonly moves: true; readonly dueAt: Date; readonly explanation: readonly ExplanationLine[] }
  | { readonly moves: false; readonly because: 'finished' | 'paused' | 'no-limit' | 'not-in-span' | 'never-earlier' };

/**
 * What a published change of the calendar does to one running date. Only a span
 * that contains the day moves, and only later: a make-up day never brings
 * forward a date the citizen already holds. A paused dossier moves when it
 * resumes; a finished one keeps the dates it was judged by. The one extension
 * is not used up.
 */
export function moveForCalendar({ input, dueAt, finishedAt }: StandingDueDate): CalendarMove {
  if (finishedAt) return { moves: false, because: 'finished' };
  if (input.limit === null) return { moves: false, because: 'no-limit' };
  if (dueAt === null) return { moves: false, because: 'paused' };
  const fresh = dueDate({ ...input, promisedAt: null }).dueAt;
  if (fresh === null) return { moves: false, because: 'paused' };
  if (fresh < dueAt) return { moves: false, because: 'never-earlier' };
  if (fresh.getTime() === dueAt.getTime()) return { moves: false, because: 'not-in-span' };
  return { moves: true, dueAt: fresh, explanation: dueDate({ ...input, promisedAt: dueAt }).explanation };
}
