import { type CreationAttributes } from 'sequelize';
import { refuseUnless } from '../domain/refusal';
import { type StoredFileRow, StoredFile } from './models/stored-file';
import { WetOriginal, type WetOriginalRow } from './models/wet-original';
import { changeRecord, columns, findRecord, insertRecord } from './records';
import { row, rows } from './rows';
import { type Transaction } from './transaction';

/** A wet original with the names that stand on it. */
export type NamedWetOriginal = WetOriginalRow & { signerName: string | null; sealerName: string | null };

export async function insertWetOriginal(tx: Transaction, values: CreationAttributes<WetOriginal>): Promise<WetOriginalRow> {
  return insertRecord(tx, WetOriginal, values);
}

export async function findWetOriginal(tx: Transaction, resultId: string): Promise<WetOriginalRow | undefined> {
  return findRecord(tx, WetOriginal, resultId);
}

export async function changeWetOriginal(tx: Transaction, resultId: string, changes: Partial<WetOriginalRow>): Promise<WetOriginalRow> {
  const original = await changeRecord(tx, WetOriginal, resultId, changes);
  refuseUnless(original, 'not-found');
  return original;
}

/** The papers of a dossier's results. */
export async function wetOriginalsOf(tx: Transaction, dossierId: string): Promise<NamedWetOriginal[]> {
  return rows<NamedWetOriginal>(
    tx,
    `select ${columns(WetOriginal, 'w')}, s.full_name as "signerName", k.full_name as "sealerName"
     from wet_originals w join results r on r.id = w.result_id
       left join staff s on s.id = w.signed_by left join staff k on k.id = w.sealed_by
     where r.dossier_id = $1`,
    [dossierId],
  );
}

/** The scan of a result that was put on record, with its bytes' own hash; undefined until then. */
export async function findScan(tx: Transaction, resultId: string): Promise<StoredFileRow | undefined> {
  return row<StoredFileRow>(
    tx,
    `select ${columns(StoredFile, 'f')} from wet_originals w join files f on f.id = w.scan_file_id
     where w.result_id = $1 and w.scanned_at is not null`,
    [resultId],
  );
}
