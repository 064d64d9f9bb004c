import { type Context } from '../../casework/context';
import { judgeSigning } from '../../casework/judge-signing';
import { lockCase } from '../../casework/read-case';
import { signerLines } from '../../casework/result-signer';
import { judgeCertificate } from '../../casework/signing-certificate';
import { takeStep } from '../../casework/take-step';
import { refuseUnless } from '../../domain/refusal';
import { type RecordedFile, type ShownSignature } from '../../domain/signing-record';
import { asStaff } from '../../policies/actor';
import { readCertificate } from '../../store/certificates';
import { changeProposal } from '../../store/proposals';
import { changeResult, readResult } from '../../store/results';
import { insertSignature } from '../../store/signatures';
import { finishRequest, lockRequest } from '../../store/signing-requests';

export type RecordSignature = {
  requestId: string;
  dossierId: string;
  before: RecordedFile;
  signed: RecordedFile;
  shown: ShownSignature;
  at: Date;
};

/**
 * Puts the leader's signature on record, made and verified outside every lock.
 * All is judged again under it: who came first, signature or withdrawal, is
 * decided here (E20). Then the diagram moves on with the leader's decision.
 */
export async function recordSignature(
  context: Context,
  { requestId, dossierId, before, signed, shown, at }: RecordSignature,
): Promise<void> {
  const { tx, now } = context;
  const actor = asStaff(context.actor);
  const subject = await lockCase(context, dossierId);
  const request = await lockRequest(tx, requestId);
  refuseUnless(request.state === 'working' && request.documentSha256 === before.sha256, 'document-changed');
  const result = await readResult(tx, request.resultId);
  const certificate = await readCertificate(tx, request.certificateId);
  judgeCertificate(certificate, now);
  const { authority } = await judgeSigning(context, actor, certificate, { kind: 'sign', result, expectedSha256: before.sha256 });
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
