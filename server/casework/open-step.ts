import { Refusal } from '../domain/refusal';
import { judgeStep } from '../policies/tasks';
import { type DossierRow } from '../store/models/dossier';
import { type TaskRow } from '../store/models/task';
import { openTasksOf } from '../store/tasks';
import { type Context } from './context';

/** The step of this act that waits now, for somebody who may answer it: for acts that belong to a step and do not end it. */
export async function openStep({ tx, actor }: Pick<Context, 'tx' | 'actor'>, dossier: DossierRow, act: string): Promise<TaskRow> {
  const step = (await openTasksOf(tx, dossier.id)).find((one) => one.act === act);
  if (!step) throw new Refusal('step-not-open', { act });
  judgeStep(actor, step, dossier);
  return step;
}
