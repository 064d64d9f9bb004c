import { z } from 'zod';
import { REMINDER_KINDS } from '../domain/words/reminders';
import { describeRead, describeWrite } from './describe';
import { type Audience } from './endpoint';
import { Id, Instant, saying } from './shapes';
import { Bilingual } from './work-shapes';

/** Those who answer for what has waited too long. */
const HEADS: Audience = { kind: 'staff', duties: ['centre-head', 'division-head'] };

/** What the clock of a diagram has reminded heads of, the oldest first, until one of them says what was done. */
export const RemindersAnswer = z.strictObject({
  items: z.array(
    z.strictObject({
      id: Id,
      dossierId: Id,
      code: z.string().nullable(),
      kind: z.enum(REMINDER_KINDS),
      about: Bilingual,
      at: Instant,
    }),
  ),
});
export type RemindersAnswer = z.infer<typeof RemindersAnswer>;

export const reminderEndpoints = {
  listReminders: describeRead({
    id: 'listReminders',
    path: '/api/reminders',
    summary: { vi: 'Việc để quá hạn cần xem lại', en: 'Reminders of late work' },
    audience: HEADS,
    answer: RemindersAnswer,
  }),
  settleReminder: describeWrite({
    id: 'settleReminder',
    path: '/api/reminders/:reminderId/outcome',
    summary: { vi: 'Ghi cách đã xử lý', en: 'Say what was done about a reminder' },
    audience: HEADS,
    params: z.strictObject({ reminderId: Id }),
    body: z.strictObject({ outcome: saying(1000) }),
    refusals: ['step-not-open', 'own-case', 'held-by-colleague'],
  }),
};
