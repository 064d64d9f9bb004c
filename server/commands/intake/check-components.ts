import { type Context } from '../../casework/context';
import { lockCase } from '../../casework/read-case';
import { recordAct } from '../../casework/record-act';
import { refuseUnless } from '../../domain/refusal';
import { judgeStep } from '../../policies/tasks';
import { changeComponent, componentsOf } from '../../store/components';
import { openTasksOf } from '../../store/tasks';

export type ComponentCheck = { componentKey: string; state: 'good' | 'missing' | 'wrong'; note: string };
export type CheckComponents = { dossierId: string; expectedVersion: number; checks: readonly ComponentCheck[] };

/** The clerk notes of each paper whether it is good, missing or wrong, and why: what a request for completion is then made of. */
export async function checkComponents(context: Context, { dossierId, expectedVersion, checks }: CheckComponents): Promise<void> {
  const { dossier } = await lockCase(context, dossierId, expectedVersion);
  const step = (await openTasksOf(context.tx, dossierId)).find(({ act }) => act === 'check-submission');
  refuseUnless(step, 'step-not-open', { act: 'check-components' });
  judgeStep(context.actor, step, dossier);
  const papers = await componentsOf(context.tx, { dossierId });
  for (const { componentKey, state, note } of checks) {
    const paper = papers.find(({ key }) => key === componentKey);
    refuseUnless(paper, 'component-unknown', { component: componentKey });
    refuseUnless(state === 'good' || note, 'reason-missing');
    await changeComponent(context.tx, paper.id, { checkState: state, checkNote: note || null });
  }
  await recordAct(context, dossier, { act: 'check-components', taskId: step.id, facts: { detail: { checks } } });
}
