import { randomUUID } from 'node:crypto';
import { type Transaction } from 'sequelize';
import { accessesOf, appendAccess } from '../../server/store/access-log';
import { lockDossier, readDossier } from '../../server/store/dossiers';
import { incidentsOf, listOpenIncidents, openIncident, resolveIncident } from '../../server/store/incidents';
import { dossiersOnDiagram, insertInstance, lockInstance, readInstance, saveInstance } from '../../server/store/instances';
import { moveDossier } from '../../server/store/move-dossier';
import { beginPause, endPause, pausesOf } from '../../server/store/pauses';
import { appendDeltas, foldDeltas, sumStatistics } from '../../server/store/statistics';
import { execute } from '../../server/store/rows';
import { findTask, insertTasks, tasksOf } from '../../server/store/tasks';
import { useDatabase } from '../support/database';
import { enterDossier, enterDossierAndDraft, NOON, TODAY } from '../support/on-record';

const database = useDatabase();
const transaction = <Answer>(work: (tx: Transaction) => Promise<Answer>) => database.sequelize.transaction(work);
const minutes = (count: number) => new Date(NOON.getTime() + 60_000 * count);

test('writes status and dates of a step and moves the version; refuses a dossier that is not there', async () => {
  await transaction(async (tx) => {
    const { dossier } = await enterDossierAndDraft(tx);
    const limit = { amount: 3, unit: 'working-days' };
    const stepped = await moveDossier(tx, dossier.id, { status: 2, acceptedAt: NOON, dueAt: minutes(60), timeLimit: limit });
    expect(stepped).toMatchObject({
      status: 2,
      version: dossier.version + 1,
      acceptedAt: NOON,
      dueAt: minutes(60),
      timeLimit: limit,
      finishedAt: null,
    });
    await moveDossier(tx, dossier.id, { code: 'H27.9-261125-0001' });
    const read = await readDossier(tx, dossier.id);
    expect(read).toMatchObject({ code: 'H27.9-261125-0001', version: dossier.version + 2 });
    expect(await lockDossier(tx, dossier.id)).toEqual(read);
    await expect(lockDossier(tx, randomUUID())).rejects.toMatchObject({ code: 'not-found' });
  });
});

test('takes a foreign code twice from different sources, and once from each', async () => {
  const place = await transaction(enterDossierAndDraft);
  const enter = (outsideSource: string) => transaction((tx) => enterDossier(tx, place, { outsideSource, outsideCode: 'X/1 – ß' }));
  await enter('portal');
  await enter('ministry');
  await expect(enter('portal')).rejects.toThrow();
});

test('replaces a position only by the one computed from it', async () => {
  const { dossier, procedure } = await transaction(enterDossierAndDraft);
  const position = {
    dossierId: dossier.id,
    diagramVersionId: procedure.diagramVersionId,
    engineVersion: '25',
    facts: { channel: 'online' },
    status: 'running' as const,
  };
  const next = { ...position, state: Buffer.from('{}'), stateSha256: 's', active: 'a', doneElements: ['Start_1', 'Task "x"'] };
  await transaction((tx) => insertInstance(tx, { ...position, version: 1 }));
  await transaction((tx) => saveInstance(tx, 1, next));
  await expect(transaction((tx) => saveInstance(tx, 1, next))).rejects.toThrow(/no longer at version 1/);
  expect(await transaction((tx) => lockInstance(tx, dossier.id))).toEqual({ ...next, version: 2 });
  expect(await transaction((tx) => readInstance(tx, dossier.id))).toMatchObject({ version: 2 });
  expect(await transaction((tx) => dossiersOnDiagram(tx, procedure.diagramVersionId, 5))).toEqual([dossier.id]);
});

test('opens several waits in one statement, each with what it names and the rest left empty', async () => {
  await transaction(async (tx) => {
    const { dossier, agency } = await enterDossierAndDraft(tx);
    const wait = { dossierId: dossier.id, openedAt: NOON };
    const [user, timer] = await insertTasks(tx, [
      { ...wait, elementId: 'A', executionId: 'A_1', kind: 'user', duty: 'clerk', agencyId: agency.id },
      { ...wait, elementId: 'B', executionId: 'B_1', kind: 'timer', dueAt: minutes(5), limitText: '3 working-days' },
    ]);
    expect(user).toMatchObject({ duty: 'clerk', dueAt: null, limitText: null });
    expect(timer).toMatchObject({ duty: null, dueAt: minutes(5), limitText: '3 working-days' });
    expect(await insertTasks(tx, [])).toEqual([]);
    expect(await findTask(tx, user!.id)).toEqual(user);
    expect((await tasksOf(tx, dossier.id)).map(({ elementId }) => elementId)).toEqual(['A', 'B']);
  });
});

test('stops the clock of a dossier once at a time', async () => {
  const { dossier } = await transaction(enterDossierAndDraft);
  const begin = (fromAt: Date) => transaction((tx) => beginPause(tx, { dossierId: dossier.id, kind: 'supplement', fromAt }));
  await begin(NOON);
  await expect(begin(minutes(1))).rejects.toThrow();
  expect(await transaction((tx) => endPause(tx, dossier.id, minutes(2)))).toMatchObject({ fromAt: NOON, toAt: minutes(2) });
  expect(await transaction((tx) => endPause(tx, dossier.id, minutes(3)))).toBeUndefined();
  await begin(minutes(4));
  expect((await transaction((tx) => pausesOf(tx, dossier.id))).map(({ toAt }) => toAt)).toEqual([minutes(2), null]);
});

test('puts one trouble of a dossier before the administrators once, until it is resolved', async () => {
  await transaction(async (tx) => {
    const { dossier } = await enterDossierAndDraft(tx);
    const trouble = { dossierId: dossier.id, kind: 'position-differs', facts: { open: [] }, openedAt: NOON };
    const first = await openIncident(tx, trouble);
    expect(await openIncident(tx, trouble)).toEqual(first);
    expect((await listOpenIncidents(tx, 50)).map(({ id }) => id)).toEqual([first.id]);
    const resolve = () => resolveIncident(tx, { id: first.id, at: NOON, by: 'admin', resolution: 'mở lại' });
    await resolve();
    await expect(resolve()).rejects.toMatchObject({ code: 'not-found' });
    await openIncident(tx, trouble);
    expect(await incidentsOf(tx, dossier.id)).toHaveLength(2);
  });
});

test('keeps who has read a dossier, newest first, unchangeable', async () => {
  const { dossier, staff } = await transaction(enterDossierAndDraft);
  await transaction(async (tx) => {
    for (const at of [NOON, minutes(1)])
      await appendAccess(tx, [{ at, staffId: staff.id, endpoint: 'GET /api/dossiers/:id', dossierId: dossier.id }]);
  });
  const lines = await transaction((tx) => accessesOf(tx, { dossierId: dossier.id, beforeId: null, limit: 5 }));
  expect(lines.map(({ at }) => at)).toEqual([minutes(1), NOON]);
  expect(await transaction((tx) => accessesOf(tx, { dossierId: dossier.id, beforeId: lines[0]!.id, limit: 5 }))).toEqual([lines[1]]);
  await expect(
    database.owner.transaction((tx) => execute(tx, 'delete from access_log where dossier_id = $1', [dossier.id])),
  ).rejects.toThrow(/append-only/);
});

test('sums what acts added and took, the same before and after folding', async () => {
  const delta = { agencyId: 1, procedureCode: 'p', channel: 'online', measure: 'accepted' };
  await transaction((tx) =>
    appendDeltas(tx, [
      { ...delta, onDate: TODAY, amount: 1 },
      { ...delta, onDate: TODAY, amount: 1 },
      { ...delta, onDate: TODAY, amount: -1 },
      { ...delta, onDate: '2026-11-26', amount: 5 },
    ]),
  );
  const sums = () => transaction((tx) => sumStatistics(tx, { fromOn: TODAY, toOn: TODAY, agencyIds: [1] }));
  expect(await sums()).toEqual([{ ...delta, amount: 1 }]);
  await transaction((tx) => foldDeltas(tx, TODAY));
  expect(await sums()).toEqual([{ ...delta, amount: 1 }]);
  expect(await transaction((tx) => sumStatistics(tx, { fromOn: TODAY, toOn: '2026-11-30', agencyIds: null }))).toEqual([
    { ...delta, amount: 6 },
  ]);
});
