import { type Actor } from './actor';
import { CONSENT_ACT, isLetIn, type NamedStep } from './open-acts';
import { maySee } from './reading';
import { judgeStep, type CaseOwnership } from './tasks';
import { judgeTransfer } from './transfers';

export type OutsideAct = 'ask-withdrawal' | 'decide-withdrawal' | 'apologise';

/** What decides on the acts that no step of the diagram offers. */
export type OutsideState = {
  readonly isWithdrawalAsked: boolean;
  readonly isNumbered: boolean;
  readonly isOverdue: boolean;
};

/**
 * The acts beside the diagram that are open to this reader: to ask for
 * withdrawal while it can still be granted (R31), to decide on it, to apologise
 * once a dossier is overdue (R07). Each command judges for itself; this is what a
 * screen offers.
 */
export function outsideActsFor(actor: Actor, steps: readonly NamedStep[], dossier: CaseOwnership, state: OutsideState): OutsideAct[] {
  const consent = steps.filter(({ act }) => act === CONSENT_ACT);
  const mayEndByWithdrawal = consent.length > 0 && !state.isNumbered;
  const mayDecide = consent.some((step) => isLetIn(() => judgeStep(actor, step, dossier)));
  const acts: [OutsideAct, boolean][] = [
    ['ask-withdrawal', mayEndByWithdrawal && !state.isWithdrawalAsked && maySpeakForApplicant(actor, dossier)],
    ['decide-withdrawal', mayEndByWithdrawal && state.isWithdrawalAsked && mayDecide],
    ['apologise', state.isOverdue && isLeader(actor) && maySee(actor, dossier)],
  ];
  return acts.filter(([, isOpen]) => isOpen).map(([act]) => act);
}

function isLeader(actor: Actor): boolean {
  return actor.kind === 'staff' && actor.duties.includes('leader');
}

function maySpeakForApplicant(actor: Actor, dossier: CaseOwnership): boolean {
  if (!maySee(actor, dossier)) return false;
  return actor.kind === 'citizen' || (actor.kind === 'staff' && actor.duties.includes('clerk'));
}

/** What this reader may do with one waiting task beside answering it. */
export type TaskActs = { readonly mayClaim: boolean; readonly mayRelease: boolean; readonly mayTransfer: boolean };

export function taskActsFor(actor: Actor, step: NamedStep, dossier: CaseOwnership): TaskActs {
  if (actor.kind !== 'staff' || step.kind !== 'user') return { mayClaim: false, mayRelease: false, mayTransfer: false };
  return {
    mayClaim: step.assigneeId === null && isLetIn(() => judgeStep(actor, step, dossier)),
    mayRelease: step.assigneeId === actor.staffId,
    mayTransfer: isLetIn(() => judgeTransfer(actor, step, dossier)),
  };
}
