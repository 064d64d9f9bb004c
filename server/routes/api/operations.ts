import { Router } from 'express';
import { judgeMigration } from '../../commands/administration/judge-migration';
import { migrateDossier } from '../../commands/administration/migrate-dossier';
import { planMigration } from '../../commands/administration/plan-migration';
import { resolveIncident } from '../../commands/administration/resolve-incident';
import { reviveOutboxEntry } from '../../commands/administration/revive-outbox-entry';
import { stepClock } from '../../commands/administration/step-clock';
import { operationsEndpoints } from '../../contract/operations';
import { type SteppableClock } from '../../domain/clock';
import { Refusal } from '../../domain/refusal';
import { type KeptMessage } from '../../gateways/messages/file-mailbox';
import { type Doorway, serve, serveVisit } from '../../http/serve';
import { presentDeadEntry, presentFailingEntry, presentIncident, presentTopic } from '../../presenters/administration-operations';
import { listIncidents } from '../../queries/administration/incidents';
import { readOutbox } from '../../queries/administration/outbox';

export type OperationsParts = {
  door: Doorway;
  /** Absent where the clock may not be stepped: in production. */
  steppableClock: SteppableClock | undefined;
  /** Absent where messages leave by a mail server. */
  mailbox: { list: (most: number) => Promise<KeptMessage[]> } | undefined;
};

/** How the house runs: what could not leave, what no program may decide, and the clock of a demonstration. */
export function operationsRoutes({ door, steppableClock, mailbox }: OperationsParts): Router {
  const router = Router();
  const doors = operationsEndpoints;

  serve(router, door, doors.listOutbox, async (context) => {
    const { topics, failing, dead } = await readOutbox(context);
    return { topics: topics.map(presentTopic), failing: failing.map(presentFailingEntry), dead: dead.map(presentDeadEntry) };
  });
  serve(router, door, doors.reviveOutboxEntry, async (context, { params }) => {
    await reviveOutboxEntry(context, params);
    return null;
  });
  serve(router, door, doors.listMails, async (context, { query }) => {
    if (!mailbox) throw new Refusal('not-found');
    const items = await mailbox.list(query.limit);
    context.seen.push({ found: items.length });
    return { items };
  });
  serve(router, door, doors.listIncidents, async (context) => ({ items: (await listIncidents(context)).map(presentIncident) }));
  serve(router, door, doors.resolveIncident, async (context, { params, body }) => {
    await resolveIncident(context, { ...params, ...body });
    return null;
  });
  serveVisit(router, door, doors.migrateDossier, async ({ input, read, perform }) => {
    const { expectedVersion, toVersionId, mapping, reason, isDryRun } = input.body;
    const { dossierId } = input.params;
    const judged = await judgeMigration(await read((context) => planMigration(context, { dossierId, toVersionId })), mapping);
    if (!isDryRun) await perform((context) => migrateDossier(context, { dossierId, expectedVersion, reason, judged }));
    const waits = judged.migrated.waits.map(({ elementId, name, act }) => ({ elementId, name, act }));
    return { isMoved: !isDryRun, waits };
  });
  clockRoutes(router, door, steppableClock);
  return router;
}

function clockRoutes(router: Router, door: Doorway, clock: SteppableClock | undefined): void {
  serve(router, door, operationsEndpoints.readClock, async ({ now }) => ({ now: now.toISOString(), isSteppable: clock !== undefined }));
  serveVisit(router, door, operationsEndpoints.stepClock, async ({ input, perform }) => {
    if (!clock) throw new Refusal('not-found');
    const offsetMs = await perform((context) => stepClock(context, { to: new Date(input.body.to), clock }));
    clock.stepTo(offsetMs);
    return { now: clock.now().toISOString() };
  });
}
