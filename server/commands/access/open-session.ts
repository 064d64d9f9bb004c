import { type Context } from '../../casework/context';
import { type ShownFactor, useFactor } from '../../casework/use-factor';
import { localDateOf } from '../../domain/local-time';
import { Refusal, refuseUnless } from '../../domain/refusal';
import { SESSION_MS, SIGN_IN_BY_ACCOUNT } from '../../policies/entrance';
import { noteSignIn, readAccount } from '../../store/accounts';
import { clearAttempts } from '../../store/attempts';
import { type AccountRow } from '../../store/models/account';
import { createSession } from '../../store/sessions';
import { appendSignInEvent } from '../../store/sign-in-events';
import { findStaffMemberByAccount, postsOf } from '../../store/staff';

export type OpenSessionInput = {
  accountId: string;
  sessionId: string;
  refreshHash: string;
  /** The hash that the password was compared with; it may have been changed meanwhile. */
  passwordHash: string | null;
  factor: ShownFactor;
  addressPrefix: string;
  device: string | null;
};

/**
 * Opens a session for somebody whose password was right. The code of the second
 * factor is used up here, once (RFC 6238, 5.2); staff begin with the post they
 * have held longest. Refuses `sign-in-failed`, and `not-permitted` for staff
 * without a post today.
 */
export async function openSession(context: Context, input: OpenSessionInput): Promise<{ sessionId: string }> {
  const { tx, now } = context;
  const account = await readAccount(tx, input.accountId);
  refuseUnless(!account.disabledAt && account.passwordHash === input.passwordHash, 'sign-in-failed');
  const isShown = await spend(context, account, input.factor);
  const postId = account.kind === 'staff' ? await firstPost(context, account.id) : null;
  const assurance = { none: 'password', totp: 'totp', recovery: 'recovery' }[input.factor.kind];
  const { addressPrefix, device, sessionId, refreshHash } = input;
  await createSession(tx, {
    id: sessionId,
    accountId: account.id,
    postId,
    refreshHash,
    rotatedAt: now,
    assurance,
    secondFactorAt: isShown ? now : null,
    addressPrefix,
    device,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + SESSION_MS),
  });
  await clearAttempts(tx, SIGN_IN_BY_ACCOUNT.scope, account.id);
  await noteSignIn(tx, account.id, now);
  await appendSignInEvent(tx, { at: now, accountId: account.id, kind: 'signed-in', addressPrefix, facts: { assurance } });
  return { sessionId };
}

async function spend(context: Context, account: AccountRow, factor: ShownFactor): Promise<boolean> {
  if (factor.kind === 'none') {
    if (account.totpConfirmedAt) throw new Refusal('second-factor-needed');
    return false;
  }
  refuseUnless(await useFactor(context, { accountId: account.id, factor }), 'sign-in-failed');
  return true;
}

async function firstPost({ tx, now }: Context, accountId: string): Promise<string> {
  const member = await findStaffMemberByAccount(tx, accountId);
  const [post] = member ? await postsOf(tx, member.id, localDateOf(now)) : [];
  refuseUnless(post, 'not-permitted');
  return post.id;
}
