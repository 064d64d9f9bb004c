import { type Context } from '../../casework/context';
import { confirmTotp, setTotpSecret } from '../../store/second-factors';
import { readStaffMember } from '../../store/staff';

/**
 * Gives an account an authenticator whose secret somebody else knows: only
 * demonstration accounts, whose secret is printed. Everybody else enrols their
 * own. `sealFor` answers the secret as the database keeps it.
 */
export async function lendSecondFactor(
  { tx, now }: Context,
  { staffId, sealFor }: { staffId: string; sealFor: (accountId: string) => Buffer },
): Promise<void> {
  const { accountId } = await readStaffMember(tx, staffId);
  await setTotpSecret(tx, accountId, sealFor(accountId));
  await confirmTotp(tx, accountId, now);
}
