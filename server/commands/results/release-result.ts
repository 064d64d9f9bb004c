import { type Context } from '../../casework/context';
import { findServiceTask } from '../../casework/find-service-task';
import { lockCase } from '../../casework/read-case';
import { takeStep } from '../../casework/take-step';
import { tellApplicant } from '../../casework/tell-applicant';
import { refuseUnless } from '../../domain/refusal';
import { readOpenFees } from '../../store/fees';
import { findLiveResult, releaseResults } from '../../store/results';
import { insertReturn } from '../../store/returns';

export type ReleaseResult = {
  dossierId: string;
  executionId: string;
  /** SHA-256 of the file that was checked. */
  checkedSha256: string;
};

/**
 * Returns the result online: from now on the one it is for can fetch the sealed
 * file. Only what was checked just before, and only when the fee is settled or
 * exempt (R08).
 */
export async function releaseResult(context: Context, { dossierId, executionId, checkedSha256 }: ReleaseResult): Promise<void> {
  const { tx, now } = context;
  const subject = await lockCase(context, dossierId);
  const task = await findServiceTask(context, { dossierId, executionId });
  if (!task) return;
  const result = await findLiveResult(tx, dossierId);
  refuseUnless(result?.state === 'sealed', 'result-not-ready');
  refuseUnless(result.sealedSha256 === checkedSha256, 'document-changed');
  const fees = await readOpenFees(tx, dossierId);
  refuseUnless(!fees.isOpen, 'fee-unsettled', { amount: 0 });
  await releaseResults(tx, dossierId, now);
  await insertReturn(tx, {
    dossierId,
    way: 'online',
    returnedAt: now,
    returnedBy: 'Hệ thống',
    recipientName: subject.dossier.submitterName,
    recipientPaper: null,
    recipientNumber: null,
    recipientRelation: null,
    authorisation: null,
    note: null,
  });
  await takeStep(context, subject, {
    act: 'release-result',
    taskId: task.id,
    record: { detail: { way: 'online', resultId: result.id, number: result.numberText } },
  });
  await tellApplicant(context, subject.dossier, 'released-online');
}
