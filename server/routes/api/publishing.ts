import { Router } from 'express';
import { confirmProcedure } from '../../commands/administration/confirm-procedure';
import { decideProvinceRules } from '../../commands/administration/decide-province-rules';
import { judgeDiagram } from '../../commands/administration/judge-diagram';
import { publishCalendar } from '../../commands/administration/publish-calendar';
import { publishDiagram } from '../../commands/administration/publish-diagram';
import { publishForm } from '../../commands/administration/publish-form';
import { publishProcedure } from '../../commands/administration/publish-procedure';
import { publishTemplate } from '../../commands/administration/publish-template';
import { setOfficeHours } from '../../commands/administration/set-office-hours';
import { publishingEndpoints } from '../../contract/publishing';
import { type Doorway, serve, serveVisit } from '../../http/serve';
import { presentCalendar } from '../../presenters/administration-calendar';
import { presentDiagram, presentProcedureVersion } from '../../presenters/administration-publishing';
import { readCalendar } from '../../queries/administration/calendar';
import { listDiagrams, publishedKeys, readDiagram } from '../../queries/administration/diagrams';
import { readProvinceRules } from '../../queries/administration/province-rules';
import { listProcedureVersions } from '../../queries/administration/procedure-versions';

/** What the office works by: forms, templates, drawings, procedures, the calendar. */
export function publishingRoutes(door: Doorway): Router {
  const router = Router();
  const doors = publishingEndpoints;

  serve(router, door, doors.publishForm, async (context, { body }) => publishForm(context, body));
  serve(router, door, doors.publishTemplate, async (context, { body }) => publishTemplate(context, body));
  serveVisit(router, door, doors.publishDiagram, async ({ input, read, perform }) => {
    const { key, name, xml } = input.body;
    const judged = await judgeDiagram(xml, await read(publishedKeys));
    return perform((context) => publishDiagram(context, { key, name, judged }));
  });
  serve(router, door, doors.listDiagramVersions, async (context) => ({
    items: (await listDiagrams(context)).map((diagram) => ({ ...presentDiagram(diagram), running: diagram.running })),
  }));
  serve(router, door, doors.readDiagramVersion, async (context, { params }) => {
    const diagram = await readDiagram(context, params.versionId);
    return { ...presentDiagram(diagram), xml: diagram.xml };
  });
  serve(router, door, doors.publishProcedure, async (context, { body }) => publishProcedure(context, body));
  serve(router, door, doors.listProcedureVersions, async (context, { query }) => ({
    items: (await listProcedureVersions(context, query.code)).map(presentProcedureVersion),
  }));
  serve(router, door, doors.confirmProcedure, async (context, { params, body }) => {
    await confirmProcedure(context, { ...params, ...body });
    return null;
  });
  serve(router, door, doors.publishCalendar, async (context, { body }) => ({
    publicationId: await publishCalendar(context, { ...body, isDemonstration: false }),
  }));
  serve(router, door, doors.setOfficeHours, async (context, { body }) => {
    await setOfficeHours(context, body);
    return null;
  });
  serve(router, door, doors.decideProvinceRules, async (context, { body }) => {
    await decideProvinceRules(context, body);
    return null;
  });
  serve(router, door, doors.readProvinceRules, readProvinceRules);
  serve(router, door, doors.readCalendar, async (context) => presentCalendar(await readCalendar(context)));
  return router;
}
