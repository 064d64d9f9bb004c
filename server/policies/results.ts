import { Refusal } from '../domain/refusal';
import { type Actor } from './actor';
import { judgeReading } from './reading';
import { type CaseOwnership } from './tasks';

type Readable = { state: 'draft' | 'submitted' | 'signed' | 'sealed' | 'void'; releasedAt: Date | null };

/** Who may have the document itself: staff of the dossier once it is sealed; the one it is for, once it was released or the dossier has ended with it. */
export function judgeResultFile(actor: Actor, dossier: CaseOwnership & { finishedAt: Date | null }, { state, releasedAt }: Readable): void {
  judgeReading(actor, dossier);
  const isHandedOut = releasedAt !== null || dossier.finishedAt !== null;
  if (state !== 'sealed' || (actor.kind === 'citizen' && !isHandedOut)) throw new Refusal('result-not-ready');
}

/** Who may look at a draft: staff of the dossier; the applicant while the office waits for their word on it. */
export function judgeDraft(actor: Actor, dossier: CaseOwnership, openActs: readonly (string | null)[]): void {
  judgeReading(actor, dossier);
  if (actor.kind === 'citizen' && !openActs.includes('answer-draft')) throw new Refusal('not-found');
}
