import { actingStaff } from '../../casework/acting-staff';
import { type Context } from '../../casework/context';
import { judgeRecipient, type RecipientShown } from '../../casework/judge-recipient';
import { lockCase } from '../../casework/read-case';
import { registerReturn } from '../../casework/register-return';
import { takeStep } from '../../casework/take-step';

export type ReturnRefusal = { dossierId: string; expectedVersion: number; recipient: RecipientShown };

/** The signed refusal or stop goes back through the centre like a result, with the papers. No fee stands in its way. */
export async function returnRefusal(context: Context, { dossierId, expectedVersion, recipient }: ReturnRefusal): Promise<void> {
  const subject = await lockCase(context, dossierId, expectedVersion);
  actingStaff(context, subject.dossier);
  const to = await judgeRecipient(context, subject.dossier, recipient);
  const { relation, isReceiptLost } = recipient;
  await takeStep(context, subject, { act: 'return-refusal', record: { detail: { relation, isReceiptLost } } });
  await registerReturn(context, subject.dossier, 'refusal', { ...to, way: 'counter', at: context.now });
}
