import { Refusal } from '../domain/refusal';
import { PIN_BY_ACCOUNT, REGISTRATIONS_BY_ADDRESS, SIGN_IN_BY_ACCOUNT, type TryRule } from '../policies/entrance';
import { TRACKING_BY_ADDRESS, TRACKING_BY_CODE } from '../policies/tracking';
import { type Doorway } from './serve';

type Counted = { rule: TryRule; subject: string };

/**
 * Counts a request against its limit and refuses `too-many-requests` (`seconds`)
 * beyond it. The count stays, whatever becomes of the request.
 */
export async function limitRequests({ countTry }: Pick<Doorway, 'countTry'>, rule: TryRule, subject: string): Promise<void> {
  const seconds = await countTry(rule, subject);
  if (seconds !== null) throw new Refusal('too-many-requests', { seconds });
}

/** New accounts are limited per address. */
export async function limitRegistrations(door: Pick<Doorway, 'countTry'>, addressPrefix: string): Promise<void> {
  await limitRequests(door, REGISTRATIONS_BY_ADDRESS, addressPrefix);
}

/** What a question by code is counted against: its address, then its code, whether anybody was given that code or not. */
export function trackingTries(door: Pick<Doorway, 'digestOf'>, addressPrefix: string, code: string): Counted[] {
  return [
    { rule: TRACKING_BY_ADDRESS, subject: addressPrefix },
    { rule: TRACKING_BY_CODE, subject: door.digestOf(code.toUpperCase()) },
  ];
}

/** Counts one try at an account, before it is known whether it is right; answers for how many seconds the account is locked, or null. */
export function countSignIn({ countTry }: Pick<Doorway, 'countTry'>, subject: string): Promise<number | null> {
  return countTry(SIGN_IN_BY_ACCOUNT, subject);
}

/** The refusal of a locked sign-in. */
export function lockedOut(seconds: number): Refusal {
  return new Refusal('locked-out', { seconds, minutes: Math.ceil(seconds / 60) });
}

/** Refuses `locked-out` where a signing key was tried with too many wrong PINs. */
export async function limitPins({ countTry }: Pick<Doorway, 'countTry'>, accountId: string): Promise<void> {
  const seconds = await countTry(PIN_BY_ACCOUNT, accountId);
  if (seconds !== null) throw lockedOut(seconds);
}
