import { type Context } from '../../casework/context';
import { lockOwnDraft } from '../../casework/lock-draft';
import { discardDraft as discard } from '../../store/drafts';

/** Throws a draft away. It is out of reach at once. */
export async function discardDraft(context: Context, { draftId }: { draftId: string }): Promise<void> {
  await lockOwnDraft(context, draftId);
  await discard(context.tx, draftId, context.now);
}
