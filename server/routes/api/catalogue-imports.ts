import { Router } from 'express';
import { askCatalogueImport } from '../../commands/administration/ask-catalogue-import';
import { catalogueImportEndpoints } from '../../contract/catalogue-imports';
import { type Doorway, serve } from '../../http/serve';
import { presentCatalogueImport } from '../../presenters/catalogue-import';
import { listCatalogueImports } from '../../queries/administration/catalogue-imports';

/** Procedures that were read elsewhere, brought in by an administrator. */
export function catalogueImportRoutes(door: Doorway): Router {
  const router = Router();
  const doors = catalogueImportEndpoints;
  serve(router, door, doors.askCatalogueImport, async (context, { body }) => ({ importId: await askCatalogueImport(context, body) }));
  serve(router, door, doors.listCatalogueImports, async (context) => ({
    items: (await listCatalogueImports(context)).map(presentCatalogueImport),
  }));
  return router;
}
