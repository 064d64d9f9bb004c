import { type Context } from '../../casework/context';
import { type ShownFactor, useFactor } from '../../casework/use-factor';

/** Uses up the code that was shown for an act inside a session. False where it was used before; true where none is enrolled. */
export async function spendFactor(context: Context, { accountId, factor }: { accountId: string; factor: ShownFactor }): Promise<boolean> {
  return factor.kind === 'none' || useFactor(context, { accountId, factor });
}
