import { pinnedLimit } from '../../domain/due-input';
import { type StaffDuty } from '../../domain/duties';
import { remainingOfDossier, remainingOfStep } from '../../domain/running-time';
import { type Remaining } from '../../domain/remaining-time';
import { type WorkView } from '../../domain/work-views';
import { type WorkingCalendar } from '../../domain/working-calendar';
import { asStaff } from '../../policies/actor';
import { workScope, type WorkScope } from '../../policies/scope';
import {
  ownWorklistPage,
  worklistPage,
  type AgencyPage,
  type WorklistFilter,
  type WorklistItem,
  type WorklistPlace,
} from '../../store/worklists';
import { type Transaction } from '../../store/transaction';
import { type Reader } from '../reader';

export type ListWork = {
  view: WorkView;
  duty?: StaffDuty | undefined;
  act?: string | undefined;
  procedureCode?: string | undefined;
  isOverdue?: unknown;
  after?: WorklistPlace | undefined;
  size: number;
};

/** One waiting step with the time that is left for it and for its dossier. */
export type WorkEntry = { item: WorklistItem; left: Remaining; dossierLeft: Remaining };
export type WorkEntries = { entries: WorkEntry[]; next: WorklistPlace | null };

/**
 * The work that waits for a member of staff, what is due first on top. What a
 * filter asks beyond the reader's own scope is simply not there.
 */
export async function listWork(reader: Reader, wanted: ListWork): Promise<WorkEntries> {
  const { tx, now, seen } = reader;
  const actor = asStaff(reader.actor);
  const scope = workScope(actor, wanted.view);
  const duties = scope.duties.filter((duty) => wanted.duty === undefined || duty === wanted.duty);
  const page = {
    agencyIds: scope.agencyIds,
    duties,
    filter: filterOf(wanted, scope, now),
    after: wanted.after ?? null,
    limit: wanted.size + 1,
  };
  const found = await pageOf(tx, page, scope);
  const items = found.slice(0, wanted.size);
  seen.push({ found: items.length });
  const last = items.at(-1);
  return {
    entries: await withTimeLeft(reader, items),
    next: found.length > items.length && last ? { dueAt: last.dueAt, id: last.id } : null,
  };
}

function pageOf(tx: Transaction, page: AgencyPage, { held }: WorkScope): Promise<WorklistItem[]> {
  return held.by === 'me' ? ownWorklistPage(tx, { ...page, assigneeId: held.staffId }) : worklistPage(tx, page);
}

function filterOf({ act, procedureCode, isOverdue }: ListWork, { held }: WorkScope, now: Date): WorklistFilter {
  return {
    ...(act === undefined ? {} : { act }),
    ...(procedureCode === undefined ? {} : { procedureCode }),
    ...(isOverdue ? { dueBefore: now } : {}),
    ...(held.by === 'nobody' ? { held: 'by-nobody' } : {}),
    ...(held.by === 'me-or-nobody' ? { openTo: held.staffId } : {}),
  };
}

/** Counted by the hours of the agency that the step waits at; the calendar is asked for once each. */
async function withTimeLeft({ tx, now, parts }: Reader, items: readonly WorklistItem[]): Promise<WorkEntry[]> {
  const calendars = new Map<number, WorkingCalendar>();
  const entries: WorkEntry[] = [];
  for (const item of items) {
    const agencyId = item.agencyId as number;
    const calendar = calendars.get(agencyId) ?? (await parts.calendarOf(tx, agencyId));
    calendars.set(agencyId, calendar);
    const dossier = { ...item, dueAt: item.dossierDueAt, limit: pinnedLimit(item.timeLimit) };
    entries.push({ item, left: remainingOfStep(now, item, calendar), dossierLeft: remainingOfDossier(now, dossier, calendar) });
  }
  return entries;
}
