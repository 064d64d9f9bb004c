import { Router } from 'express';
import { catalogueEndpoints } from '../../contract/catalogue';
import { writePlace } from '../../contract/cursor';
import { type Doorway, serve } from '../../http/serve';
import { presentAgency, presentListedProcedure, presentProcedure } from '../../presenters/catalogue';
import { listAgencies } from '../../queries/catalogue/list-agencies';
import { listProcedures } from '../../queries/catalogue/list-procedures';
import { readProcedure } from '../../queries/catalogue/read-procedure';

/** What the province publishes, for anybody. */
export function catalogueRoutes(door: Doorway): Router {
  const router = Router();
  serve(router, door, catalogueEndpoints.listProcedures, async (context, { query }) => {
    const { procedures, next } = await listProcedures(context, query);
    return { items: procedures.map(presentListedProcedure), next: next && writePlace('procedures', next) };
  });
  serve(router, door, catalogueEndpoints.readProcedure, async (context, { params }) =>
    presentProcedure(await readProcedure(context, params)),
  );
  serve(router, door, catalogueEndpoints.listAgencies, async (context, { query }) => {
    const { onDate, agencies } = await listAgencies(context, query);
    return { onDate, agencies: agencies.map(presentAgency) };
  });
  return router;
}
