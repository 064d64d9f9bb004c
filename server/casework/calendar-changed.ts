import { post } from '../store/outbox';
import { type Context } from './context';

/** The topic under which running dates are counted again after the calendar has changed. */
export const CALENDAR_CHANGED = 'calendar-changed';

/** Where the walk over the running dossiers stands; `after` null: at its beginning. */
export type CalendarChange = { decision: string; after: string | null };

/** Lays down that running dates have to be counted again: after the commit, dossier by dossier, a page at a time. */
export async function announceCalendarChange({ tx, now }: Pick<Context, 'tx' | 'now'>, change: CalendarChange): Promise<void> {
  await post(tx, { dossierId: null, executionId: null, topic: CALENDAR_CHANGED, payload: { ...change } }, now);
}
