import { announceCalendarChange, CALENDAR_CHANGED, type CalendarChange } from '../casework/calendar-changed';
import { moveForCalendar } from '../commands/sweeps/move-for-calendar';
import { openIncident } from '../store/incidents';
import { runningDossiers } from '../store/running-dossiers';
import { type Delivery, type Topic } from './outbox-runner';

const AT_ONCE = 50;

/** What the outbox does with a change of the calendar. */
export const calendarTopics: Readonly<Record<string, Topic>> = { [CALENDAR_CHANGED]: moveNextPage };

/**
 * Counts the next page of running dossiers again, each in its own transaction,
 * and lays down the page after it. One that cannot be counted is put before the
 * administrators and holds up nobody else; a page that is repeated moves nothing.
 */
async function moveNextPage(delivery: Delivery): Promise<void> {
  const { decision, after } = delivery.entry.payload as CalendarChange;
  const page = await delivery.perform(({ tx }) => runningDossiers(tx, { after, limit: AT_ONCE }));
  for (const dossierId of page) {
    try {
      await delivery.perform((context) => moveForCalendar(context, { dossierId, decision }));
    } catch (fault) {
      await delivery.perform(({ tx, now }) =>
        openIncident(tx, { dossierId, kind: 'calendar', facts: { decision, fault: String(fault) }, openedAt: now }),
      );
    }
  }
  const last = page.at(-1);
  await delivery.finish(async (context) => {
    if (last !== undefined && page.length === AT_ONCE) await announceCalendarChange(context, { decision, after: last });
  });
}
