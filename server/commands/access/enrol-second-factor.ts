import { type Context } from '../../casework/context';
import { refuseUnless } from '../../domain/refusal';
import { SIGN_IN_BY_ACCOUNT } from '../../policies/entrance';
import { clearAttempts } from '../../store/attempts';
import { confirmTotp, replaceRecoveryCodes, setTotpSecret, useTotpStep } from '../../store/second-factors';
import { endSession, listOpenSessionsOf, noteSecondFactor } from '../../store/sessions';
import { appendSignInEvent } from '../../store/sign-in-events';

type Enrolment = { accountId: string; sessionId: string; sealedSecret: Buffer; step: number; recoveryHashes: readonly string[] };

/** Takes the authenticator whose first code was just seen; former ones and their recovery codes are void, other sessions end. */
export async function enrolSecondFactor({ tx, now }: Context, enrolment: Enrolment): Promise<void> {
  const { accountId, sessionId, sealedSecret, step, recoveryHashes } = enrolment;
  await setTotpSecret(tx, accountId, sealedSecret);
  refuseUnless(await useTotpStep(tx, accountId, step), 'sign-in-failed');
  await confirmTotp(tx, accountId, now);
  await replaceRecoveryCodes(tx, accountId, recoveryHashes);
  await noteSecondFactor(tx, { id: sessionId, assurance: 'totp', at: now });
  for (const { id } of await listOpenSessionsOf(tx, accountId, now))
    if (id !== sessionId) await endSession(tx, { id, why: 'second-factor-changed', at: now });
  await clearAttempts(tx, SIGN_IN_BY_ACCOUNT.scope, accountId);
  await appendSignInEvent(tx, { at: now, accountId, kind: 'second-factor-enrolled' });
}
