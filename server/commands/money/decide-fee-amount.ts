import { actingStaff } from '../../casework/acting-staff';
import { type Context } from '../../casework/context';
import { factsOf } from '../../casework/open-fees';
import { lockCase } from '../../casework/read-case';
import { recordAct } from '../../casework/record-act';
import { refuseUnless } from '../../domain/refusal';
import { changeFeeLine, feeLinesOf } from '../../store/fees';

export type DecideFeeAmount = { dossierId: string; feeKey: string; expectedVersion: number; amountDong: number; decision: string };

/** Enters what the provincial council has decided for a fee whose amount was not known when the dossier came. A known amount never changes. */
export async function decideFeeAmount(context: Context, input: DecideFeeAmount): Promise<void> {
  const { dossierId, feeKey, expectedVersion, amountDong, decision } = input;
  const { dossier } = await lockCase(context, dossierId, expectedVersion);
  actingStaff(context, dossier);
  const line = (await feeLinesOf(context.tx, dossierId)).find(({ key }) => key === feeKey);
  refuseUnless(line, 'not-found');
  refuseUnless(line.amountDong === null && line.state !== 'exempt' && line.state !== 'cancelled', 'fee-not-due');
  await changeFeeLine(context.tx, line.id, { amountDong, wording: `${line.wording} (${decision})` });
  const facts = { fees: factsOf([{ ...line, amountDong }]), detail: { fee: line.name, decision } };
  await recordAct(context, dossier, { act: 'decide-fee-amount', facts });
}
