import { Router } from 'express';
import { settleReminder } from '../../commands/notices/settle-reminder';
import { reminderEndpoints } from '../../contract/reminders';
import { type Doorway, serve } from '../../http/serve';
import { presentReminders } from '../../presenters/reminders';
import { listReminders } from '../../queries/work/list-reminders';

/** What heads were reminded of, and what they did about it. */
export function reminderRoutes(door: Doorway): Router {
  const router = Router();
  serve(router, door, reminderEndpoints.listReminders, async (context) => presentReminders(await listReminders(context)));
  serve(router, door, reminderEndpoints.settleReminder, async (context, { params, body }) => {
    await settleReminder(context, { ...params, ...body });
    return null;
  });
  return router;
}
