import { Router } from 'express';
import { systemEndpoints } from '../../contract/system';
import { allEndpoints } from '../../contract/endpoints';
import { openApiOf } from '../../http/open-api';
import { type Doorway, serve, serveVisit } from '../../http/serve';

const VERSION = '0.1.0';

/** What machines ask of the house. Ready is answered by way of the database: without it nothing here is of use. */
export function systemRoutes(door: Doorway): Router {
  const router = Router();
  let document: Record<string, unknown> | undefined;
  serveVisit(router, door, systemEndpoints.readHealth, async () => ({ isUp: true as const }));
  serve(router, door, systemEndpoints.readReadiness, async () => ({ isReady: true as const }));
  serve(router, door, systemEndpoints.readOpenApi, async () => {
    document ??= openApiOf(allEndpoints, { version: VERSION, address: '/' });
    return document;
  });
  return router;
}
