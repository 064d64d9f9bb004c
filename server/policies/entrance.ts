import { type StaffDuty } from '../domain/duties';
import { Refusal } from '../domain/refusal';
import { type Actor } from './actor';

/** Who stands at the door of a request: the actor, and what holds for the whole session. */
export type Visitor = {
  actor: Actor;
  sessionId: string | null;
  /** A password that somebody else has set opens nothing but its own change. */
  mustChangePassword: boolean;
};

export const NOBODY: Visitor = { actor: { kind: 'anonymous' }, sessionId: null, mustChangePassword: false };

const MINUTE_MS = 60_000;
/** A session ends twelve hours after sign-in, whatever happens in it. */
export const SESSION_MS = 12 * 60 * MINUTE_MS;
/** An access token is believed for ten minutes; the session behind it is asked at every request all the same. */
export const ACCESS_TOKEN_SECONDS = 10 * 60;
/** A sight of the session is written at most so often: every request would be a write. */
export const TOUCH_MS = 30_000;
/** Two tabs may send the same refresh token at one moment; after this it can only be somebody else's copy. */
export const REFRESH_GRACE_MS = 10_000;

/** From this level on a gateway has seen the person's card; below it a name is only a claim. */
export const ASSURED_LEVEL = 2;

/** How long a session may lie idle before it locks (TCVN 14423:2026, 5.5.2.2): 5 minutes for administrators, 15 for everybody else. */
export function idleMsOf(duties: readonly StaffDuty[]): number {
  return (duties.includes('administrator') ? 5 : 15) * MINUTE_MS;
}

/** What is counted, within how long a window, how many tries it holds, and how long it is shut after one too many. */
export type TryRule = Readonly<{ scope: string; limit: number; windowSeconds: number; lockSeconds: number }>;
/** Whose try it is. */
export type Try = Readonly<{ rule: TryRule; subject: string }>;

/** Wrong tries at the door. What is counted for an account also counts for a user name that nobody has, so that a lock tells nothing. */
export const SIGN_IN_BY_ACCOUNT: TryRule = { scope: 'sign-in:account', limit: 5, windowSeconds: 900, lockSeconds: 900 };
/** A whole office may stand behind one address; only tries that failed are counted here. */
export const SIGN_IN_BY_ADDRESS: TryRule = { scope: 'sign-in:address', limit: 30, windowSeconds: 900, lockSeconds: 900 };
/** New accounts from one address. */
export const REGISTRATIONS_BY_ADDRESS: TryRule = { scope: 'registration:address', limit: 20, windowSeconds: 3600, lockSeconds: 3600 };
/** Tries at the PIN of a signing key; a right one begins the count anew. */
export const PIN_BY_ACCOUNT: TryRule = { scope: 'pin:account', limit: 5, windowSeconds: 900, lockSeconds: 900 };

/** What may still be done while the password is somebody else's choice. */
const OPEN_BEFORE_CHANGE = ['changePassword', 'whoAmI', 'signOut'];

export function judgePasswordChange({ mustChangePassword }: Visitor, endpointId: string): void {
  if (mustChangePassword && !OPEN_BEFORE_CHANGE.includes(endpointId)) throw new Refusal('password-change-needed');
}

/** Which agencies a post acts for: its own; for a division also the body it belongs to. */
export function actsFor(post: { agencyId: number; agencyKind: string; parentAgencyId: number | null }): number[] {
  return post.agencyKind === 'division' && post.parentAgencyId !== null ? [post.agencyId, post.parentAgencyId] : [post.agencyId];
}

/** Inspection and the head of the provincial centre look over every agency; their colleagues in the communes do not. */
export function isProvinceWide(post: { agencyKind: string; parentAgencyKind: string | null; duties: readonly StaffDuty[] }): boolean {
  const isOfProvince = post.agencyKind === 'province' || (post.agencyKind === 'centre' && post.parentAgencyKind !== 'commune');
  return isOfProvince && post.duties.some((duty) => duty === 'inspector' || duty === 'centre-head');
}
