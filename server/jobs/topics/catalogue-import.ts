import { readNeutral } from '../../catalogue/read-neutral';
import { CATALOGUE_IMPORT, type CatalogueImportOrder } from '../../commands/administration/ask-catalogue-import';
import { finishCatalogueImport } from '../../store/catalogue-imports';
import { type CatalogueImport, importCatalogue } from '../import-catalogue';
import { type Topic } from '../outbox-runner';

type General = Pick<CatalogueImport, 'usual' | 'form' | 'template'>;

/** Does what an administrator has laid down: every line read and brought in, with its report, in one transaction. */
export function catalogueTopics(general: () => Promise<General>): Readonly<Record<string, Topic>> {
  return {
    [CATALOGUE_IMPORT]: async ({ entry, finish }) => {
      const { importId, source, lines } = entry.payload as CatalogueImportOrder;
      const readings = lines.map(readNeutral);
      const shipped = await general();
      await finish(async (context) => {
        const imported = await importCatalogue(context, { ...shipped, source, readings });
        await finishCatalogueImport(context.tx, importId, { at: context.now, imported });
      });
    },
  };
}
