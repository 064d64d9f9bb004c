import { readFileSync } from 'node:fs';
import { lockCase } from '../../../server/casework/read-case';
import { takeStep } from '../../../server/casework/take-step';
import { publishDiagram } from '../../../server/commands/administration/publish-diagram';
import { foldJournal } from '../../../server/domain/journal';
import { readDossier } from '../../../server/store/dossiers';
import { readInstance } from '../../../server/store/instances';
import { readJournal } from '../../../server/store/journal';
import { type DossierRow } from '../../../server/store/models/dossier';
import { readDiagramVersion } from '../../../server/store/published-versions';
import { openTasksOf } from '../../../server/store/tasks';
import { compileDiagram } from '../../../server/workflow/compile';
import { type Commune, openCommune } from '../../support/commune';
import { bringTo, fileDossier } from '../../support/filed-dossier';
import { useOffice } from '../../support/server';

jest.setTimeout(60_000);

const office = useOffice();
const HOUSE = { kind: 'system', name: 'test' } as const;
const drawn = readFileSync('workflows/diagrams/same-day/process.bpmn', 'utf8');
let desk: Commune;
let key: string;
beforeAll(async () => {
  desk = await openCommune(office.sequelize);
  key = (await office.sequelize.transaction((tx) => readDiagramVersion(tx, desk.version.id))).key;
});

test('a dry run says what would be open, and moves nothing', async () => {
  const dossier = await atExamination();
  const next = await publish(drawn.replace('name="Giải quyết trong ngày tại xã"', 'name="Trong ngày"'));
  const before = await office.sequelize.transaction((tx) => readInstance(tx, dossier.id));
  const { status, body } = await migrate(dossier, { toVersionId: next, isDryRun: true });
  expect(status).toBe(200);
  expect(body).toMatchObject({ isMoved: false });
  expect((body as { waits: { act: string }[] }).waits.map(({ act }) => act)).toContain('confirm-forwarded');
  expect(await office.sequelize.transaction((tx) => readInstance(tx, dossier.id))).toEqual(before);
  expect(await desk.reload(dossier)).toEqual(dossier);
});

test('an explicit act moves the dossier, with its reason on record, and it goes on under the new drawing', async () => {
  const dossier = await atExamination();
  const [task] = await desk.at((tx) => openTasksOf(tx, dossier.id));
  const renamed = `${task!.elementId}Renamed`;
  const next = await publish(drawn.replaceAll(new RegExp(`\\b${task!.elementId}\\b`, 'g'), renamed));
  const mapping = { [task!.elementId]: renamed };
  expect((await migrate(dossier, { toVersionId: next, mapping, isDryRun: false })).body).toMatchObject({ isMoved: true });
  await office.sequelize.transaction(async (tx) => {
    expect(await readDossier(tx, dossier.id)).toMatchObject({ diagramVersionId: next, version: dossier.version + 1 });
    expect((await openTasksOf(tx, dossier.id)).find(({ id }) => id === task!.id)).toMatchObject({
      elementId: renamed,
      executionId: task!.executionId,
      dueAt: task!.dueAt,
    });
    const journal = await readJournal(tx, dossier.id);
    expect(journal.at(-1)).toMatchObject({ act: 'migrate-dossier', actorKind: 'staff', facts: { detail: { reason: 'Sửa sơ đồ' } } });
    expect(foldJournal(journal.map(({ facts }) => facts)).open.get(task!.executionId)).toBe(renamed);
  });
  await desk.as(HOUSE, async (context) => {
    await takeStep(context, await lockCase(context, dossier.id), { act: 'confirm-forwarded', facts: { handOver: 'received' } });
  });
  expect((await desk.at((tx) => openTasksOf(tx, dossier.id))).map(({ act }) => act)).toContain('examine');
});

test('a drawing that lacks the place where the dossier stands is refused with that place', async () => {
  const dossier = await atExamination();
  const [task] = await desk.at((tx) => openTasksOf(tx, dossier.id));
  const next = await publish(drawn.replaceAll(new RegExp(`\\b${task!.elementId}\\b`, 'g'), 'somewhereElse'));
  const { status, body } = await migrate(dossier, { toVersionId: next, isDryRun: true });
  expect(status).toBe(409);
  expect(body).toMatchObject({ code: 'migration-refused', facts: { reason: 'element-gone', elementId: task!.elementId } });
  expect((body as { detail: string }).detail).toContain('phiên bản mới không còn');
  expect((body as { detailEn: string }).detailEn).toContain('the new version lacks');
});

test('a dossier that somebody has moved meanwhile is not migrated on what was seen before', async () => {
  const dossier = await atExamination();
  const next = await publish(drawn.replace('name="Giải quyết trong ngày tại xã"', 'name="Lần ba"'));
  await desk.as(HOUSE, async (context) => {
    await takeStep(context, await lockCase(context, dossier.id), { act: 'confirm-forwarded', facts: { handOver: 'received' } });
  });
  expect(await migrate(dossier, { toVersionId: next, isDryRun: false })).toMatchObject({ status: 409, body: { code: 'stale' } });
});

test('the version it is on already, and one of another diagram, are no destination', async () => {
  const dossier = await atExamination();
  expect(await migrate(dossier, { toVersionId: desk.version.id, isDryRun: true })).toMatchObject({ status: 409 });
  const other = await publish(drawn, 'another-diagram');
  expect(await migrate(dossier, { toVersionId: other, isDryRun: true })).toMatchObject({
    status: 409,
    body: { code: 'migration-refused' },
  });
});

test('only an administrator migrates', async () => {
  const dossier = await atExamination();
  const body = { expectedVersion: dossier.version, toVersionId: desk.version.id, reason: 'Thử', isDryRun: true };
  expect((await office.as('clerk').post(`/api/dossiers/${dossier.id}/diagram-migration`, body)).status).toBe(403);
});

async function atExamination(): Promise<DossierRow> {
  const { dossier } = await fileDossier(desk);
  await bringTo(desk, dossier, 'check-submission');
  return desk.reload(dossier);
}

async function publish(xml: string, under = key): Promise<string> {
  const judged = { xml, compiled: await compileDiagram(xml) };
  return (await desk.as(HOUSE, (context) => publishDiagram(context, { key: under, name: under, judged }))).id;
}

function migrate(dossier: DossierRow, wish: { toVersionId: string; mapping?: Record<string, string>; isDryRun: boolean }) {
  const body = { expectedVersion: dossier.version, reason: 'Sửa sơ đồ', ...wish };
  return office.as('administrator').post(`/api/dossiers/${dossier.id}/diagram-migration`, body);
}
