import { type Context } from '../../casework/context';
import { SIGN_IN_BY_ADDRESS } from '../../policies/entrance';
import { countAttempt } from '../../store/attempts';
import { appendSignInEvent } from '../../store/sign-in-events';

/** Why a sign-in failed, for those who look into it afterwards; the caller learns only that it did. */
export type FailedSignIn = {
  accountId: string | null;
  why: 'unknown' | 'disabled' | 'password' | 'code' | 'locked';
  addressPrefix: string;
};

/** Keeps a failed sign-in on record and counts it against its address. Committed although the sign-in is refused. */
export async function recordFailedSignIn({ tx, now }: Context, { accountId, why, addressPrefix }: FailedSignIn): Promise<void> {
  await countAttempt(tx, SIGN_IN_BY_ADDRESS, addressPrefix, now);
  await appendSignInEvent(tx, { at: now, accountId, kind: 'sign-in-failed', addressPrefix, facts: { why } });
}
