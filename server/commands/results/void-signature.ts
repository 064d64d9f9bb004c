import { type Context } from '../../casework/context';
import { lockCase } from '../../casework/read-case';
import { takeStep } from '../../casework/take-step';
import { checkVoidSignature } from '../../domain/guards/signing';
import { refuseUnless } from '../../domain/refusal';
import { asStaff } from '../../policies/actor';
import { changeProposal } from '../../store/proposals';
import { findLiveResult, insertResult, voidUnsealedResults } from '../../store/results';
import { signaturesOf } from '../../store/signatures';

export type VoidSignature = { dossierId: string; expectedVersion: number; reason: string };

/**
 * Between signature and seal the clerical officer finds an error: the signature
 * is void, the signed draft stays on record, marked, and the document goes back
 * to the leader unsigned (R34). No number was used.
 */
export async function voidSignature(context: Context, { dossierId, expectedVersion, reason }: VoidSignature): Promise<void> {
  const { tx, now } = context;
  const { staffId } = asStaff(context.actor);
  const subject = await lockCase(context, dossierId, expectedVersion);
  const result = await findLiveResult(tx, dossierId);
  refuseUnless(result, 'not-signed');
  const signedBy = (await signaturesOf(tx, result.id)).find(({ role }) => role === 'leader')?.staffId ?? null;
  checkVoidSignature({ signedBy, numberedAt: result.number === null ? null : now }, reason);
  await takeStep(context, subject, {
    act: 'number-and-seal',
    facts: { seal: 'void' },
    record: { detail: { seal: 'void', reason, resultId: result.id } },
  });
  await voidUnsealedResults(tx, dossierId, { at: now, by: staffId, reason });
  await insertResult(tx, {
    dossierId,
    proposalId: result.proposalId,
    outcome: result.outcome,
    kind: result.kind,
    templateVersionId: result.templateVersionId,
    facts: result.facts,
    signerId: result.signerId,
    state: 'submitted',
    baseSha256: result.baseSha256,
    draftedBy: result.draftedBy,
    draftedAt: now,
  });
  if (result.proposalId) await changeProposal(tx, result.proposalId, { state: 'agreed' });
}
