import { type CreationAttributes } from 'sequelize';
import { refuseUnless } from '../domain/refusal';
import { Extension, type ExtensionRow } from './models/extension';
import { changeRecord, columns, findRecord, insertRecord } from './records';
import { row } from './rows';
import { type Transaction } from './transaction';

/** The one extension that a dossier may have had, once it was delivered: when it was decided and how much it added, in the office's terms. */
export async function findDeliveredExtension(
  tx: Transaction,
  dossierId: string,
): Promise<{ decidedAt: Date; addedLimit: string } | undefined> {
  return row(
    tx,
    `select signed_at as "decidedAt", added_limit as "addedLimit" from extensions
      where dossier_id = $1 and kind = 'extension' and state = 'delivered'`,
    [dossierId],
  );
}

/** Whether the one extension was used, or is on its way. */
export async function hasExtension(tx: Transaction, dossierId: string): Promise<boolean> {
  const known = await row(
    tx,
    `select 1 as known from extensions where dossier_id = $1 and kind = 'extension' and state <> 'dropped' limit 1`,
    [dossierId],
  );
  return known !== undefined;
}

export async function findExtensionIn(tx: Transaction, dossierId: string, state: ExtensionRow['state']): Promise<ExtensionRow | undefined> {
  return row<ExtensionRow>(
    tx,
    `select ${columns(Extension)} from extensions where dossier_id = $1 and state = $2 order by drafted_at desc limit 1`,
    [dossierId, state],
  );
}

export async function readExtension(tx: Transaction, id: string): Promise<ExtensionRow> {
  const extension = await findRecord(tx, Extension, id);
  refuseUnless(extension, 'not-found');
  return extension;
}

export async function insertExtension(tx: Transaction, values: CreationAttributes<Extension>): Promise<ExtensionRow> {
  return insertRecord(tx, Extension, values);
}

export async function changeExtension(tx: Transaction, id: string, changes: Partial<ExtensionRow>): Promise<void> {
  await changeRecord(tx, Extension, id, changes);
}
