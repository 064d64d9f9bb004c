import { Refusal } from '../domain/refusal';
import { type StaffActor } from './actor';
import { seesDossier, type CaseOwnership, type WaitingStep } from './tasks';

const SPREADERS = ['division-head', 'centre-head', 'leader'] as const;

/** Whoever spreads the work of an agency: its heads and leaders. */
export function isSpreader(actor: StaffActor): boolean {
  return SPREADERS.some((duty) => actor.duties.includes(duty));
}

/** Who may hand a task to somebody else: its holder, or the head of the agency that it waits at. */
export function judgeTransfer(actor: StaffActor, step: WaitingStep, dossier: CaseOwnership): void {
  if (!seesDossier(actor, dossier)) throw new Refusal('not-found');
  if (step.assigneeId === actor.staffId) return;
  if (!isSpreader(actor) || (step.agencyId !== null && !actor.actsFor.includes(step.agencyId))) throw new Refusal('not-permitted');
}
