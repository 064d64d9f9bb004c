import { type Context } from '../../casework/context';
import { judgeSigning } from '../../casework/judge-signing';
import { lockCase } from '../../casework/read-case';
import { judgeCertificate } from '../../casework/signing-certificate';
import { type ForeseenNumber, takeNumber } from '../../casework/take-number';
import { issueStopLetter } from '../../casework/stop-letter';
import { takeStep } from '../../casework/take-step';
import { refuseUnless } from '../../domain/refusal';
import { type RecordedFile, type ShownSignature } from '../../domain/signing-record';
import { asStaff } from '../../policies/actor';
import { readCertificate } from '../../store/certificates';
import { changeResult, readResult } from '../../store/results';
import { insertSignature } from '../../store/signatures';
import { finishRequest, lockRequest } from '../../store/signing-requests';

export type RecordSeal = {
  requestId: string;
  dossierId: string;
  before: RecordedFile;
  sealed: RecordedFile;
  shown: ShownSignature;
  at: Date;
  numbering: ForeseenNumber;
};

/**
 * Puts number, date and seal on record, in one act: a number is used up only by
 * the commit that seals (R32). All is judged again under the lock. Throws
 * PassedNumber where the number went to another document meanwhile.
 */
export async function recordSeal(
  context: Context,
  { requestId, dossierId, before, sealed, shown, at, numbering }: RecordSeal,
): Promise<void> {
  const { tx, now } = context;
  const actor = asStaff(context.actor);
  const subject = await lockCase(context, dossierId);
  const request = await lockRequest(tx, requestId);
  refuseUnless(request.state === 'working' && request.documentSha256 === before.sha256, 'document-changed');
  const result = await readResult(tx, request.resultId);
  const certificate = await readCertificate(tx, request.certificateId);
  judgeCertificate(certificate, now);
  await judgeSigning(context, actor, certificate, { kind: 'seal', result, expectedSha256: before.sha256 });
  const { bookId, number, numberText, issuedOn } = numbering;
  const step = await takeStep(context, subject, {
    act: 'number-and-seal',
    facts: { seal: 'done' },
    record: { detail: { resultId: result.id, number: numberText, issuedOn, document: sealed.sha256 } },
  });
  await changeResult(tx, result.id, {
    state: 'sealed',
    sealedSha256: sealed.sha256,
    sealedLength: sealed.length,
    bookId,
    number,
    numberText,
    issuedOn,
  });
  await insertSignature(tx, {
    resultId: result.id,
    role: 'agency',
    staffId: actor.staffId,
    certificateId: certificate.id,
    authorityId: null,
    authorityText: null,
    documentSha256: before.sha256,
    documentLength: before.length,
    shown,
    signedAt: at,
    voidedAt: null,
  });
  await finishRequest(tx, requestId, { at: now, facts: { number: numberText, sha256: sealed.sha256 } });
  await issueStopLetter(context, dossierId, step);
  // last, so that the book is held for as short as can be
  await takeNumber(context, numbering, { resultId: result.id, letterId: null });
}
