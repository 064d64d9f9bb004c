import { refuseUnless } from '../domain/refusal';
import { judgeStep } from '../policies/tasks';
import { type SupplementRow } from '../store/models/supplement';
import { findLastSupplement } from '../store/supplements';
import { openTasksOf } from '../store/tasks';
import { type Context } from './context';
import { type Case } from './read-case';

/** What the applicant was asked for: a paper, or a question of the form, with what is wrong. */
export type RequestedItem = { kind: 'component' | 'answer'; key: string; what: string };

/** The acts by which a request is answered, by its phase. */
export const ANSWERS = { intake: 'answer-completion', appraisal: 'answer-supplement' } as const;

/**
 * The request that waits for this actor's answer: the applicant's, or the clerk's
 * who takes papers at the counter in the applicant's name. Refuses
 * `supplement-not-open` where nothing of the phase is asked for now.
 */
export async function openRequest(context: Context, { dossier }: Case, phase: SupplementRow['phase']): Promise<SupplementRow> {
  const request = await findLastSupplement(context.tx, dossier.id, phase);
  const waiting = (await openTasksOf(context.tx, dossier.id)).find(({ act }) => act === ANSWERS[phase]);
  refuseUnless(request?.state === 'issued' && waiting, 'supplement-not-open');
  judgeStep(context.actor, waiting, dossier);
  return request;
}

/** The same for whichever phase asks now: only one can. */
export async function anyOpenRequest(context: Context, subject: Case): Promise<SupplementRow> {
  const waiting = (await openTasksOf(context.tx, subject.dossier.id)).some(({ act }) => act === ANSWERS.intake);
  return openRequest(context, subject, waiting ? 'intake' : 'appraisal');
}

export function itemsOf({ items }: SupplementRow): RequestedItem[] {
  return items as unknown as RequestedItem[];
}
