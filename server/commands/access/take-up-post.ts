import { type Context } from '../../casework/context';
import { localDateOf } from '../../domain/local-time';
import { refuseUnless } from '../../domain/refusal';
import { asStaff } from '../../policies/actor';
import { switchPost } from '../../store/sessions';
import { appendSignInEvent } from '../../store/sign-in-events';
import { postsOf } from '../../store/staff';

/** Takes up another of one's own posts: one set of duties is active at a time. Refuses `not-found` for a post that is not, or no longer, one's own. */
export async function takeUpPost({ tx, now, actor }: Context, { postId }: { postId: string }): Promise<void> {
  const { accountId, sessionId, staffId } = asStaff(actor);
  const posts = await postsOf(tx, staffId, localDateOf(now));
  refuseUnless(
    posts.some(({ id }) => id === postId),
    'not-found',
  );
  await switchPost(tx, sessionId, postId);
  await appendSignInEvent(tx, { at: now, accountId, kind: 'post-taken-up', facts: { postId } });
}
