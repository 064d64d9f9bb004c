import { Refusal } from '../domain/refusal';
import { PIN_BY_ACCOUNT, REGISTRATIONS_BY_ADDRESS, SIGN_IN_BY_ACCOUNT, type Try } from '../policies/entrance';
import { TRACKING_BY_ADDRESS, TRACKING_BY_CODE } from '../policies/tracking';
import { type Doorway } from './serve';

/**
 * Counts a request against its limits and refuses `too-many-requests` (`seconds`)
 * beyond it. The count stays, whatever becomes of the request.
 */
export async function limitRequests({ countTries }: Pick<Doorway, 'countTries'>, ...tries: readonly Try[]): Promise<void> {
  const seconds = await countTries(...tries);
  if (seconds !== null) throw new Refusal('too-many-requests', { seconds });
}

/** New accounts are limited per address. */
export async function limitRegistrations(door: Pick<Doorway, 'countTries'>, addressPrefix: string): Promise<void> {
  await limitRequests(door, { rule: REGISTRATIONS_BY_ADDRESS, subject: addressPrefix });
}

/** Tracking is limited per address and per code, whether anybody was given that code or not. */
export async function limitTracking(
  door: Pick<Doorway, 'countTries' | 'digestOf'>,
  { addressPrefix, code }: { addressPrefix: string; code: string },
): Promise<void> {
  const byAddress = { rule: TRACKING_BY_ADDRESS, subject: addressPrefix };
  await limitRequests(door, byAddress, { rule: TRACKING_BY_CODE, subject: door.digestOf(code.toUpperCase()) });
}

/** Counts one try at an account, before it is known whether it is right; answers for how many seconds the account is locked, or null. */
export function countSignIn({ countTries }: Pick<Doorway, 'countTries'>, subject: string): Promise<number | null> {
  return countTries({ rule: SIGN_IN_BY_ACCOUNT, subject: subject });
}

/** The refusal of a locked sign-in. */
export function lockedOut(seconds: number): Refusal {
  return new Refusal('locked-out', { seconds, minutes: Math.ceil(seconds / 60) });
}

/** Refuses `locked-out` where a signing key was tried with too many wrong PINs. */
export async function limitPins({ countTries }: Pick<Doorway, 'countTries'>, accountId: string): Promise<void> {
  const seconds = await countTries({ rule: PIN_BY_ACCOUNT, subject: accountId });
  if (seconds !== null) throw lockedOut(seconds);
}
