import { actingStaff } from '../../casework/acting-staff';
import { type Context } from '../../casework/context';
import { lockCase } from '../../casework/read-case';
import { recordAct } from '../../casework/record-act';
import { refuseUnless } from '../../domain/refusal';
import { judgeReminder } from '../../policies/office';
import { readReminder, settleNotice } from '../../store/notices';

export type SettleReminder = { reminderId: string; outcome: string };

/** A head says what was done about work that waited too long; the work itself is moved by its own acts. */
export async function settleReminder(context: Context, { reminderId, outcome }: SettleReminder): Promise<void> {
  const { dossierId } = await readReminder(context.tx, reminderId);
  const { dossier } = await lockCase(context, dossierId);
  const actor = actingStaff(context, dossier);
  const { kind, settledAt, ...to } = await readReminder(context.tx, reminderId);
  judgeReminder(actor, to);
  refuseUnless(settledAt === null, 'step-not-open', { act: 'settle-reminder' });
  await settleNotice(context.tx, reminderId, { settledAt: context.now, settledBy: actor.staffId, outcome });
  await recordAct(context, dossier, { act: 'settle-reminder', facts: { detail: { reminder: kind, note: outcome } } });
}
