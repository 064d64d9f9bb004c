import { type Context } from '../../casework/context';
import { refuseUnless } from '../../domain/refusal';
import { endSession, listOpenSessionsOf } from '../../store/sessions';
import { appendSignInEvent } from '../../store/sign-in-events';

/** Ends one session of one's own, this one or one on another device. Refuses `not-found` for anybody else's. */
export async function endOwnSession(
  { tx, now }: Context,
  { accountId, sessionId, why }: { accountId: string; sessionId: string; why: 'signed-out' | 'ended-by-owner' },
): Promise<void> {
  const session = (await listOpenSessionsOf(tx, accountId, now)).find(({ id }) => id === sessionId);
  refuseUnless(session, 'not-found');
  await endSession(tx, { id: sessionId, why, at: now });
  await appendSignInEvent(tx, { at: now, accountId, kind: why, addressPrefix: session.addressPrefix });
}
