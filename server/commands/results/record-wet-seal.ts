import { type Context } from '../../casework/context';
import { lockCase } from '../../casework/read-case';
import { giveNumber } from '../../casework/take-number';
import { outrunWithdrawal } from '../../casework/outrun-withdrawal';
import { takeStep } from '../../casework/take-step';
import { counted, countedDetail, type PaperCounted, readWetResult } from '../../casework/wet-result';
import { checkNumberAndSeal, checkVoidSignature } from '../../domain/guards/signing';
import { refuseUnless } from '../../domain/refusal';
import { asStaff } from '../../policies/actor';
import { changeProposal } from '../../store/proposals';
import { changeResult, voidUnsealedResults } from '../../store/results';
import { changeWetOriginal } from '../../store/wet-originals';

export type RecordWetSeal = PaperCounted & {
  dossierId: string;
  expectedVersion: number;
  decision: 'sealed' | 'void';
  /** Why the signature is void. */
  reason: string;
};

const ACT = 'record-wet-seal';

/**
 * The clerical officer gives the paper its number from the book and seals it:
 * after the leader's signature, by another hand, once (NĐ 30/2020 Art. 15). The
 * number is the book's next, never typed; the answer names it, to be written on the
 * paper. An error found before the seal voids the signature, and no number is used
 * (R34).
 */
export async function recordWetSeal(context: Context, input: RecordWetSeal): Promise<void> {
  const { dossierId, expectedVersion, decision, reason, ...paper } = input;
  const { staffId } = asStaff(context.actor);
  refuseUnless(decision === 'sealed' || reason, 'reason-missing');
  const subject = await lockCase(context, dossierId, expectedVersion);
  const { result, paper: signed } = await readWetResult(context, subject, { state: 'signed', act: ACT });
  const document = { signedBy: signed.signedBy, numberedAt: null };
  if (decision === 'void') {
    checkVoidSignature(document, reason);
    const detail = { seal: 'void', reason, resultId: result.id, ...countedDetail(paper) };
    await takeStep(context, subject, { act: ACT, facts: { seal: 'void' }, record: { detail } });
    await changeWetOriginal(context.tx, result.id, counted(paper, signed));
    await voidUnsealedResults(context.tx, dossierId, { at: context.now, by: staffId, reason });
    if (result.proposalId) await changeProposal(context.tx, result.proposalId, { state: 'back' });
    return;
  }
  checkNumberAndSeal(document, staffId);
  const { key } = subject.procedure.resultBook;
  const { bookId, number, numberText, issuedOn } = await giveNumber(context, {
    book: { agencyId: subject.dossier.agencyId, key },
    resultId: result.id,
  });
  await takeStep(context, subject, {
    act: ACT,
    facts: { seal: 'done' },
    record: { detail: { resultId: result.id, number: numberText, issuedOn, ...countedDetail(paper) } },
  });
  await changeResult(context.tx, result.id, { state: 'sealed', bookId, number, numberText, issuedOn });
  await changeWetOriginal(context.tx, result.id, { ...counted(paper, signed), sealedBy: staffId, sealedAt: context.now });
  await outrunWithdrawal(context, subject.dossier);
}
