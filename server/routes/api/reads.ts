import { Router } from 'express';
import { readEndpoints } from '../../contract/reads';
import { type Doorway, serve, serveFile } from '../../http/serve';
import { type FileSource, storedFile } from '../../http/stored-file';
import { presentAccess } from '../../presenters/access-line';
import { presentDiagram, presentDueDate, presentJournal, presentPosition, presentTimeline } from '../../presenters/dossier-history';
import { presentReading } from '../../presenters/dossier-reading';
import { presentDossier } from '../../presenters/dossier-summary';
import { presentLetter } from '../../presenters/record-going-out';
import { explainDueDate } from '../../queries/dossiers/explain-due-date';
import { listMyDossiers } from '../../queries/dossiers/list-my-dossiers';
import { readAccessLog } from '../../queries/dossiers/read-access-log';
import { readDossier } from '../../queries/dossiers/read-dossier';
import { listLetters, readComponentFile, readLetterFile } from '../../queries/dossiers/read-file';
import { readJournal } from '../../queries/dossiers/read-journal';
import { readDossierDiagram, readPosition } from '../../queries/dossiers/read-position';
import { readTimeline } from '../../queries/dossiers/read-timeline';
import { writePlace } from '../../contract/cursor';

/** One dossier with its history and its files, and who has looked at it. */
export function readRoutes(door: Doorway, files: FileSource): Router {
  const router = Router();
  serve(router, door, readEndpoints.readDossier, async (context, { params }) =>
    presentReading(context.actor, await readDossier(context, params)),
  );
  serve(router, door, readEndpoints.listMyDossiers, async (context, { query }) => {
    const { mine, next } = await listMyDossiers(context, query);
    return {
      items: mine.map(({ dossier, open }) => presentDossier(context.actor, { ...dossier, dossier, open })),
      next: next && writePlace('my-dossiers', next.submittedAt, next.id),
    };
  });
  serve(router, door, readEndpoints.readTimeline, async (context, { params }) => presentTimeline(await readTimeline(context, params)));
  serve(router, door, readEndpoints.readJournal, async (context, { params }) => presentJournal(await readJournal(context, params)));
  serve(router, door, readEndpoints.explainDueDate, async (context, { params }) => presentDueDate(await explainDueDate(context, params)));
  serve(router, door, readEndpoints.readPosition, async (context, { params }) => presentPosition(await readPosition(context, params)));
  serve(router, door, readEndpoints.readDossierDiagram, async (context, { params }) =>
    presentDiagram(await readDossierDiagram(context, params)),
  );
  serveFile(router, door, readEndpoints.readComponentFile, async (context, { params }) =>
    storedFile(files, await readComponentFile(context, params)),
  );
  serve(router, door, readEndpoints.listLetters, async (context, { params }) => ({
    letters: (await listLetters(context, params)).map(presentLetter),
  }));
  serveFile(router, door, readEndpoints.readLetterFile, async (context, { params }) =>
    storedFile(files, await readLetterFile(context, params)),
  );
  serve(router, door, readEndpoints.readAccessLog, async (context, { query }) => {
    const { accesses, next } = await readAccessLog(context, query);
    return { items: accesses.map(presentAccess), next: next && writePlace('accesses', next.at, next.id) };
  });
  return router;
}
