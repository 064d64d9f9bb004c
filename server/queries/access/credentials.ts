import { findAccountByUserName, readAccount } from '../../store/accounts';
import { type AccountRow } from '../../store/models/account';
import { type Reader } from '../reader';

/** What is compared at the door. Never leaves the process. */
export type Credentials = {
  accountId: string;
  userName: string;
  passwordHash: string | null;
  isDisabled: boolean;
  /** The sealed secret of a confirmed authenticator. */
  factorSecret: Uint8Array | null;
};

/** Of the account with this user name, disabled or not. */
export async function credentialsByName({ tx }: Reader, userName: string): Promise<Credentials | undefined> {
  const account = await findAccountByUserName(tx, userName);
  return account && credentialsOf(account);
}

/** Of a known account, for acts that ask for the password again. */
export async function credentialsById({ tx }: Reader, accountId: string): Promise<Credentials> {
  return credentialsOf(await readAccount(tx, accountId));
}

function credentialsOf(account: AccountRow): Credentials {
  return {
    accountId: account.id,
    userName: account.userName ?? '',
    passwordHash: account.passwordHash,
    isDisabled: account.disabledAt !== null,
    factorSecret: account.totpConfirmedAt ? account.totpSecret : null,
  };
}
