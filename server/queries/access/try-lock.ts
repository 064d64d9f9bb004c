import { type TryRule } from '../../policies/entrance';
import { findLock } from '../../store/attempts';
import { type Reader } from '../reader';

/** For how many seconds more a subject is locked, or null. */
export async function lockSeconds({ tx, now }: Reader, { scope }: TryRule, subject: string): Promise<number | null> {
  const until = await findLock(tx, { scope, subject, at: now });
  return until ? Math.ceil((until.getTime() - now.getTime()) / 1000) : null;
}
