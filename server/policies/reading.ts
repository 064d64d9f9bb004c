import { Refusal } from '../domain/refusal';
import { type Actor } from './actor';
import { ownsDossier, seesDossier, type CaseOwnership } from './tasks';

/** Refuses as `not-found` whoever may not know of this dossier: what is unseen does not exist. */
export function judgeReading(actor: Actor, dossier: CaseOwnership): void {
  if (!maySee(actor, dossier)) throw new Refusal('not-found');
}

export function maySee(actor: Actor, dossier: CaseOwnership): boolean {
  switch (actor.kind) {
    case 'system':
      return true;
    case 'staff':
      return !isAdministratorOnly(actor.duties) && seesDossier(actor, dossier);
    case 'citizen':
      return ownsDossier(actor, dossier);
    case 'carrier':
    case 'anonymous':
      return false;
  }
}

/** Administration looks after accounts and diagrams; it opens no citizen's dossier. */
function isAdministratorOnly(duties: readonly string[]): boolean {
  return duties.every((duty) => duty === 'administrator');
}
