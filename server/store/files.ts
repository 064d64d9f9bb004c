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

export async function setScan(tx: Transaction, id: string, scan: StoredFileRow['scan']): Promise<void> {
  await execute(tx, 'update files set scan = $2 where id = $1', [id, scan]);
}

/** Files that no scanner has seen yet, oldest first. */
export async function listUnscannedFiles(tx: Transaction, limit: number): Promise<StoredFileRow[]> {
  return rows<StoredFileRow>(tx, `select ${columns(StoredFile)} from files where scan = 'unscanned' order by added_at, id limit $1`, [
    limit,
  ]);
}

/** Of these hashes, those that some row names; the bytes of the others belong to nobody and may be swept away. */
export async function hashesInUse(tx: Transaction, hashes: readonly string[]): Promise<Set<string>> {
  const held = await rows<{ hash: string }>(
    tx,
    `select sha256 as hash from files where sha256 = any($1::text[])
     union select file_sha256 from letters where file_sha256 = any($1)
     union select base_sha256 from results where base_sha256 = any($1)
     union select signed_sha256 from results where signed_sha256 = any($1)
     union select sealed_sha256 from results where sealed_sha256 = any($1)
     union select document_sha256 from signature_requests where document_sha256 = any($1)
     union select document_sha256 from signatures where document_sha256 = any($1)
     union select image_sha256 from certificates where image_sha256 = any($1)`,
    [hashes],
  );
  return new Set(held.map(({ hash }) => hash));
}
