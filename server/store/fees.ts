import { type CreationAttributes } from 'sequelize';
import { FeeLine, type FeeLineRow } from './models/fee-line';
import { changeRecord, columns, insertRecords } from './records';
import { row, rows } from './rows';
import { type Transaction } from './transaction';

/** A fee that nobody has paid, been exempted from or given up. */
export type OpenFee = Pick<FeeLineRow, 'key' | 'amountDong' | 'dueWhen' | 'state'>;

export async function insertFeeLines(tx: Transaction, many: readonly CreationAttributes<FeeLine>[]): Promise<FeeLineRow[]> {
  return insertRecords(tx, FeeLine, many);
}

/** All fees of a dossier, in the order of their keys. */
export async function feeLinesOf(tx: Transaction, dossierId: string): Promise<FeeLineRow[]> {
  return rows<FeeLineRow>(tx, `select ${columns(FeeLine)} from fee_lines where dossier_id = $1 order by key`, [dossierId]);
}

/** What is still to be paid, now or later. */
export async function openFeesOf(tx: Transaction, dossierId: string): Promise<OpenFee[]> {
  return rows<OpenFee>(
    tx,
    `select key, amount_dong as "amountDong", due_when as "dueWhen", state from fee_lines
     where dossier_id = $1 and state in ('not-due', 'due', 'waiting') order by key`,
    [dossierId],
  );
}

/** What may change of a fee: where it stands, an exemption, the amount that the council has decided. */
export async function changeFeeLine(
  tx: Transaction,
  id: string,
  changes: Partial<Pick<FeeLineRow, 'state' | 'amountDong' | 'wording' | 'exemptGround' | 'exemptedBy'>>,
): Promise<void> {
  await changeRecord(tx, FeeLine, id, changes);
}

/** When the dossier ended without a result (not accepted, withdrawn, stopped or refused), and how; undefined while it has not. */
export async function findEndWithoutResult(tx: Transaction, dossierId: string): Promise<{ status: number; at: Date } | undefined> {
  return row<{ status: number; at: Date }>(
    tx,
    `select (facts->>'status')::int as status, at from journal
     where dossier_id = $1 and facts->>'status' in ('3', '7', '8') order by number limit 1`,
    [dossierId],
  );
}
