import { Refusal } from '../domain/refusal';
import { type Actor } from './actor';
import { judgeStep, type CaseOwnership, type WaitingStep } from './tasks';

export type NamedStep = WaitingStep & { id: string; act: string | null; name: string | null; dueAt: Date | null };

/** It waits from filing on, and is answered only where somebody has asked to withdraw: offered as `decide-withdrawal`, beside the steps. */
export const CONSENT_ACT = 'consent-to-withdrawal';

/** The steps of a dossier that this actor may answer now: what a screen offers, and nothing that would be refused. */
export function openActsFor<Step extends NamedStep>(actor: Actor, steps: readonly Step[], dossier: CaseOwnership): Step[] {
  return steps.filter((step) => isAnswered(step) && step.act !== CONSENT_ACT && isLetIn(() => judgeStep(actor, step, dossier)));
}

function isAnswered({ kind }: NamedStep): boolean {
  return kind === 'user' || kind === 'message';
}

/** Whether a policy would let somebody in: what it refuses is not offered. */
export function isLetIn(judge: () => void): boolean {
  try {
    judge();
    return true;
  } catch (reason) {
    if (reason instanceof Refusal) return false;
    throw reason;
  }
}
