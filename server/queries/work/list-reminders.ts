import { Refusal } from '../../domain/refusal';
import { openReminders, type OpenReminder } from '../../store/notices';
import { type Reader } from '../reader';

const MOST = 200;

/** What waits too long in the eyes of a head: at the bodies and for the duties of the post. */
export async function listReminders({ tx, actor, seen }: Reader): Promise<OpenReminder[]> {
  if (actor.kind !== 'staff') throw new Refusal('not-permitted');
  const reminders = await openReminders(tx, { agencyIds: actor.actsFor, duties: actor.duties, limit: MOST });
  for (const { dossierId } of reminders) seen.push({ dossierId });
  return reminders;
}
