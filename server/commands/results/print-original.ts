import { type Context } from '../../casework/context';
import { lockCase } from '../../casework/read-case';
import { takeStep } from '../../casework/take-step';
import { counted, countedDetail, type PaperCounted } from '../../casework/wet-result';
import { refuseUnless } from '../../domain/refusal';
import { asStaff } from '../../policies/actor';
import { findLiveResult, submitDrafts } from '../../store/results';
import { insertWetOriginal } from '../../store/wet-originals';

export type PrintOriginal = PaperCounted & { dossierId: string; expectedVersion: number };

/**
 * The officer has printed the result that is signed by hand: civil-status blanks,
 * certified copies (R35). From here on nobody changes what it says; the file that
 * was printed stays named by its hash.
 */
export async function printOriginal(context: Context, { dossierId, expectedVersion, ...paper }: PrintOriginal): Promise<void> {
  const { staffId } = asStaff(context.actor);
  const subject = await lockCase(context, dossierId, expectedVersion);
  const result = await findLiveResult(context.tx, dossierId);
  refuseUnless(result?.kind === 'paper' && result.state === 'draft', 'step-not-open', { act: 'print-original' });
  refuseUnless(result.baseSha256, 'document-not-ready');
  await takeStep(context, subject, {
    act: 'print-original',
    record: { detail: { resultId: result.id, document: result.baseSha256, ...countedDetail(paper) } },
  });
  await submitDrafts(context.tx, dossierId);
  await insertWetOriginal(context.tx, {
    resultId: result.id,
    printedSha256: result.baseSha256,
    printedBy: staffId,
    printedAt: context.now,
    ...counted(paper, null),
  });
}
