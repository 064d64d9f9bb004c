import { refuseUnless } from '../domain/refusal';
import { judgeStep } from '../policies/tasks';
import { type ResultRow } from '../store/models/result';
import { findLiveResult } from '../store/results';
import { openTasksOf } from '../store/tasks';
import { type Context } from './context';
import { type Case } from './read-case';

/** The result on paper whose scan the diagram waits for from this actor. */
export async function openScan(context: Context, { dossier }: Case): Promise<ResultRow> {
  const task = (await openTasksOf(context.tx, dossier.id)).find(({ act }) => act === 'scan-back');
  refuseUnless(task, 'step-not-open', { act: 'scan-back' });
  judgeStep(context.actor, task, dossier);
  const result = await findLiveResult(context.tx, dossier.id);
  refuseUnless(result?.kind === 'paper' && result.state === 'sealed', 'step-not-open', { act: 'scan-back' });
  return result;
}
