import { type Context } from '../../casework/context';
import { lockCase } from '../../casework/read-case';
import { recordAct } from '../../casework/record-act';
import { type StaffDuty } from '../../domain/duties';
import { localDateOf } from '../../domain/local-time';
import { refuseUnless } from '../../domain/refusal';
import { asStaff } from '../../policies/actor';
import { judgeTransfer } from '../../policies/transfers';
import { staffWithDuty } from '../../store/staff';
import { assignTask, findTask } from '../../store/tasks';

export type TransferTask = { taskId: string; staffId: string; reason: string };

/** Hands a task to a colleague with the same duty: by its holder, or by the head who spreads the work. Answers the dossier. */
export async function transferTask(context: Context, { taskId, staffId, reason }: TransferTask): Promise<string> {
  const actor = asStaff(context.actor);
  const task = await findTask(context.tx, taskId);
  refuseUnless(task && task.closedAt === null, 'not-found');
  const { dossier } = await lockCase(context, task.dossierId);
  judgeTransfer(actor, task, dossier);
  const onDate = localDateOf(context.now);
  const colleagues = [];
  for (const agencyId of new Set([task.agencyId ?? dossier.agencyId, actor.agencyId]))
    colleagues.push(...(await staffWithDuty(context.tx, { agencyId, duty: task.duty as StaffDuty, onDate })));
  const colleague = colleagues.find(({ id }) => id === staffId);
  refuseUnless(colleague, 'not-found');
  const isMoved = await assignTask(context.tx, { id: taskId, fromId: task.assigneeId, toId: staffId, at: context.now });
  refuseUnless(isMoved, 'step-not-open');
  await recordAct(context, dossier, {
    act: 'transfer-task',
    taskId,
    ...(task.duty === 'officer' ? { change: { officerId: staffId } } : {}),
    facts: { detail: { task: task.name, to: colleague.fullName, reason } },
  });
  return dossier.id;
}
