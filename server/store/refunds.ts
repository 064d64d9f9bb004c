import { type CreationAttributes } from 'sequelize';
import { Refund, type RefundRow } from './models/refund';
import { columns, insertRecord } from './records';
import { row, rows } from './rows';
import { type Transaction } from './transaction';

export async function insertRefund(tx: Transaction, values: CreationAttributes<Refund>): Promise<RefundRow> {
  return insertRecord(tx, Refund, values);
}

/** What went back of the payments of a dossier, the oldest first. */
export async function refundsOf(tx: Transaction, dossierId: string): Promise<RefundRow[]> {
  return rows<RefundRow>(
    tx,
    `select ${columns(Refund, 'r')} from refunds r join payments p on p.id = r.payment_id where p.dossier_id = $1 order by r.refunded_at, r.id`,
    [dossierId],
  );
}

export async function findRefundByReference(tx: Transaction, reference: string): Promise<RefundRow | undefined> {
  return row<RefundRow>(tx, `select ${columns(Refund)} from refunds where method = 'transfer' and reference = $1`, [reference]);
}
