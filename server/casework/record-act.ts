import { type JournalFacts } from '../domain/journal';
import { type Actor } from '../policies/actor';
import { appendJournal } from '../store/journal';
import { moveDossier, type DossierMovement } from '../store/move-dossier';
import { type DossierRow } from '../store/models/dossier';
import { type Context } from './context';
import { moveBeforeDueTimers } from './move-dates';
import { tellApplicant } from './tell-applicant';

/** What an act may change of the dossier's own row. Status and due date are projections of the step and its dates. */
export type DossierChange = Partial<DossierMovement>;

/** A wait of the diagram that the act has opened. */
type Opened = { readonly act: string | null };

/**
 * Puts an act on record: the dossier's row moves one version on, and the journal
 * says who did what, when, and what it changed; where it is one to tell of, the
 * applicant is told. Steps of the diagram go through takeStep, which ends here too.
 */
export async function recordAct(
  context: Context,
  dossier: DossierRow,
  act: { act: string; taskId?: string | undefined; change?: DossierChange; facts?: JournalFacts; opened?: readonly Opened[] },
): Promise<number> {
  const change = act.change ?? {};
  const facts: JournalFacts = { ...changedFacts(change), ...act.facts };
  Object.assign(dossier, await moveDossier(context.tx, dossier.id, change));
  if (change.dueAt !== undefined) await moveBeforeDueTimers(context, dossier);
  const { number } = await appendJournal(context.tx, {
    dossierId: dossier.id,
    act: act.act,
    taskId: act.taskId ?? null,
    ...actorColumns(context.actor),
    at: context.now,
    facts,
  });
  const opened = (act.opened ?? []).flatMap((wait) => wait.act ?? []);
  await tellApplicant(context, dossier, { act: act.act, facts, opened });
  return number;
}

function changedFacts(change: DossierChange): JournalFacts {
  const facts: JournalFacts = {};
  if (change.status !== undefined) facts.status = change.status;
  if (change.subStatus !== undefined) facts.subStatus = change.subStatus;
  if (change.code) facts.code = change.code;
  if (change.acceptedAt) facts.acceptedAt = change.acceptedAt.toISOString();
  if (change.receivedAt) facts.receivedAt = change.receivedAt.toISOString();
  if (change.finishedAt) facts.finishedAt = change.finishedAt.toISOString();
  if (change.dueAt !== undefined) facts.dueAt = change.dueAt?.toISOString() ?? null;
  return facts;
}

/** How the journal names an actor. */
export function actorColumns(actor: Actor) {
  const nobody = { postId: null, agencyId: null };
  switch (actor.kind) {
    case 'staff':
      return { actorKind: 'staff', actorId: actor.staffId, actorName: actor.name, postId: actor.postId, agencyId: actor.agencyId } as const;
    case 'citizen':
      return { actorKind: 'citizen', actorId: actor.accountId, actorName: actor.name, ...nobody } as const;
    case 'carrier':
    case 'system':
      return { actorKind: actor.kind, actorId: null, actorName: actor.name, ...nobody } as const;
    case 'anonymous':
      throw new Error('Nobody acts on a dossier without a name.');
  }
}
