import { type Context } from '../../casework/context';
import { findServiceTask } from '../../casework/find-service-task';
import { lockCase } from '../../casework/read-case';
import { registerReturn } from '../../casework/register-return';
import { judgeReturn } from '../../casework/return-gate';
import { takeStep } from '../../casework/take-step';
import { refuseUnless } from '../../domain/refusal';
import { findLiveResult, releaseResults } from '../../store/results';

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
  await judgeReturn(context, subject, 'online');
  await releaseResults(tx, dossierId, now);
  await takeStep(context, subject, {
    act: 'release-result',
    taskId: task.id,
    record: { detail: { way: 'online', resultId: result.id, number: result.numberText } },
  });
  const { submitterName: name } = subject.dossier;
  const recipient = { name, paper: null, number: null, relation: null, authorisation: null, note: null };
  await registerReturn(context, subject.dossier, 'result', { way: 'online', at: now, ...recipient });
}
