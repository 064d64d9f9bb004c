import { type Context } from '../../casework/context';
import { type TryRule } from '../../policies/entrance';
import { countAttempt } from '../../store/attempts';

/** Counts one try and answers for how many seconds its subject is locked, or null. Stands alone in its transaction: a refused try counts. */
export async function countTry({ tx, now }: Context, { rule, subject }: { rule: TryRule; subject: string }): Promise<number | null> {
  const { lockedUntilAt } = await countAttempt(tx, rule, subject, now);
  return lockedUntilAt ? Math.ceil((lockedUntilAt.getTime() - now.getTime()) / 1000) : null;
}

/** Counts a question against several limits, in this order, until one of them is locked; answers for how many seconds that is, or null. */
export async function countTries(context: Context, tries: readonly { rule: TryRule; subject: string }[]): Promise<number | null> {
  for (const one of tries) {
    const seconds = await countTry(context, one);
    if (seconds !== null) return seconds;
  }
  return null;
}
