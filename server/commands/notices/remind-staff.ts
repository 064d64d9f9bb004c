import { type Context } from '../../casework/context';
import { lockCase } from '../../casework/read-case';
import { takeStep } from '../../casework/take-step';
import { type ReminderKind } from '../../domain/words/reminders';
import { insertNotice } from '../../store/notices';
import { openTasksOf } from '../../store/tasks';
import { remindedOf } from '../../casework/reminded';

export type RemindStaff = { dossierId: string; executionId: string; kind: ReminderKind };

/**
 * The diagram's clock has rung for staff: the reminder lies with those who answer
 * for the work, and the diagram goes on. Answers false where it no longer waits:
 * the work was done meanwhile.
 */
export async function remindStaff(context: Context, { dossierId, executionId, kind }: RemindStaff): Promise<boolean> {
  const subject = await lockCase(context, dossierId);
  const task = (await openTasksOf(context.tx, dossierId)).find((one) => one.executionId === executionId);
  if (!task) return false;
  for (const { agencyId, duty } of remindedOf(kind, subject.dossier))
    await insertNotice(context.tx, { dossierId, kind, way: 'house', agencyId, duty, at: context.now });
  await takeStep(context, subject, { act: kind, taskId: task.id });
  return true;
}
