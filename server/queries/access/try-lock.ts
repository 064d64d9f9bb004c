import { SIGN_IN_BY_ADDRESS } from '../../policies/entrance';
import { findLock } from '../../store/attempts';
import { type Reader } from '../reader';

/** For how many seconds more nobody signs in from an address, or null. */
export async function addressLockSeconds({ tx, now }: Reader, addressPrefix: string): Promise<number | null> {
  const until = await findLock(tx, { scope: SIGN_IN_BY_ADDRESS.scope, subject: addressPrefix, at: now });
  return until ? Math.ceil((until.getTime() - now.getTime()) / 1000) : null;
}
