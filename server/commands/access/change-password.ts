import { type Context } from '../../casework/context';
import { refuseUnless } from '../../domain/refusal';
import { SIGN_IN_BY_ACCOUNT } from '../../policies/entrance';
import { changeAccount, lockAccount } from '../../store/accounts';
import { clearAttempts } from '../../store/attempts';
import { endSession, listOpenSessionsOf } from '../../store/sessions';
import { appendSignInEvent } from '../../store/sign-in-events';

type NewPassword = { accountId: string; sessionId: string; fromHash: string | null; toHash: string };

/** Puts a new password in the place of the one that was just shown. Whoever else is signed in with the old one is out at once. */
export async function changePassword({ tx, now }: Context, { accountId, sessionId, fromHash, toHash }: NewPassword): Promise<void> {
  const account = await lockAccount(tx, accountId);
  refuseUnless(account.passwordHash === fromHash, 'sign-in-failed');
  await changeAccount(tx, accountId, { passwordHash: toHash, passwordChangedAt: now, mustChangePassword: false });
  for (const { id } of await listOpenSessionsOf(tx, accountId, now))
    if (id !== sessionId) await endSession(tx, { id, why: 'password-changed', at: now });
  await clearAttempts(tx, SIGN_IN_BY_ACCOUNT.scope, accountId);
  await appendSignInEvent(tx, { at: now, accountId, kind: 'password-changed' });
}
