import { type CreationAttributes, type Transaction } from 'sequelize';
import { refuseUnless } from '../domain/refusal';
import { Upload, type UploadRow } from './models/upload';
import { columns, findRecord, insertRecord } from './records';
import { execute, row, rows } from './rows';

export async function insertUpload(tx: Transaction, values: CreationAttributes<Upload>): Promise<UploadRow> {
  return insertRecord(tx, Upload, values);
}

export async function readUpload(tx: Transaction, id: string): Promise<UploadRow> {
  const upload = await findRecord(tx, Upload, id);
  refuseUnless(upload, 'not-found');
  return upload;
}

/** The upload, held until the act ends: the last part arrives once. */
export async function lockUpload(tx: Transaction, id: string): Promise<UploadRow> {
  const upload = await row<UploadRow>(tx, `select ${columns(Upload)} from uploads where id = $1 for update`, [id]);
  refuseUnless(upload, 'not-found');
  return upload;
}

/** How many uploads an account has begun and not finished. */
export async function countOpenUploads(tx: Transaction, accountId: string): Promise<number> {
  const counted = await row<{ count: number }>(
    tx,
    'select count(*)::int as count from uploads where account_id = $1 and finished_at is null',
    [accountId],
  );
  return counted!.count;
}

export type SameUpload = Pick<UploadRow, 'accountId' | 'draftId' | 'dossierId' | 'componentKey' | 'sha256' | 'byteSize'>;

/** The same file that the same account began to send to the same paper and has not finished: it goes on there. */
export async function findOpenUpload(tx: Transaction, same: SameUpload): Promise<UploadRow | undefined> {
  return row<UploadRow>(
    tx,
    `select ${columns(Upload)} from uploads where account_id = $1 and draft_id is not distinct from $2::uuid
       and dossier_id is not distinct from $3::uuid and component_key = $4 and sha256 = $5 and byte_size = $6 and finished_at is null
     order by started_at desc limit 1`,
    [same.accountId, same.draftId, same.dossierId, same.componentKey, same.sha256, same.byteSize],
  );
}

/** The files that came to a dossier after its submission: only an open request takes any. */
export async function filesBroughtLater(tx: Transaction, dossierId: string): Promise<Set<string>> {
  const brought = await rows<{ id: string }>(tx, 'select file_id as id from uploads where dossier_id = $1 and file_id is not null', [
    dossierId,
  ]);
  return new Set(brought.map(({ id }) => id));
}

export async function finishUpload(tx: Transaction, { id, fileId, at }: { id: string; fileId: string; at: Date }): Promise<void> {
  await execute(tx, 'update uploads set finished_at = $3, file_id = $2 where id = $1 and finished_at is null', [id, fileId, at]);
}

/** Uploads that were begun before an instant and never finished. */
export async function listStaleUploads(tx: Transaction, before: Date, limit: number): Promise<UploadRow[]> {
  return rows<UploadRow>(
    tx,
    `select ${columns(Upload)} from uploads where finished_at is null and started_at < $1 order by started_at limit $2`,
    [before, limit],
  );
}

export async function dropUpload(tx: Transaction, id: string): Promise<void> {
  await execute(tx, 'delete from uploads where id = $1 and finished_at is null', [id]);
}
