import { type Context } from '../../casework/context';
import { findServiceTask } from '../../casework/find-service-task';
import { lockCase } from '../../casework/read-case';
import { takeStep } from '../../casework/take-step';

export type ServiceOrder = { dossierId: string; executionId: string };

/** The applicant is told that a draft waits for their word. From here on the day runs after which silence is agreement. */
export async function sendDraft(context: Context, { dossierId, executionId }: ServiceOrder): Promise<void> {
  const subject = await lockCase(context, dossierId);
  const task = await findServiceTask(context, { dossierId, executionId });
  if (!task) return;
  await takeStep(context, subject, { act: 'send-draft', taskId: task.id });
}
