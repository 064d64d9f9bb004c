import { type Context } from '../../casework/context';
import { lockCase } from '../../casework/read-case';
import { submitWhenSignable } from '../../casework/submit-drafts';
import { takeStep } from '../../casework/take-step';
import { refuseUnless } from '../../domain/refusal';
import { asStaff } from '../../policies/actor';
import { changeProposal, findOpenProposal } from '../../store/proposals';

export type ReviewProposal = { dossierId: string; expectedVersion: number; isAgreed: boolean; note: string };

/** The head of the division agrees, and the draft goes to the leader; or gives it back with a reason. Never the one who drafted it. */
export async function reviewProposal(context: Context, { dossierId, expectedVersion, isAgreed, note }: ReviewProposal): Promise<void> {
  const { staffId } = asStaff(context.actor);
  refuseUnless(isAgreed || note, 'reason-missing');
  const subject = await lockCase(context, dossierId, expectedVersion);
  const proposal = await findOpenProposal(context.tx, dossierId);
  refuseUnless(proposal, 'step-not-open', { act: 'review-proposal' });
  refuseUnless(proposal.proposedBy !== staffId, 'forbidden-pair', { first: 'dự thảo', second: 'duyệt dự thảo' });
  const step = await takeStep(context, subject, {
    act: 'review-proposal',
    facts: { proposal: isAgreed ? 'agreed' : 'back' },
    record: { detail: { isAgreed, ...(note ? { note } : {}) } },
  });
  await changeProposal(context.tx, proposal.id, {
    state: isAgreed ? 'agreed' : 'back',
    reviewedBy: staffId,
    reviewedAt: context.now,
    reviewNote: note || null,
  });
  await submitWhenSignable(context, dossierId, step);
}
