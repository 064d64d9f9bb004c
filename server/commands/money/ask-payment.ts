import { actingStaff } from '../../casework/acting-staff';
import { type Context } from '../../casework/context';
import { askForFees } from '../../casework/ask-for-fees';
import { lockCase } from '../../casework/read-case';
import { recordAct } from '../../casework/record-act';
import { refuseUnless } from '../../domain/refusal';

export type AskPayment = { dossierId: string; expectedVersion: number };

/** Asks the applicant for what is due, or reminds of it. Where the diagram itself asks (national 6), this is the reminder. */
export async function askPayment(context: Context, { dossierId, expectedVersion }: AskPayment): Promise<void> {
  const { dossier } = await lockCase(context, dossierId, expectedVersion);
  actingStaff(context, dossier);
  const { fees, amountDong } = await askForFees(context, dossier);
  refuseUnless(amountDong > 0, 'fee-not-due');
  await recordAct(context, dossier, { act: 'ask-payment', facts: { fees, detail: { amountDong } } });
}
