import { type Context } from '../../casework/context';
import { lockCase } from '../../casework/read-case';
import { takeStep } from '../../casework/take-step';
import { refuseUnless } from '../../domain/refusal';
import { asStaff } from '../../policies/actor';
import { changeProposal } from '../../store/proposals';
import { findLiveResult, voidUnsealedResults } from '../../store/results';

export type SendBackFromSignature = { dossierId: string; expectedVersion: number; reason: string };

/** The leader does not sign and says why; the draft loses its effect and is drafted anew. What waits for the signature is dropped. */
export async function sendBackFromSignature(
  context: Context,
  { dossierId, expectedVersion, reason }: SendBackFromSignature,
): Promise<void> {
  const { staffId } = asStaff(context.actor);
  const subject = await lockCase(context, dossierId, expectedVersion);
  const result = await findLiveResult(context.tx, dossierId);
  refuseUnless(result?.state === 'submitted', 'step-not-open', { act: 'sign-result' });
  await takeStep(context, subject, { act: 'sign-result', facts: { decision: 'back' }, record: { detail: { decision: 'back', reason } } });
  await voidUnsealedResults(context.tx, dossierId, { at: context.now, by: staffId, reason });
  if (result.proposalId) await changeProposal(context.tx, result.proposalId, { state: 'back' });
}
