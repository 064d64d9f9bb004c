import { type Context } from '../../casework/context';
import { changeAccount } from '../../store/accounts';
import { endAllSessionsOf } from '../../store/sessions';
import { appendSignInEvent } from '../../store/sign-in-events';
import { readStaffMember } from '../../store/staff';

/** Gives a forgotten password a successor that is good for one thing: choosing one's own. */
export async function resetPassword(
  { tx, now }: Context,
  { staffId, passwordHash }: { staffId: string; passwordHash: string },
): Promise<void> {
  const { accountId } = await readStaffMember(tx, staffId);
  await changeAccount(tx, accountId, { passwordHash, passwordChangedAt: now, mustChangePassword: true });
  await endAllSessionsOf(tx, { accountId, why: 'password-reset', at: now });
  await appendSignInEvent(tx, { at: now, accountId, kind: 'password-reset' });
}
