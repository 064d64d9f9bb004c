import { type Context } from '../../casework/context';
import { openStep } from '../../casework/open-step';
import { lockCase } from '../../casework/read-case';
import { recordAct } from '../../casework/record-act';
import { refuseUnless } from '../../domain/refusal';
import { changeComponent, componentsOf } from '../../store/components';

export type ComponentCheck = { componentKey: string; state: 'good' | 'missing' | 'wrong'; note: string };
export type CheckComponents = { dossierId: string; expectedVersion: number; checks: readonly ComponentCheck[] };

/** The clerk notes of each paper whether it is good, missing or wrong, and why: what a request for completion is then made of. */
export async function checkComponents(context: Context, { dossierId, expectedVersion, checks }: CheckComponents): Promise<void> {
  const { dossier } = await lockCase(context, dossierId, expectedVersion);
  const step = await openStep(context, dossier, 'check-submission');
  const papers = await componentsOf(context.tx, { dossierId });
  for (const { componentKey, state, note } of checks) {
    const paper = papers.find(({ key }) => key === componentKey);
    refuseUnless(paper, 'component-unknown', { component: componentKey });
    refuseUnless(state === 'good' || note, 'reason-missing');
    await changeComponent(context.tx, paper.id, { checkState: state, checkNote: note || null });
  }
  await recordAct(context, dossier, { act: 'check-components', taskId: step.id, facts: { detail: { checks } } });
}
