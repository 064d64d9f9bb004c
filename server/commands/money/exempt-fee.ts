import { actingStaff } from '../../casework/acting-staff';
import { bookPayments } from '../../casework/book-payments';
import { type Context } from '../../casework/context';
import { factsOf } from '../../casework/open-fees';
import { endIdlePaymentWait } from '../../casework/payment-wait';
import { lockCase } from '../../casework/read-case';
import { recordAct } from '../../casework/record-act';
import { refuseUnless } from '../../domain/refusal';
import { changeFeeLine, feeLinesOf } from '../../store/fees';

export type ExemptFee = { dossierId: string; feeKey: string; expectedVersion: number; ground: string };

/** Exempts the applicant from a fee on a ground that the version names and the clerk has seen proved. What was paid for it goes back. */
export async function exemptFee(context: Context, { dossierId, feeKey, expectedVersion, ground }: ExemptFee): Promise<void> {
  const subject = await lockCase(context, dossierId, expectedVersion);
  const { staffId } = actingStaff(context, subject.dossier);
  const line = (await feeLinesOf(context.tx, dossierId)).find(({ key }) => key === feeKey);
  refuseUnless(line, 'not-found');
  refuseUnless(line.state !== 'exempt' && line.state !== 'cancelled', 'fee-not-due');
  const exemption = subject.procedure.fees.find(({ key }) => key === feeKey)?.exemptions.find(({ key }) => key === ground);
  refuseUnless(exemption, 'ground-missing');
  await changeFeeLine(context.tx, line.id, {
    state: 'exempt',
    exemptGround: `${exemption.name.vi} (${exemption.clause.text})`,
    exemptedBy: staffId,
  });
  await bookPayments(context, dossierId);
  const fees = factsOf([{ ...line, state: 'exempt' }]);
  const detail = { fee: line.name, ground: exemption.name.vi, clause: exemption.clause.text };
  await recordAct(context, subject.dossier, { act: 'exempt-fee', facts: { fees, detail } });
  await endIdlePaymentWait(context, subject, { detail: { cleared: 'exempt' } });
}
