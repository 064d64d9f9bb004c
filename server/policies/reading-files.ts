import { Refusal } from '../domain/refusal';
import { type Actor } from './actor';
import { maySee } from './reading';
import { type CaseOwnership } from './tasks';

/** One place that holds a file: a paper of a dossier, or of a draft that is still its account's alone. `isRemoved`: it was taken off the paper since. */
export type FileHolder = {
  readonly isRemoved: boolean;
  readonly dossier: (CaseOwnership & { readonly id: string }) | null;
  readonly draftAccountId: string | null;
};

/**
 * Lets in whoever may read a dossier that holds the file, or the account whose
 * draft does; `not-found` for all others. A file that was taken off again stays
 * on record and is the office's alone. Answers the dossier it was read through.
 */
export function judgeFileReading(actor: Actor, holders: readonly FileHolder[]): string | null {
  const holder = holders.find((one) => mayOpen(actor, one));
  if (!holder) throw new Refusal('not-found');
  return holder.dossier?.id ?? null;
}

function mayOpen(actor: Actor, { isRemoved, dossier, draftAccountId }: FileHolder): boolean {
  if (isRemoved && actor.kind !== 'staff') return false;
  if (dossier) return maySee(actor, dossier);
  return actor.kind === 'citizen' && draftAccountId === actor.accountId;
}
