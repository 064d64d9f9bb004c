import { type CreationAttributes, type Transaction } from 'sequelize';
import { refuseUnless } from '../domain/refusal';
import { Account, type AccountRow } from './models/account';
import { changeRecord, columns, findRecord, insertRecord } from './records';
import { execute, row } from './rows';

export async function insertAccount(tx: Transaction, values: CreationAttributes<Account>): Promise<AccountRow> {
  return insertRecord(tx, Account, values);
}

export async function readAccount(tx: Transaction, id: string): Promise<AccountRow> {
  const account = await findRecord(tx, Account, id);
  refuseUnless(account, 'not-found');
  return account;
}

/** The account, held until the act ends: of two who change its password at one moment the second sees what the first has done. */
export async function lockAccount(tx: Transaction, id: string): Promise<AccountRow> {
  const account = await row<AccountRow>(tx, `select ${columns(Account)} from accounts where id = $1 for update`, [id]);
  refuseUnless(account, 'not-found');
  return account;
}

/** The account of this user name, disabled or not: the caller refuses both alike, so that nobody learns which names exist. */
export async function findAccountByUserName(tx: Transaction, userName: string): Promise<AccountRow | undefined> {
  return row<AccountRow>(tx, `select ${columns(Account)} from accounts where user_name = $1`, [userName]);
}

/** The account that an identity gateway knows by its own subject. A citizen number is an attribute there, never the key. */
export async function findAccountByIdentity(
  tx: Transaction,
  { issuer, subject }: { issuer: string; subject: string },
): Promise<AccountRow | undefined> {
  return row<AccountRow>(tx, `select ${columns(Account)} from accounts where identity_issuer = $1 and identity_subject = $2`, [
    issuer,
    subject,
  ]);
}

/** Writes contact, password, verification or closing; the authenticator has its own acts. */
export async function changeAccount(
  tx: Transaction,
  id: string,
  changes: Partial<Omit<AccountRow, 'id' | 'kind' | 'createdAt' | 'totpSecret' | 'totpConfirmedAt' | 'totpLastStep'>>,
): Promise<AccountRow> {
  const account = await changeRecord(tx, Account, id, changes);
  refuseUnless(account, 'not-found');
  return account;
}

export async function noteSignIn(tx: Transaction, id: string, at: Date): Promise<void> {
  await execute(tx, 'update accounts set last_signed_in_at = $2 where id = $1', [id, at]);
}
