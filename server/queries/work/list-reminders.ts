import { asStaff } from '../../policies/actor';
import { deskScope } from '../../policies/scope';
import { openReminders, type OpenReminder } from '../../store/notices';
import { type Reader } from '../reader';

const MOST = 200;

/** What waits too long in the eyes of a head: at the bodies and for the duties of the post. */
export async function listReminders({ tx, actor, seen }: Reader): Promise<OpenReminder[]> {
  const reminders = await openReminders(tx, { ...deskScope(asStaff(actor)), limit: MOST });
  for (const { dossierId } of reminders) seen.push({ dossierId });
  return reminders;
}
