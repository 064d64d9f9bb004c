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
