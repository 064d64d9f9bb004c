import { Refusal } from '../domain/refusal';
import { type Actor, type CitizenActor, type StaffActor } from '../policies/actor';

/** Whoever is signed in, staff or citizen. Refuses `not-signed-in`. */
export function signedIn({ actor }: { actor: Actor }): StaffActor | CitizenActor {
  if (actor.kind !== 'staff' && actor.kind !== 'citizen') throw new Refusal('not-signed-in');
  return actor;
}
