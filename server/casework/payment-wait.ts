import { type JournalFacts } from '../domain/journal';
import { openTasksOf } from '../store/tasks';
import { type TaskRow } from '../store/models/task';
import { type Context } from './context';
import { feeGate } from './fee-gate';
import { type Case } from './read-case';
import { takeStep } from './take-step';

/** The diagram's wait for money that has become idle: nothing that it waits for is left to pay. */
export async function findIdlePaymentWait(context: Context, { dossier }: Case): Promise<TaskRow | undefined> {
  const wait = (await openTasksOf(context.tx, dossier.id)).find(({ kind, act }) => kind === 'message' && act === 'record-payment');
  if (!wait) return undefined;
  const gate = await feeGate(context, dossier);
  const isIdle = dossier.status === 9 ? gate.isCleared : !gate.isPaymentDue;
  return isIdle ? wait : undefined;
}

/**
 * Lets the diagram go on when an act has cleared the fees otherwise than by a
 * payment: an exemption, cash to be collected at the door. The house answers the
 * wait itself; the act that cleared the fees stands before it in the journal.
 */
export async function endIdlePaymentWait(context: Context, subject: Case, record: JournalFacts): Promise<void> {
  const wait = await findIdlePaymentWait(context, subject);
  if (!wait) return;
  await takeStep({ ...context, actor: { kind: 'system', name: 'fees' } }, subject, { act: 'record-payment', taskId: wait.id, record });
}
