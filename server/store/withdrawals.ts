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

/** When a result of this dossier was given its number; after that the request comes too late (R31). */
export async function findNumberedAt(tx: Transaction, dossierId: string): Promise<Date | null> {
  const numbered = await row<{ at: Date }>(
    tx,
    `select e.entered_at as at from results r join book_entries e on e.result_id = r.id
      where r.dossier_id = $1 and r.number is not null and r.state <> 'void' order by e.entered_at limit 1`,
    [dossierId],
  );
  return numbered?.at ?? null;
}
