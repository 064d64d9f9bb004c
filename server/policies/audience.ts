import { type StaffDuty } from '../domain/duties';
import { Refusal } from '../domain/refusal';
import { type Actor } from './actor';

/** Who may knock at a door at all; the same words as in the description of the endpoint. */
export type Knocking =
  | { kind: 'anyone' }
  | { kind: 'signed-in' }
  | { kind: 'citizen' }
  | { kind: 'staff'; duties: readonly StaffDuty[] }
  | { kind: 'citizen-or-staff'; duties: readonly StaffDuty[] };

/** These acts bind the office or open the whole system: they need the second factor. */
const SECOND_FACTOR: readonly StaffDuty[] = ['administrator', 'leader', 'clerical-officer'];

/** Whether a post with these duties is of little use without the second factor. */
export function needsSecondFactor(duties: readonly StaffDuty[]): boolean {
  return duties.some((duty) => SECOND_FACTOR.includes(duty));
}

/** Refuses a caller who has no business at this door, whatever the dossier. */
export function judgeAudience(actor: Actor, audience: Knocking): void {
  if (audience.kind === 'anyone') return;
  if (actor.kind === 'anonymous') throw new Refusal('not-signed-in');
  if (audience.kind === 'signed-in') return;
  if (actor.kind === 'citizen') {
    if (audience.kind === 'staff') throw new Refusal('not-permitted');
    return;
  }
  if (actor.kind !== 'staff' || audience.kind === 'citizen') throw new Refusal('not-permitted');
  const duties = audience.duties.filter((duty) => actor.duties.includes(duty));
  if (!duties.length) throw new Refusal('not-permitted');
  if (!actor.hasSecondFactor && duties.every((duty) => SECOND_FACTOR.includes(duty))) throw new Refusal('second-factor-needed');
}
