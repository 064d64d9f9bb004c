import { type Transaction } from 'sequelize';
import { CatalogueImport, type CatalogueImportRow } from './models/catalogue-import';
import { changeRecord, columns, insertRecord } from './records';
import { rows } from './rows';

export async function insertCatalogueImport(
  tx: Transaction,
  asked: Pick<CatalogueImportRow, 'source' | 'askedAt' | 'askedBy'>,
): Promise<CatalogueImportRow> {
  return insertRecord(tx, CatalogueImport, asked);
}

export async function finishCatalogueImport(tx: Transaction, id: string, done: { at: Date; imported: object }): Promise<void> {
  await changeRecord(tx, CatalogueImport, id, { finishedAt: done.at, imported: done.imported });
}

/** The latest first. */
export async function latestCatalogueImports(tx: Transaction, limit: number): Promise<CatalogueImportRow[]> {
  return rows<CatalogueImportRow>(tx, `select ${columns(CatalogueImport)} from catalogue_imports order by asked_at desc, id limit $1`, [
    limit,
  ]);
}
