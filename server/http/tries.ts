import { Refusal } from '../domain/refusal';
import { type TryRule } from '../policies/entrance';
import { type Doorway } from './serve';

/**
 * Counts a request against its limit and refuses `too-many-requests` (`seconds`)
 * beyond it. The count stays, whatever becomes of the request.
 */
export async function limitRequests({ countTry }: Pick<Doorway, 'countTry'>, rule: TryRule, subject: string): Promise<void> {
  const seconds = await countTry(rule, subject);
  if (seconds !== null) throw new Refusal('too-many-requests', { seconds });
}

/** The refusal of a locked sign-in. */
export function lockedOut(seconds: number): Refusal {
  return new Refusal('locked-out', { seconds, minutes: Math.ceil(seconds / 60) });
}
