import { type Transaction } from 'sequelize';
import { CatalogueRecord, type CatalogueRecordRow } from './models/catalogue-record';
import { columns, insertRecord } from './records';
import { row, rows } from './rows';

/** The newest version of each of these codes, by its hash: what an import compares with. */
export async function latestCatalogueRecords(
  tx: Transaction,
  codes: readonly string[],
): Promise<Map<string, Pick<CatalogueRecordRow, 'code' | 'version' | 'sha256'>>> {
  const found = await rows<Pick<CatalogueRecordRow, 'code' | 'version' | 'sha256'>>(
    tx,
    `select distinct on (code) code, version, sha256 from catalogue_records where code = any($1::text[]) order by code, version desc`,
    [codes],
  );
  return new Map(found.map((one) => [one.code, one]));
}

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
