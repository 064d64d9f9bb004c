import { type StaffDuty } from '../domain/duties';
import { Refusal } from '../domain/refusal';

/**
 * Who is acting. A member of staff acts from one post at a time: its duties, and
 * the agencies it acts for (its own, and for a division the body above it).
 */
export type StaffActor = {
  kind: 'staff';
  accountId: string;
  sessionId: string;
  staffId: string;
  /** People this member of staff may not decide about: themselves and their kin (R44). */
  closePersonIds: readonly string[];
  personId: string | null;
  name: string;
  postId: string;
  postTitle: string;
  agencyId: number;
  actsFor: readonly number[];
  /** True for a post at the province itself whose duties look over every agency (inspection, head of the provincial centre). */
  isProvinceWide: boolean;
  duties: readonly StaffDuty[];
  hasSecondFactor: boolean;
};

/** A citizen's account; only a verified one stands for its person, the others see what they filed themselves (R23). */
export type CitizenActor = {
  kind: 'citizen';
  accountId: string;
  sessionId: string;
  personId: string | null;
  isVerified: boolean;
  name: string;
};

/** The house itself: sweeps, the outbox, the seed. */
export type SystemActor = { kind: 'system'; name: string };
/** The post, reporting what happened to a parcel. */
export type CarrierActor = { kind: 'carrier'; name: string };
/** Nobody signed in. */
export type AnonymousActor = { kind: 'anonymous' };

export type Actor = StaffActor | CitizenActor | SystemActor | CarrierActor | AnonymousActor;

/** The name that idempotence, locks and the journal know an actor by. */
export function actorKey(actor: Actor): string {
  switch (actor.kind) {
    case 'staff':
    case 'citizen':
      return `${actor.kind}:${actor.accountId}`;
    case 'system':
    case 'carrier':
      return `${actor.kind}:${actor.name}`;
    case 'anonymous':
      return 'anonymous';
  }
}

/** The acting member of staff; whoever else comes here has no business with the act. */
export function asStaff(actor: Actor): StaffActor {
  if (actor.kind !== 'staff') throw new Refusal('not-permitted');
  return actor;
}

/** The acting citizen. */
export function asCitizen(actor: Actor): CitizenActor {
  if (actor.kind !== 'citizen') throw new Refusal('not-permitted');
  return actor;
}

/** Whoever is signed in, staff or citizen. */
export function asSignedIn(actor: Actor): StaffActor | CitizenActor {
  if (actor.kind !== 'staff' && actor.kind !== 'citizen') throw new Refusal('not-signed-in');
  return actor;
}
