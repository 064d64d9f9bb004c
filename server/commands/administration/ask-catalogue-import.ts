import { type Context } from '../../casework/context';
import { actorColumns } from '../../casework/record-act';
import { insertCatalogueImport } from '../../store/catalogue-imports';
import { post } from '../../store/outbox';

/** The topic under which an import waits for its turn. */
export const CATALOGUE_IMPORT = 'catalogue-import';

/** One procedure a line, in the neutral shape. */
export type CatalogueImportOrder = { importId: string; source: string; lines: readonly string[] };

/** Lays an import down: it is done after the commit, whole or not at all. Answers its id. */
export async function askCatalogueImport(
  { tx, now, actor }: Context,
  { source, lines }: { source: string; lines: readonly string[] },
): Promise<string> {
  const { id } = await insertCatalogueImport(tx, { source, askedAt: now, askedBy: actorColumns(actor).actorName });
  const order: CatalogueImportOrder = { importId: id, source, lines };
  await post(tx, { dossierId: null, executionId: null, topic: CATALOGUE_IMPORT, payload: order }, now);
  return id;
}
