import { type Context } from '../../casework/context';
import { lockCase } from '../../casework/read-case';
import { recordAct } from '../../casework/record-act';
import { refuseUnless } from '../../domain/refusal';
import { asStaff } from '../../policies/actor';
import { judgeStep } from '../../policies/tasks';
import { assignTask, findTask } from '../../store/tasks';

/** Takes a task of the pool: of two who reach for it, one gets it. Answers the dossier it belongs to. */
export async function claimTask(context: Context, { taskId }: { taskId: string }): Promise<string> {
  const { staffId } = asStaff(context.actor);
  const task = await findTask(context.tx, taskId);
  refuseUnless(task, 'not-found');
  const { dossier } = await lockCase(context, task.dossierId);
  judgeStep(context.actor, task, dossier);
  refuseUnless(await assignTask(context.tx, { id: taskId, fromId: null, toId: staffId, at: context.now }), 'step-not-open');
  await recordAct(context, dossier, { act: 'claim-task', taskId, facts: { detail: { task: task.name } } });
  return dossier.id;
}
