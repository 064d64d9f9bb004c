import { type SessionShape } from '../../contract/access-shapes';
import { listOpenSessionsOf } from '../../store/sessions';
import { type Reader } from '../reader';

/** The open sessions of an account, so that its holder sees a stranger's among them. */
export async function mySessions(
  { tx, now }: Reader,
  { accountId, currentId }: { accountId: string; currentId: string },
): Promise<SessionShape[]> {
  const sessions = await listOpenSessionsOf(tx, accountId, now);
  return sessions.map(({ id, device, addressPrefix, assurance, createdAt, lastSeenAt, expiresAt }) => ({
    id,
    isCurrent: id === currentId,
    device,
    addressPrefix,
    assurance,
    signedInAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }));
}
