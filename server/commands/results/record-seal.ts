import { type Context } from '../../casework/context';
import { lockSigning, type SigningOnHand } from '../../casework/lock-signing';
import { type ForeseenNumber, takeNumber } from '../../casework/take-number';
import { outrunWithdrawal } from '../../casework/outrun-withdrawal';
import { issueStopLetter } from '../../casework/stop-letter';
import { takeStep } from '../../casework/take-step';
import { type RecordedFile, type ShownSignature } from '../../domain/signing-record';
import { changeResult } from '../../store/results';
import { insertSignature } from '../../store/signatures';
import { finishRequest } from '../../store/signing-requests';

export type RecordSeal = SigningOnHand & {
  sealed: RecordedFile;
  shown: ShownSignature;
  at: Date;
  numbering: ForeseenNumber;
};

/**
 * Puts number, date and seal on record, in one act: a number is used up only by
 * the commit that seals (R32). Throws
 * PassedNumber where the number went to another document meanwhile.
 */
export async function recordSeal(
  context: Context,
  { requestId, dossierId, before, sealed, shown, at, numbering }: RecordSeal,
): Promise<void> {
  const { tx, now } = context;
  const { actor, subject, result, certificate } = await lockSigning(context, 'seal', { requestId, dossierId, before });
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
  await outrunWithdrawal(context, subject.dossier);
  // last, so that the book is held for as short as can be
  await takeNumber(context, numbering, { resultId: result.id, letterId: null });
}
