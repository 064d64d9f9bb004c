import { type Context } from '../../casework/context';
import { judgeSigner } from '../../casework/judge-signing';
import { lockCase } from '../../casework/read-case';
import { signerLines } from '../../casework/result-signer';
import { takeStep } from '../../casework/take-step';
import { counted, countedDetail, type PaperCounted, readWetResult } from '../../casework/wet-result';
import { refuseUnless } from '../../domain/refusal';
import { asStaff } from '../../policies/actor';
import { changeProposal } from '../../store/proposals';
import { changeResult, voidUnsealedResults } from '../../store/results';
import { changeWetOriginal } from '../../store/wet-originals';

export type RecordWetSignature = PaperCounted & {
  dossierId: string;
  expectedVersion: number;
  decision: 'signed' | 'back';
  /** Why it is not signed. */
  reason: string;
};

const ACT = 'record-wet-signature';

/**
 * The leader has signed the paper by hand, and says so: with an authority of one's
 * own on this day, on the paper that bears one's own name. Or does not sign, with a
 * reason, and it is drafted anew.
 */
export async function recordWetSignature(context: Context, input: RecordWetSignature): Promise<void> {
  const { dossierId, expectedVersion, decision, reason, ...paper } = input;
  const actor = asStaff(context.actor);
  refuseUnless(decision === 'signed' || reason, 'reason-missing');
  const subject = await lockCase(context, dossierId, expectedVersion);
  const { result, paper: printed } = await readWetResult(context, subject, { state: 'submitted', act: ACT });
  if (decision === 'back') {
    await takeStep(context, subject, { act: ACT, facts: { decision }, record: { detail: { decision, reason, ...countedDetail(paper) } } });
    await changeWetOriginal(context.tx, result.id, counted(paper, printed));
    await voidUnsealedResults(context.tx, dossierId, { at: context.now, by: actor.staffId, reason });
    if (result.proposalId) await changeProposal(context.tx, result.proposalId, { state: 'back' });
    return;
  }
  refuseUnless(printed.printedSha256 === result.baseSha256, 'document-changed');
  const authority = await judgeSigner(context, actor, { result, dossier: subject.dossier });
  const lines = signerLines(authority, actor.name);
  const authorityText = [lines.authority, lines.position].filter(Boolean).join(' – ');
  await takeStep(context, subject, {
    act: ACT,
    facts: { decision: result.outcome },
    record: { detail: { outcome: result.outcome, resultId: result.id, authority: authorityText, ...countedDetail(paper) } },
  });
  await changeResult(context.tx, result.id, { state: 'signed' });
  if (result.proposalId) await changeProposal(context.tx, result.proposalId, { state: 'decided' });
  const signed = { signedBy: actor.staffId, signedAt: context.now, authorityId: authority.id, authorityText };
  await changeWetOriginal(context.tx, result.id, { ...counted(paper, printed), ...signed });
}
