import { type Context } from '../../casework/context';
import { lockSigning, type SigningOnHand } from '../../casework/lock-signing';
import { signerLines } from '../../casework/result-signer';
import { takeStep } from '../../casework/take-step';
import { type RecordedFile, type ShownSignature } from '../../domain/signing-record';
import { changeProposal } from '../../store/proposals';
import { changeResult } from '../../store/results';
import { insertSignature } from '../../store/signatures';
import { finishRequest } from '../../store/signing-requests';

export type RecordSignature = SigningOnHand & {
  signed: RecordedFile;
  shown: ShownSignature;
  at: Date;
};

/**
 * Puts the leader's signature on record, made and verified outside every
 * lock. The diagram moves on with the leader's decision.
 */
export async function recordSignature(
  context: Context,
  { requestId, dossierId, before, signed, shown, at }: RecordSignature,
): Promise<void> {
  const { tx, now } = context;
  const { actor, subject, result, certificate, authority } = await lockSigning(context, 'sign', { requestId, dossierId, before });
  const lines = authority && signerLines(authority, actor.name);
  await takeStep(context, subject, {
    act: 'sign-result',
    facts: { decision: result.outcome },
    record: { detail: { outcome: result.outcome, resultId: result.id, document: signed.sha256 } },
  });
  await changeResult(tx, result.id, { state: 'signed', signedSha256: signed.sha256, signedLength: signed.length });
  if (result.proposalId) await changeProposal(tx, result.proposalId, { state: 'decided' });
  await insertSignature(tx, {
    resultId: result.id,
    role: 'leader',
    staffId: actor.staffId,
    certificateId: certificate.id,
    authorityId: authority?.id ?? null,
    authorityText: lines ? [lines.authority, lines.position].filter(Boolean).join(' – ') : null,
    documentSha256: before.sha256,
    documentLength: before.length,
    shown,
    signedAt: at,
    voidedAt: null,
  });
  await finishRequest(tx, requestId, { at: now, facts: { sha256: signed.sha256 } });
}
