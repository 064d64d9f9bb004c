import { type CatalogueImportShape } from '../contract/catalogue-imports';
import { type CatalogueImportRow } from '../store/models/catalogue-import';

/** Shapes one import: what became of each procedure, once it is done. */
export function presentCatalogueImport({ id, source, askedAt, askedBy, finishedAt, imported }: CatalogueImportRow): CatalogueImportShape {
  const done = (imported ?? []) as CatalogueImportShape['imported'];
  return { id, source, askedBy, askedAt: askedAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null, imported: done };
}
