import { type Context } from '../../casework/context';
import { type Attempt, countInTurn } from '../../store/attempts';

/**
 * Counts a request against one limit or several, in this order until one of them
 * is locked, and answers for how many seconds it is locked, or null. One
 * statement, which stands alone: a refused try counts.
 */
export async function countTries({ tx, now }: Context, tries: readonly Attempt[]): Promise<number | null> {
  const lockedUntilAt = await countInTurn(tx, tries, now);
  return lockedUntilAt ? Math.ceil((lockedUntilAt.getTime() - now.getTime()) / 1000) : null;
}
