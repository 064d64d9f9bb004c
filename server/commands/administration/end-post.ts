import { type Context } from '../../casework/context';
import { returnTasksOf } from '../../casework/return-tasks';
import { refuseUnless } from '../../domain/refusal';
import { endPost as closePost, findPost } from '../../store/staff';

/**
 * Ends a post on a day (the first on which it no longer counts). Open tasks go
 * back to the pool on that day, drafts stay, past signatures stand (R45).
 */
export async function endPost(context: Context, { postId, validToOn }: { postId: string; validToOn: string }): Promise<void> {
  const { tx } = context;
  const post = await findPost(tx, postId);
  refuseUnless(post, 'not-found');
  refuseUnless(validToOn > post.validFromOn, 'date-impossible', {
    why: { vi: 'ngày kết thúc phải sau ngày bắt đầu', en: 'the end must follow the beginning' },
  });
  const { staffId } = await closePost(tx, postId, validToOn);
  await returnTasksOf(context, staffId);
}
