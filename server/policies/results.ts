import { Refusal } from '../domain/refusal';
import { type Actor } from './actor';
import { judgeReading } from './reading';
import { type CaseOwnership } from './tasks';

/** National status 8: ended against the applicant, to be given back. */
const REFUSED = 8;

type Readable = {
  state: 'draft' | 'submitted' | 'signed' | 'sealed' | 'void';
  releasedAt: Date | null;
  outcome: 'grant' | 'refuse' | 'stop';
};

type Ended = { finishedAt: Date | null; status: number };

/**
 * Who may have the document itself: staff of the dossier once it is sealed; the one
 * it is for, once it was released or the dossier has ended with it. A decision
 * against them they may read as soon as it lies at the counter for them: no fee
 * stands in its way, and their time to complain runs.
 */
export function judgeResultFile(actor: Actor, dossier: CaseOwnership & Ended, result: Readable): void {
  judgeReading(actor, dossier);
  const isHandedOut = isFor(dossier, result);
  if (result.state !== 'sealed' || (actor.kind === 'citizen' && !isHandedOut)) throw new Refusal('result-not-ready');
}

/**
 * What of the results stands on the applicant's own page and list: what has
 * reached them, even where it was revoked since, and the draft that waits for
 * their word.
 */
export function isShownToApplicant(dossier: Ended, result: Readable, openActs: readonly (string | null)[]): boolean {
  return isFor(dossier, result) || (result.state === 'draft' && openActs.includes('answer-draft'));
}

function isFor({ finishedAt, status }: Ended, { state, releasedAt, outcome }: Readable): boolean {
  return releasedAt !== null || (state === 'sealed' && (finishedAt !== null || (outcome !== 'grant' && status === REFUSED)));
}

/** Who may look at a draft: staff of the dossier; the applicant while the office waits for their word on it. */
export function judgeDraft(actor: Actor, dossier: CaseOwnership, openActs: readonly (string | null)[]): void {
  judgeReading(actor, dossier);
  if (actor.kind === 'citizen' && !openActs.includes('answer-draft')) throw new Refusal('not-found');
}
