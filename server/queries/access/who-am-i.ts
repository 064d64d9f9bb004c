import { type Me } from '../../contract/access-shapes';
import { localDateOf } from '../../domain/local-time';
import { Refusal } from '../../domain/refusal';
import { needsSecondFactor } from '../../policies/audience';
import { idleMsOf } from '../../policies/entrance';
import { findOpenSession, type OpenSession } from '../../store/sessions';
import { postsOf, type PostAtAgency } from '../../store/staff';
import { type Reader } from '../reader';

/** Who is signed in under this session, without the token that its pages send back. */
export async function whoAmI({ tx, now }: Reader, sessionId: string): Promise<Omit<Me, 'csrf'>> {
  const onDate = localDateOf(now);
  const session = await findOpenSession(tx, { id: sessionId, at: now, onDate });
  if (!session) throw new Refusal('not-signed-in');
  const posts = session.staffId ? await postsOf(tx, session.staffId, onDate) : [];
  const post = posts.find(({ id }) => id === session.postId);
  return { ...presentSession(session), post: post ? presentPost(post) : null, posts: posts.map(presentPost) };
}

function presentSession(session: OpenSession): Omit<Me, 'csrf' | 'post' | 'posts'> {
  const duties = session.duties ?? [];
  const hasSecondFactor = session.secondFactorAt !== null;
  return {
    kind: session.kind,
    accountId: session.accountId,
    sessionId: session.id,
    name: session.staffName ?? session.displayName,
    language: session.language,
    isVerified: session.kind === 'staff' || session.verifiedAt !== null,
    assurance: session.assurance,
    hasSecondFactor,
    isSecondFactorNeeded: needsSecondFactor(duties) && !hasSecondFactor,
    mustChangePassword: session.mustChangePassword,
    idleSeconds: idleMsOf(duties) / 1000,
    expiresAt: session.expiresAt.toISOString(),
  };
}

function presentPost({ id, title, agencyCode, agencyName, duties }: PostAtAgency): Me['posts'][number] {
  return { id, title, agency: { code: agencyCode, name: agencyName }, duties };
}
