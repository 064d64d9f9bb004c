import { type Context } from '../../casework/context';
import { findServiceTask } from '../../casework/find-service-task';
import { lockCase } from '../../casework/read-case';
import { submitWhenSignable } from '../../casework/submit-drafts';
import { takeStep } from '../../casework/take-step';

export type MarkSilence = { dossierId: string; executionId: string };

/** Nobody answered within the day that the procedure gives: counted as agreement, and marked so, with the clause it rests on. */
export async function markSilence(context: Context, { dossierId, executionId }: MarkSilence): Promise<void> {
  const subject = await lockCase(context, dossierId);
  const task = await findServiceTask(context, { dossierId, executionId });
  if (!task) return;
  const clause = subject.procedure.draftConfirmation?.clause.text;
  const step = await takeStep(context, subject, {
    act: 'mark-silence',
    taskId: task.id,
    facts: { draft: 'agreed' },
    record: { detail: { silence: 'coi như đồng ý', ...(clause ? { clause } : {}) } },
  });
  await submitWhenSignable(context, dossierId, step);
}
