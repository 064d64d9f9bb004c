import { type AccountFound } from '../../contract/access-shapes';
import { findAccountByUserName } from '../../store/accounts';
import { type Reader } from '../reader';

/** The citizen who stands at the counter says the user name; the clerk finds the account to verify. Nothing is found by a part of it. */
export async function searchAccounts({ tx, seen }: Reader, userName: string): Promise<AccountFound[]> {
  const account = await findAccountByUserName(tx, userName);
  if (!account || account.kind !== 'citizen' || account.disabledAt) return [];
  seen.push({ ...(account.personId ? { personId: account.personId } : {}), found: 1 });
  return [{ accountId: account.id, displayName: account.displayName, userName, isVerified: account.verifiedAt !== null }];
}
