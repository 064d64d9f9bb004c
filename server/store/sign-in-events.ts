import { type CreationAttributes, type Transaction } from 'sequelize';
import { SignInEvent, type SignInEventRow } from './models/sign-in-event';
import { columns, insertRecord } from './records';
import { rows } from './rows';

/** Appends what happened at the door: sign-in, failure, lock, reset, reuse of an old token. */
export async function appendSignInEvent(tx: Transaction, values: CreationAttributes<SignInEvent>): Promise<void> {
  await insertRecord(tx, SignInEvent, values);
}

/** The latest events of an account, newest first. */
export async function signInEventsOf(tx: Transaction, accountId: string, limit: number): Promise<SignInEventRow[]> {
  return rows<SignInEventRow>(tx, `select ${columns(SignInEvent)} from sign_in_events where account_id = $1 order by id desc limit $2`, [
    accountId,
    limit,
  ]);
}
