import { type Context } from '../../casework/context';
import { reckonDue } from '../../casework/reckon-due';
import { lockCase } from '../../casework/read-case';
import { recordAct } from '../../casework/record-act';
import { takeStep } from '../../casework/take-step';
import { endPause } from '../../store/pauses';
import { findTask, openTasksOf } from '../../store/tasks';

/** The acts that wait for the applicant's supplement, or look at it: while one of them is open the clock stands. */
const OF_SUPPLEMENT = ['answer-supplement', 'check-supplement'];

/**
 * A timer of the diagram has come due. Answers false where it no longer waits: it
 * was closed, or moved later by a pause. If with it the wait for a supplement has
 * ended, the clock runs again from now.
 */
export async function ringTimer(context: Context, { taskId, dossierId }: { taskId: string; dossierId: string }): Promise<boolean> {
  const subject = await lockCase(context, dossierId);
  const task = await findTask(context.tx, taskId);
  if (!task || task.closedAt || !task.dueAt || task.dueAt > context.now) return false;
  await takeStep(context, subject, { act: 'ring', taskId, record: { detail: { element: task.elementId } } });
  const isStillWaiting = (await openTasksOf(context.tx, dossierId)).some(({ act }) => act !== null && OF_SUPPLEMENT.includes(act));
  const ended = isStillWaiting ? undefined : await endPause(context.tx, dossierId, context.now);
  if (ended?.kind !== 'supplement') return true;
  const { dueAt } = await reckonDue(context, subject);
  await recordAct(context, subject.dossier, {
    act: 'resume',
    taskId,
    change: { dueAt },
    facts: { pauseClosed: { at: context.now.toISOString() } },
  });
  return true;
}
