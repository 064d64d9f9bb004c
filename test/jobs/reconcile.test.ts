import { reconcile } from '../../server/jobs/reconcile';
import { incidentsOf, resolveIncident } from '../../server/store/incidents';
import { useDatabase } from '../support/database';
import { enterWholeSystem, type WholeSystem } from '../support/whole-system';

jest.setTimeout(30_000);

const database = useDatabase();
let system: WholeSystem;
beforeAll(async () => {
  system = await enterWholeSystem(database);
});

const look = () => reconcile(system.town);
const incidents = async () =>
  (await database.sequelize.transaction((tx) => incidentsOf(tx, system.accepted))).map(({ id, kind, facts, resolvedAt }) => ({
    id,
    kind,
    facts,
    isOpen: !resolvedAt,
  }));
const damage = (statement: string) => database.owner.query(statement.replaceAll('$DOSSIER', `'${system.accepted}'`));

test('an office at work gives no cause', async () => {
  expect(await look()).toBe(0);
});

test('a position that was altered is put before the administrators once, even by two processes at once', async () => {
  await damage(`update instances set state = set_byte(state, 30, 255 - get_byte(state, 30)) where dossier_id = $DOSSIER`);
  const opened = await Promise.all([look(), look()]);
  expect(opened.sort()).toEqual([0, 1]);
  expect(await look()).toBe(0);
  expect(await incidents()).toMatchObject([{ kind: 'position-altered', isOpen: true }]);
  await damage(`update instances set state = set_byte(state, 30, 255 - get_byte(state, 30)) where dossier_id = $DOSSIER`);
});

test('what was called settled and is not is put before them again', async () => {
  await damage(`update outbox set done_at = now() where dossier_id = $DOSSIER and execution_id is not null`);
  expect(await look()).toBe(1);
  const { id } = (await incidents()).find(({ kind }) => kind === 'service-forgotten')!;
  await database.sequelize.transaction((tx) => resolveIncident(tx, { id, at: system.town.clock.now(), by: 'test', resolution: '' }));
  expect(await look()).toBe(1);
  expect((await incidents()).filter(({ kind, isOpen }) => kind === 'service-forgotten' && isOpen)).toHaveLength(1);
});

test('a dossier that waits for nothing is found', async () => {
  await damage(`update tasks set closed_at = now(), closed_by = 'x' where dossier_id = $DOSSIER and closed_at is null`);
  expect(await look()).toBe(1);
  expect((await incidents()).filter(({ isOpen }) => isOpen).map(({ kind }) => kind)).toContain('waits-for-nothing');
});
