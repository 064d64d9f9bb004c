import { type Transaction } from 'sequelize';
import { CatalogueRecord, type CatalogueRecordRow } from './models/catalogue-record';
import { columns, insertRecord } from './records';
import { row } from './rows';

export async function insertCatalogueRecord(tx: Transaction, values: CatalogueRecordRow): Promise<CatalogueRecordRow> {
  return insertRecord(tx, CatalogueRecord, values);
}

/** What is known of a code now; undefined where nothing was ever read. */
export async function findCatalogueRecord(tx: Transaction, code: string): Promise<CatalogueRecordRow | undefined> {
  return row<CatalogueRecordRow>(
    tx,
    `select ${columns(CatalogueRecord)} from catalogue_records where code = $1 order by version desc limit 1`,
    [code],
  );
}

/** One import at a time: the second waits, and finds what the first has brought. */
export async function holdCatalogue(tx: Transaction): Promise<void> {
  await row(tx, `select pg_advisory_xact_lock(hashtext('catalogue'))::text as held`);
}
