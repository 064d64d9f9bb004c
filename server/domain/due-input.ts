import { type DueDateInput } from './due-date';
import { type CountedLimit, type Limit, parseLimitTerm } from './limit';
import { type Pause, type PauseRule } from './pauses';
import { type WorkingCalendar } from './working-calendar';

/** What is on record of an accepted dossier and its time: enough to count its due date again. */
export type DueRecord = {
  readonly acceptedAt: Date | null;
  /** Where another instant starts the clock: entry after an outage, receipt by the competent body (R11, R26). */
  readonly receivedAt: Date | null;
  readonly dueAt: Date | null;
  /** The limit as it was pinned at acceptance, in the office's terms; null: no date is promised. */
  readonly limit: string | null;
  readonly pauses: readonly Pause[];
  readonly pauseRule: PauseRule;
  readonly extension: { readonly decidedAt: Date; readonly addedLimit: string } | null;
  readonly calendar: WorkingCalendar;
};

/** All that the due date follows from: the pinned limit, the pauses and the extension on record, the calendar as published now. */
export function dueInputOf(record: DueRecord): DueDateInput {
  const startedAt = record.receivedAt ?? record.acceptedAt;
  if (!startedAt) throw new Error('the clock of this dossier has not begun');
  const { extension } = record;
  return {
    acceptedAt: startedAt,
    limit: parsedLimit(record.limit),
    pauses: record.pauses,
    pauseRules: { supplement: record.pauseRule, 'financial-duty': 'extend', 'sector-law': 'extend' },
    extension: extension ? { decidedAt: extension.decidedAt, limit: countedLimit(extension.addedLimit) } : null,
    promisedAt: record.dueAt,
    calendar: record.calendar,
  };
}

/** A limit that stands in a published version or on a dossier; anything but a span there is a fault. */
export function parsedLimit(text: string | null): Limit | null {
  if (text === null) return null;
  const term = parseLimitTerm(text);
  if (term?.kind !== 'span') throw new Error(`not a time limit: ${text}`);
  return term.limit;
}

/** The limit that is pinned on a dossier (its column `time_limit`), in the office's terms. */
export function pinnedLimit(timeLimit: Readonly<Record<string, unknown>> | null): string | null {
  const limit = timeLimit?.['limit'];
  return typeof limit === 'string' ? limit : null;
}

function countedLimit(text: string): CountedLimit {
  const limit = parsedLimit(text);
  if (!limit || limit.unit === 'same-day') throw new Error(`not a counted limit: ${text}`);
  return limit;
}
