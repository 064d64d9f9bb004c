import { DUTIES, type StaffDuty } from '../../../server/domain/duties';

export const STAFF_DUTIES = DUTIES.filter((duty): duty is StaffDuty => duty !== 'submitter');

/**
 * Who knocks. Beside every duty: nobody; a proved citizen; an account that nobody
 * has proved; the two who look over the whole province; one whose own kin it is
 * about; one whose post has ended.
 */
export const ACTORS = [
  'anonymous',
  'citizen',
  'unverified',
  ...STAFF_DUTIES,
  'province-inspector',
  'province-head',
  'kin',
  'ended-post',
] as const;
export type ActorName = (typeof ACTORS)[number];

/** One's own (dossier, agency, draft, session), or somebody else's. */
export const SIDES = ['own', 'foreign'] as const;
export type Side = (typeof SIDES)[number];
export type Who = { actor: ActorName; side: Side };

/** Where a dossier is at home: a matter of the ward and its centre, or of a department and the provincial centre. */
export type Home = 'ward' | 'department';

export function isDuty(actor: ActorName): actor is StaffDuty {
  return (STAFF_DUTIES as readonly string[]).includes(actor);
}
