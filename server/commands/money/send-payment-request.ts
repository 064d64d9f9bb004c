import { askForFees } from '../../casework/ask-for-fees';
import { type Context } from '../../casework/context';
import { lockCase } from '../../casework/read-case';
import { takeStep } from '../../casework/take-step';
import { openTasksOf } from '../../store/tasks';

/** The diagram asks for the fees that are due before work begins. Answers false where it no longer does: the dossier was withdrawn. */
export async function sendPaymentRequest(
  context: Context,
  { dossierId, executionId }: { dossierId: string; executionId: string },
): Promise<boolean> {
  const subject = await lockCase(context, dossierId);
  const task = (await openTasksOf(context.tx, dossierId)).find((one) => one.executionId === executionId);
  if (!task) return false;
  const { fees, amountDong } = await askForFees(context, subject.dossier);
  await takeStep(context, subject, { act: 'ask-payment', taskId: task.id, record: { fees, detail: { amountDong } } });
  return true;
}
