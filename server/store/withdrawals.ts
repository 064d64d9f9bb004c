import { type CreationAttributes } from 'sequelize';
import { Withdrawal, type WithdrawalRow } from './models/withdrawal';
import { changeRecord, columns, insertRecord } from './records';
import { row } from './rows';
import { type Transaction } from './transaction';

export async function findOpenWithdrawal(tx: Transaction, dossierId: string): Promise<WithdrawalRow | undefined> {
  return row<WithdrawalRow>(tx, `select ${columns(Withdrawal)} from withdrawals where dossier_id = $1 and state = 'asked'`, [dossierId]);
}

export async function insertWithdrawal(tx: Transaction, values: CreationAttributes<Withdrawal>): Promise<WithdrawalRow> {
  return insertRecord(tx, Withdrawal, values);
}

export async function changeWithdrawal(tx: Transaction, id: string, changes: Partial<WithdrawalRow>): Promise<void> {
  await changeRecord(tx, Withdrawal, id, changes);
}

/** R31: once a number is given the request comes too late. */
export async function isNumberGiven(tx: Transaction, dossierId: string): Promise<boolean> {
  return (
    (await row(tx, `select 1 as given from results where dossier_id = $1 and number is not null and state <> 'void' limit 1`, [
      dossierId,
    ])) !== undefined
  );
}
