import { type CreationAttributes, type Transaction } from 'sequelize';
import { refuseUnless } from '../domain/refusal';
import { StoredFile, type StoredFileRow } from './models/stored-file';
import { columns, findRecord, insertRecord } from './records';
import { execute, row, rows } from './rows';

/** Names a file whose bytes are already on disk and flushed: never the other way round. */
export async function insertFile(tx: Transaction, values: CreationAttributes<StoredFile>): Promise<StoredFileRow> {
  return insertRecord(tx, StoredFile, values);
}

export async function readFile(tx: Transaction, id: string): Promise<StoredFileRow> {
  const file = await findRecord(tx, StoredFile, id);
  refuseUnless(file, 'not-found');
  return file;
}

/** A file through the draft or dossier that holds it, so that nobody reaches it by its number alone. */
export async function findFileHeldBy(
  tx: Transaction,
  { fileId, draftId, dossierId }: { fileId: string; draftId: string | null; dossierId: string | null },
): Promise<StoredFileRow | undefined> {
  return row<StoredFileRow>(
    tx,
    `select ${columns(StoredFile, 'f')} from files f where f.id = $1 and exists (
       select from component_files cf join components c on c.id = cf.component_id
       where cf.file_id = f.id and (c.draft_id = $2 or c.dossier_id = $3))`,
    [fileId, draftId, dossierId],
  );
}

export async function setScan(
  tx: Transaction,
  id: string,
  { scan, triedAt }: { scan: StoredFileRow['scan']; triedAt: Date },
): Promise<void> {
  await execute(tx, 'update files set scan = $2, scan_tried_at = $3 where id = $1', [id, scan, triedAt]);
}

/** Files that no scanner has judged yet; those that were tried longest ago first. */
export async function listFilesToScan(tx: Transaction, limit: number): Promise<StoredFileRow[]> {
  return rows<StoredFileRow>(
    tx,
    `select ${columns(StoredFile)} from files where scan in ('held', 'unscanned') order by scan_tried_at nulls first, id limit $1`,
    [limit],
  );
}

/**
 * Every column that names bytes in the file store. What none of them names may be
 * swept away; what one names is backed up. The hash of a signing request is not
 * among them: it is what the signer says to have seen, true or not, and what is
 * signed stands at its result.
 */
export const BYTES_IN_STORE = [
  { table: 'files', column: 'sha256' },
  { table: 'letters', column: 'file_sha256' },
  { table: 'results', column: 'base_sha256' },
  { table: 'results', column: 'signed_sha256' },
  { table: 'results', column: 'sealed_sha256' },
  { table: 'wet_originals', column: 'printed_sha256' },
  { table: 'signatures', column: 'document_sha256' },
  { table: 'certificates', column: 'image_sha256' },
] as const;

/** Of these hashes, those that some row names; the bytes of the others belong to nobody and may be swept away. */
export async function hashesInUse(tx: Transaction, hashes: readonly string[]): Promise<Set<string>> {
  const named = BYTES_IN_STORE.map(({ table, column }) => `select ${column} as hash from ${table} where ${column} = any($1::text[])`);
  const held = await rows<{ hash: string }>(tx, named.join(' union '), [hashes]);
  return new Set(held.map(({ hash }) => hash));
}

/** A page of the hashes that some row names, sorted, after the given one ('' begins). */
export async function listHashesInUse(tx: Transaction, { after, limit }: { after: string; limit: number }): Promise<string[]> {
  const named = BYTES_IN_STORE.map(({ table, column }) => `select ${column} as hash from ${table} where ${column} > $1`);
  const held = await rows<{ hash: string }>(tx, `${named.join(' union ')} order by hash limit $2`, [after, limit]);
  return held.map(({ hash }) => hash);
}
