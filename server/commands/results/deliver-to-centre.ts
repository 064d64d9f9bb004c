import { type Context } from '../../casework/context';
import { lockCase } from '../../casework/read-case';
import { takeStep } from '../../casework/take-step';
import { asStaff } from '../../policies/actor';
import { giveDossier } from '../../store/hand-overs';
import { post } from '../../store/outbox';
import { findLiveResult } from '../../store/results';

export type DeliverToCentre = { dossierId: string; expectedVersion: number; papers: readonly string[] };

/** The division hands the result to the centre (Phiếu bàn giao). It has arrived only when the centre confirms (R27). */
export async function deliverToCentre(context: Context, { dossierId, expectedVersion, papers }: DeliverToCentre): Promise<void> {
  const { staffId } = asStaff(context.actor);
  const subject = await lockCase(context, dossierId, expectedVersion);
  const { centreId, agencyId } = subject.dossier;
  const result = await findLiveResult(context.tx, dossierId);
  const given = [...(result?.numberText ? [result.numberText] : []), ...papers];
  await takeStep(context, subject, { act: 'deliver-to-centre', record: { detail: { papers: given } } });
  await giveDossier(context.tx, {
    kind: 'result',
    fromAgencyId: agencyId,
    toAgencyId: centreId,
    givenBy: staffId,
    givenAt: context.now,
    dossierId,
    papers: given,
  });
  await post(context.tx, { dossierId, executionId: null, topic: 'letter', payload: { form: 'result-hand-over' } }, context.now);
}
