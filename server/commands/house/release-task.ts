import { type Context } from '../../casework/context';
import { lockCase } from '../../casework/read-case';
import { recordAct } from '../../casework/record-act';
import { refuseUnless } from '../../domain/refusal';
import { asStaff } from '../../policies/actor';
import { assignTask, findTask } from '../../store/tasks';

/** Gives a task back to the pool. Answers the dossier it belongs to. */
export async function releaseTask(context: Context, { taskId }: { taskId: string }): Promise<string> {
  const { staffId } = asStaff(context.actor);
  const task = await findTask(context.tx, taskId);
  refuseUnless(task?.assigneeId === staffId, 'not-found');
  const { dossier } = await lockCase(context, task.dossierId);
  refuseUnless(await assignTask(context.tx, { id: taskId, fromId: staffId, toId: null, at: context.now }), 'step-not-open');
  await recordAct(context, dossier, { act: 'release-task', taskId, facts: { detail: { task: task.name } } });
  return dossier.id;
}
