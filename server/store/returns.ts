import { type CreationAttributes } from 'sequelize';
import { ReturnOfResult, type ReturnOfResultRow } from './models/return-of-result';
import { columns, insertRecord } from './records';
import { rows } from './rows';
import { type Transaction } from './transaction';

/** The register of returns: who took what, on which paper, when. */
export async function insertReturn(tx: Transaction, values: CreationAttributes<ReturnOfResult>): Promise<ReturnOfResultRow> {
  return insertRecord(tx, ReturnOfResult, values);
}

export async function returnsOf(tx: Transaction, dossierId: string): Promise<ReturnOfResultRow[]> {
  return rows<ReturnOfResultRow>(tx, `select ${columns(ReturnOfResult)} from returns where dossier_id = $1 order by returned_at, id`, [
    dossierId,
  ]);
}
