import { type Context } from '../../casework/context';
import { readStaffMember } from '../../store/staff';
import { removeTotp, replaceRecoveryCodes } from '../../store/second-factors';
import { endAllSessionsOf } from '../../store/sessions';
import { appendSignInEvent } from '../../store/sign-in-events';

/** The telephone is lost: the authenticator and its recovery codes are void, and a new one is enrolled at the next sign-in. */
export async function resetSecondFactor({ tx, now }: Context, { staffId }: { staffId: string }): Promise<void> {
  const { accountId } = await readStaffMember(tx, staffId);
  await removeTotp(tx, accountId);
  await replaceRecoveryCodes(tx, accountId, []);
  await endAllSessionsOf(tx, { accountId, why: 'second-factor-reset', at: now });
  await appendSignInEvent(tx, { at: now, accountId, kind: 'second-factor-reset' });
}
