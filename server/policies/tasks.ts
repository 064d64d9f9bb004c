import { type Duty } from '../domain/duties';
import { Refusal } from '../domain/refusal';
import { type Actor, type CitizenActor, type StaffActor } from './actor';

/** The part of a waiting step that decides who may answer it. */
export type WaitingStep = {
  kind: 'user' | 'service' | 'timer' | 'message';
  duty: string | null;
  agencyId: number | null;
  assigneeId: string | null;
};

/** The part of a dossier that decides whose it is. */
export type CaseOwnership = {
  centreId: number;
  agencyId: number;
  ownerPersonId: string | null;
  submitterPersonId: string | null;
  submitterAccountId: string | null;
};

/**
 * Refuses unless the actor may answer this step of this dossier: by duty, by
 * agency, by assignment, and never in a case of their own or of kin (R44).
 */
export function judgeStep(actor: Actor, step: WaitingStep, dossier: CaseOwnership): void {
  switch (actor.kind) {
    case 'system':
      return;
    case 'carrier':
      if (!isOfThePost(step)) throw new Refusal('not-permitted');
      return;
    case 'citizen':
      if (!ownsDossier(actor, dossier)) throw new Refusal('not-found');
      if (step.duty !== 'submitter') throw new Refusal('not-permitted');
      return;
    case 'staff':
      return isOfThePost(step) ? judgeParcelReport(actor, dossier) : judgeStaff(actor, step, dossier);
    case 'anonymous':
      throw new Refusal('not-signed-in');
  }
}

function isOfThePost({ kind, duty }: WaitingStep): boolean {
  return kind === 'message' && duty === 'post-counter-clerk';
}

/**
 * Who may report on a parcel: the carrier's feed and whoever works for the post,
 * on every parcel, for the post serves all centres and its postman has one round;
 * the clerk of the centre, on that centre's parcels, which are unknown to any
 * other, and never on one for themselves or their kin (R44).
 */
export function judgeParcelReport(actor: Actor, dossier: CaseOwnership): void {
  if (actor.kind === 'carrier' || actor.kind === 'system') return;
  if (actor.kind !== 'staff') throw new Refusal(actor.kind === 'anonymous' ? 'not-signed-in' : 'not-permitted');
  if (actor.duties.includes('postman') || actor.duties.includes('post-counter-clerk')) return;
  if (!actor.duties.includes('clerk')) throw new Refusal('not-permitted');
  if (!isOfItsAgencies(actor, dossier)) throw new Refusal('parcel-unknown');
  judgeCloseness(actor, dossier);
}

function judgeStaff(actor: StaffActor, step: WaitingStep, dossier: CaseOwnership): void {
  if (!seesDossier(actor, dossier)) throw new Refusal('not-found');
  if (!isDutyOf(actor, step.duty)) throw new Refusal('not-permitted');
  const agencies = step.agencyId === null ? [dossier.centreId, dossier.agencyId] : [step.agencyId];
  if (!agencies.some((agency) => actor.actsFor.includes(agency))) throw new Refusal('not-permitted');
  if (step.assigneeId !== null && step.assigneeId !== actor.staffId) throw new Refusal('held-by-colleague');
  judgeCloseness(actor, dossier);
}

/** What a person brings to the counter on paper is entered by the clerk, in the applicant's name. */
function isDutyOf(actor: StaffActor, duty: string | null): boolean {
  if (duty === null) return false;
  if (duty === 'submitter') return actor.duties.includes('clerk');
  return (actor.duties as readonly Duty[]).includes(duty as Duty);
}

/**
 * Who may act on a dossier outside its steps: staff of its centre or its agency,
 * in nobody's matter that is their own or their kin's. To look over the whole
 * province is not to act in it.
 */
export function judgeHandling(actor: StaffActor, dossier: CaseOwnership): void {
  if (!seesDossier(actor, dossier)) throw new Refusal('not-found');
  if (!isOfItsAgencies(actor, dossier)) throw new Refusal('not-permitted');
  judgeCloseness(actor, dossier);
}

function isOfItsAgencies(actor: StaffActor, { centreId, agencyId }: Pick<CaseOwnership, 'centreId' | 'agencyId'>): boolean {
  return actor.actsFor.includes(centreId) || actor.actsFor.includes(agencyId);
}

/** R44: nobody decides about themselves or their kin. */
export function judgeCloseness(actor: StaffActor, dossier: CaseOwnership): void {
  const parties = [dossier.ownerPersonId, dossier.submitterPersonId];
  if (parties.some((person) => person !== null && actor.closePersonIds.includes(person))) throw new Refusal('own-case');
}

/**
 * R23: an unverified account reads what was filed from it, and nothing else,
 * whatever number was typed into a form; a verified one also what its person owns.
 */
export function ownsDossier(actor: CitizenActor, dossier: CaseOwnership): boolean {
  if (dossier.submitterAccountId === actor.accountId) return true;
  return actor.isVerified && actor.personId !== null && actor.personId === dossier.ownerPersonId;
}

/** Staff see the dossiers of the agencies they act for; inspection and the head of the province's centre see all. */
export function seesDossier(actor: StaffActor, dossier: Pick<CaseOwnership, 'centreId' | 'agencyId'>): boolean {
  return actor.isProvinceWide || isOfItsAgencies(actor, dossier);
}
