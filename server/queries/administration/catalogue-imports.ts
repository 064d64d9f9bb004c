import { type CatalogueImportRow } from '../../store/models/catalogue-import';
import { latestCatalogueImports } from '../../store/catalogue-imports';
import { type Reader } from '../reader';

const MOST = 20;

/** The latest imports, with what became of each line. */
export async function listCatalogueImports({ tx }: Reader): Promise<CatalogueImportRow[]> {
  return latestCatalogueImports(tx, MOST);
}
