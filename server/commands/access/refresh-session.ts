import { type Context } from '../../casework/context';
import { localDateOf } from '../../domain/local-time';
import { idleMsOf, REFRESH_GRACE_MS } from '../../policies/entrance';
import { endSession, findOpenSession, type OpenSession, rotateSession } from '../../store/sessions';
import { appendSignInEvent } from '../../store/sign-in-events';

type Exchange = { sessionId: string; fromHash: string; toHash: string };

/**
 * What became of a refresh token: exchanged; `over` with its session; `racing`,
 * where another tab of the same browser has just exchanged it; `reused`, where it
 * was exchanged before. The caller refuses after this is committed.
 */
export type Exchanged = { outcome: 'exchanged'; accountId: string } | { outcome: 'over' | 'racing' | 'reused' };

/**
 * Exchanges a refresh token for the next. An old one that comes back is in two
 * hands, and nobody can tell which is the thief's: the session ends for both.
 */
export async function refreshSession(context: Context, { sessionId, fromHash, toHash }: Exchange): Promise<Exchanged> {
  const { tx, now } = context;
  const session = await findOpenSession(tx, { id: sessionId, at: now, onDate: localDateOf(now) });
  if (!session) return { outcome: 'over' };
  if (now.getTime() - session.lastSeenAt.getTime() > idleMsOf(session.duties ?? [])) return end(context, session, 'idle');
  const isNext = await rotateSession(tx, { id: sessionId, fromHash, toHash, at: now, expiresAt: session.expiresAt });
  if (isNext) return { outcome: 'exchanged', accountId: session.accountId };
  const isJustExchanged = session.refreshHash === fromHash || isWithinGrace(session, fromHash, now);
  return isJustExchanged ? { outcome: 'racing' } : end(context, session, 'refresh-reused');
}

function isWithinGrace({ previousRefreshHash, rotatedAt }: OpenSession, fromHash: string, now: Date): boolean {
  return previousRefreshHash === fromHash && now.getTime() - rotatedAt.getTime() <= REFRESH_GRACE_MS;
}

async function end(
  { tx, now }: Context,
  { id, accountId, addressPrefix }: OpenSession,
  why: 'idle' | 'refresh-reused',
): Promise<Exchanged> {
  await endSession(tx, { id, why, at: now });
  await appendSignInEvent(tx, { at: now, accountId, kind: why === 'idle' ? 'locked-idle' : why, addressPrefix });
  return { outcome: why === 'idle' ? 'over' : 'reused' };
}
