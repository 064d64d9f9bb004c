import { type Context } from '../../casework/context';
import { reviveDead } from '../../store/outbox';

/** Lets what could not leave be tried anew, once its cause is gone. */
export async function reviveOutboxEntry({ tx, now }: Context, { entryId }: { entryId: string }): Promise<void> {
  await reviveDead(tx, entryId, now);
}
