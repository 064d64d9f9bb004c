import { type CreationAttributes } from 'sequelize';
import { refuseUnless } from '../domain/refusal';
import { Supplement, type SupplementRow } from './models/supplement';
import { changeRecord, columns, findRecord, insertRecord } from './records';
import { row, rows } from './rows';
import { type Transaction } from './transaction';

/** The last request of a phase, whatever its state. */
export async function findLastSupplement(
  tx: Transaction,
  dossierId: string,
  phase: SupplementRow['phase'],
): Promise<SupplementRow | undefined> {
  return row<SupplementRow>(
    tx,
    `select ${columns(Supplement)} from supplements where dossier_id = $1 and phase = $2 order by number desc limit 1`,
    [dossierId, phase],
  );
}

/** The request of either phase that has reached the applicant and is not settled. */
export async function findOpenSupplement(tx: Transaction, dossierId: string): Promise<SupplementRow | undefined> {
  return row<SupplementRow>(
    tx,
    `select ${columns(Supplement)} from supplements where dossier_id = $1 and state in ('issued', 'answered') order by proposed_at desc limit 1`,
    [dossierId],
  );
}

export async function supplementsOf(tx: Transaction, dossierId: string): Promise<SupplementRow[]> {
  return rows<SupplementRow>(tx, `select ${columns(Supplement)} from supplements where dossier_id = $1 order by proposed_at`, [dossierId]);
}

export async function readSupplement(tx: Transaction, id: string): Promise<SupplementRow> {
  const supplement = await findRecord(tx, Supplement, id);
  refuseUnless(supplement, 'not-found');
  return supplement;
}

export async function insertSupplement(tx: Transaction, values: CreationAttributes<Supplement>): Promise<SupplementRow> {
  return insertRecord(tx, Supplement, values);
}

export async function changeSupplement(tx: Transaction, id: string, changes: Partial<SupplementRow>): Promise<void> {
  await changeRecord(tx, Supplement, id, changes);
}
