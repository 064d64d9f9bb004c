import { type StaffDuty } from '../domain/duties';
import { Refusal } from '../domain/refusal';
import { type SigningKind } from '../domain/signing-kind';
import { type StaffActor } from './actor';
import { judgeReading } from './reading';
import { judgeCloseness, judgeHandling, type CaseOwnership } from './tasks';

/** R32: the leader signs, the clerical officer numbers and seals. */
const PENS: Readonly<Record<SigningKind, StaffDuty>> = { sign: 'leader', seal: 'clerical-officer' };

export function judgePen(actor: StaffActor, kind: SigningKind): void {
  if (!actor.duties.includes(PENS[kind])) throw new Refusal('not-permitted');
}

/** E08: a document is made out for another signer by the agency that issues it, never for one's own kin. */
export function judgeNamingSigner(actor: StaffActor, dossier: CaseOwnership): void {
  judgeHandling(actor, dossier);
  if (!actor.actsFor.includes(dossier.agencyId)) throw new Refusal('not-permitted');
  judgeCloseness(actor, dossier);
}

/** Whoever proves somebody else's person must be nobody of theirs (R44), nor of anybody who ever gave that number. */
export function judgeProving(actor: StaffActor, personIds: readonly string[]): void {
  if (personIds.some((id) => actor.closePersonIds.includes(id))) throw new Refusal('own-case');
}

/** A reprint says what the first print said and decides nothing; it is the centre's own. */
export function judgeReprint(actor: StaffActor, dossier: CaseOwnership): void {
  judgeReading(actor, dossier);
  if (!actor.actsFor.includes(dossier.centreId)) throw new Refusal('not-permitted');
}

/** Whether this person may sign form 03 where the version wants this duty for it (R09); others put the refusal forward. */
export function maySignIntakeRefusal(actor: StaffActor, signer: StaffDuty): boolean {
  return actor.duties.includes(signer);
}

/** A reminder is answered for by those it went to: to others it does not exist. */
export function judgeReminder(actor: StaffActor, { agencyId, duty }: { agencyId: number | null; duty: string | null }): void {
  const isTheirs = agencyId !== null && actor.actsFor.includes(agencyId) && actor.duties.some((one) => one === duty);
  if (!isTheirs) throw new Refusal('not-found');
}

/** Nobody closes their own account: the office would be without its administrator. */
export function judgeClosing(actor: StaffActor, staffId: string): void {
  if (actor.staffId === staffId) throw new Refusal('not-permitted');
}
