import { type Context } from '../../casework/context';
import { keepBase } from '../../store/results';

/**
 * Names the file that was drawn from a draft, unless the draft has changed since.
 * From here on it can be signed, and what is signed is this very file.
 */
export async function keepDrawnResult(
  { tx }: Context,
  drawn: { id: string; facts: Record<string, unknown>; sha256: string },
): Promise<void> {
  await keepBase(tx, drawn);
}
