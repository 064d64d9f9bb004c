import { type Context } from '../../casework/context';
import { localDateOf } from '../../domain/local-time';
import { type Actor } from '../../policies/actor';
import { actsFor, idleMsOf, isProvinceWide, NOBODY, TOUCH_MS, type Visitor } from '../../policies/entrance';
import { endSession, findOpenSession, type OpenSession, touchSession } from '../../store/sessions';
import { appendSignInEvent } from '../../store/sign-in-events';

/**
 * Who stands behind a session now: read at every request. A session that has
 * lain idle too long locks here, and a post that has ended opens nothing.
 */
export async function recogniseVisitor(context: Context, sessionId: string): Promise<Visitor> {
  const { tx, now } = context;
  const session = await findOpenSession(tx, { id: sessionId, at: now, onDate: localDateOf(now) });
  if (!session) return NOBODY;
  const idleMs = now.getTime() - session.lastSeenAt.getTime();
  if (idleMs > idleMsOf(session.duties ?? [])) {
    await lock(context, session);
    return NOBODY;
  }
  const actor = actorOf(session);
  if (!actor) return NOBODY;
  if (idleMs >= TOUCH_MS) await touchSession(tx, session.id, now);
  return { actor, sessionId, mustChangePassword: session.mustChangePassword };
}

/**
 * The same by one look, which is all that most requests need. Undefined where
 * something is to be written: a session to be locked, or its sight noted.
 */
export async function glanceAtVisitor({ tx, now }: Context, sessionId: string): Promise<Visitor | undefined> {
  const session = await findOpenSession(tx, { id: sessionId, at: now, onDate: localDateOf(now) });
  if (!session) return NOBODY;
  const idleMs = now.getTime() - session.lastSeenAt.getTime();
  if (idleMs > idleMsOf(session.duties ?? []) || idleMs >= TOUCH_MS) return undefined;
  const actor = actorOf(session);
  return actor ? { actor, sessionId, mustChangePassword: session.mustChangePassword } : NOBODY;
}

async function lock({ tx, now }: Context, { id, accountId, addressPrefix }: OpenSession): Promise<void> {
  await endSession(tx, { id, why: 'idle', at: now });
  await appendSignInEvent(tx, { at: now, accountId, kind: 'locked-idle', addressPrefix });
}

function actorOf(session: OpenSession): Actor | undefined {
  return session.kind === 'staff' ? staffOf(session) : citizenOf(session);
}

function citizenOf({ accountId, id, personId, verifiedAt, displayName }: OpenSession): Actor {
  return { kind: 'citizen', accountId, sessionId: id, personId, isVerified: verifiedAt !== null, name: displayName };
}

function staffOf(session: OpenSession): Actor | undefined {
  const { staffId, postId, agencyId, agencyKind, duties } = session;
  if (!staffId || !postId || agencyId === null || !agencyKind || !duties) return undefined;
  const post = { agencyId, agencyKind, parentAgencyId: session.parentAgencyId, parentAgencyKind: session.parentAgencyKind, duties };
  return {
    kind: 'staff',
    accountId: session.accountId,
    sessionId: session.id,
    staffId,
    closePersonIds: session.closePersonIds,
    personId: session.personId,
    name: session.staffName ?? session.displayName,
    postId,
    postTitle: session.postTitle ?? '',
    agencyId,
    actsFor: actsFor(post),
    isProvinceWide: isProvinceWide(post),
    duties,
    hasSecondFactor: session.secondFactorAt !== null,
  };
}
