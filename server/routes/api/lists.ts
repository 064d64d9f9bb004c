import { Router } from 'express';
import { writePlace } from '../../contract/cursor';
import { readEndpoints } from '../../contract/reads';
import { addressPrefixOf } from '../../http/address';
import { type Doorway, serve, serveVisit } from '../../http/serve';
import { limitTracking } from '../../http/tries';
import { presentFound, presentTracking } from '../../presenters/found-dossier';
import { presentColleague, presentWorkCounts, presentWorkItem } from '../../presenters/work-item';
import { searchDossiers } from '../../queries/dossiers/search-dossiers';
import { trackDossier } from '../../queries/dossiers/track-dossier';
import { countWork } from '../../queries/work/count-work';
import { listColleagues } from '../../queries/work/list-colleagues';
import { listWork } from '../../queries/work/list-work';

/** What is looked for among many dossiers: the waiting work, a search, one code. */
export function listRoutes(door: Doorway): Router {
  const router = Router();
  serve(router, door, readEndpoints.listWork, async (context, { query }) => {
    const { entries, next } = await listWork(context, query);
    return {
      items: entries.map((entry) => presentWorkItem(context.actor, entry)),
      next: next && writePlace('work', next.dueAt, next.id),
    };
  });
  serve(router, door, readEndpoints.countWork, async (context) => presentWorkCounts(await countWork(context)));
  serve(router, door, readEndpoints.listColleagues, async (context, { params, query }) => ({
    items: (await listColleagues(context, { ...params, ...query })).map(presentColleague),
  }));
  serve(router, door, readEndpoints.searchDossiers, async (context, { body }) => {
    const { found, next } = await searchDossiers(context, body);
    return { items: found.map(presentFound), next: next && writePlace('dossiers', next.submittedAt, next.id) };
  });
  serveVisit(router, door, readEndpoints.trackDossier, async ({ request, visitor, input: { body } }) => {
    await limitTracking(door, { addressPrefix: addressPrefixOf(request), code: body.code });
    const act = { actor: visitor.actor, endpoint: readEndpoints.trackDossier.id };
    return presentTracking(await door.glance(act, (context) => trackDossier(context, body)));
  });
  return router;
}
