import { type CreationAttributes, type Transaction } from 'sequelize';
import { AccessLogEntry, type AccessLogEntryRow } from './models/access-log-entry';
import { columns, insertRecord } from './records';
import { rows } from './rows';

/** Notes that a staff member has read personal data, in which act, of whom, and how much was found. Lines are never changed. */
export async function appendAccess(tx: Transaction, values: CreationAttributes<AccessLogEntry>): Promise<void> {
  await insertRecord(tx, AccessLogEntry, values);
}

/** Who has looked at a dossier, newest first, before the given line. */
export async function accessesOf(
  tx: Transaction,
  { dossierId, beforeId, limit }: { dossierId: string; beforeId: number | null; limit: number },
): Promise<AccessLogEntryRow[]> {
  return rows<AccessLogEntryRow>(
    tx,
    `select ${columns(AccessLogEntry)} from access_log where dossier_id = $1 and ($2::bigint is null or id < $2) order by at desc, id desc limit $3`,
    [dossierId, beforeId, limit],
  );
}
