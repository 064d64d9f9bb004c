import { randomUUID } from 'node:crypto';
import { type Transaction } from 'sequelize';
import {
  cataloguePage,
  confirmProcedureVersion,
  findProcedure,
  findVersionInForce,
  listProceduresOn,
  publishProcedureVersion,
  readProcedureVersion,
  versionsOf,
} from '../../server/store/procedures';
import {
  findLatestDiagram,
  findLatestForm,
  findLatestTemplate,
  publishForm,
  publishTemplate,
  readDiagramVersion,
  readFormVersion,
  readTemplateVersion,
} from '../../server/store/published-versions';
import { execute } from '../../server/store/rows';
import { useDatabase } from '../support/database';
import { enterProcedure, NOON, TODAY } from '../support/on-record';

const database = useDatabase();
const transaction = <Answer>(work: (tx: Transaction) => Promise<Answer>) => database.sequelize.transaction(work);
const published = { sha256: 's', publishedAt: NOON, publishedBy: 'test' };

test('gives each published form the next version, also when two publish at once', async () => {
  const key = randomUUID();
  const forms = await Promise.all(
    [1, 2, 3, 4].map((turn) => transaction((tx) => publishForm(tx, { ...published, key, content: { turn } }))),
  );
  expect(forms.map(({ version }) => version).sort()).toEqual([1, 2, 3, 4]);
  const latest = await transaction((tx) => findLatestForm(tx, key));
  expect(latest?.version).toBe(4);
  expect(await transaction((tx) => readFormVersion(tx, latest!.id))).toEqual(latest);
});

test('reads templates and diagrams by version and by key', async () => {
  await transaction(async (tx) => {
    const template = await publishTemplate(tx, { ...published, key: 'letter-01', content: { blocks: [] } });
    expect(await readTemplateVersion(tx, template.id)).toEqual(template);
    expect(await findLatestTemplate(tx, 'letter-01')).toEqual(template);
    const procedure = await enterProcedure(tx);
    const diagram = await readDiagramVersion(tx, procedure.diagramVersionId);
    expect(await findLatestDiagram(tx, diagram.key)).toEqual(diagram);
    await expect(readFormVersion(tx, randomUUID())).rejects.toMatchObject({ code: 'not-found' });
  });
});

test.each(['form_versions', 'template_versions', 'diagram_versions', 'procedure_versions'])(
  'lets nothing in %s be changed or removed',
  async (table) => {
    await transaction(async (tx) => {
      await enterProcedure(tx);
      await publishTemplate(tx, { ...published, key: randomUUID(), content: {} });
    });
    await expect(transaction((tx) => execute(tx, `update ${table} set sha256 = 'other'`))).rejects.toThrow(/append-only/);
    await expect(transaction((tx) => execute(tx, `delete from ${table}`))).rejects.toThrow(/append-only/);
  },
);

test('finds the version that governs a day: the newest in force, the former before its day, none before the first', async () => {
  await transaction(async (tx) => {
    const first = await enterProcedure(tx, '2026-01-01');
    const { procedureCode, content, formVersionId, diagramVersionId, resultTemplateVersionId, effectiveToOn } = first;
    const pinned = { procedureCode, content, formVersionId, diagramVersionId, resultTemplateVersionId, effectiveToOn };
    const second = await publishProcedureVersion(tx, { ...published, ...pinned, sourceDecision: 'QĐ 2', effectiveFromOn: '2026-12-01' });
    const inForce = async (day: string) => (await findVersionInForce(tx, first.procedureCode, day))?.version;
    expect([await inForce('2025-12-31'), await inForce(TODAY), await inForce('2026-12-01')]).toEqual([undefined, 1, 2]);
    expect((await versionsOf(tx, first.procedureCode)).map(({ version }) => version)).toEqual([2, 1]);
    expect((await readProcedureVersion(tx, second.id)).confirmedAt).toBeNull();
    await confirmProcedureVersion(tx, { procedureVersionId: second.id, decision: 'QĐ', confirmedAt: NOON, confirmedBy: 'test' });
    expect(await readProcedureVersion(tx, second.id)).toMatchObject({ version: 2, confirmedAt: NOON, name: 'Thủ tục thử' });
    const listed = async (day: string) =>
      (await listProceduresOn(tx, day)).filter(({ procedureCode }) => procedureCode === first.procedureCode).map(({ version }) => version);
    expect([await listed('2025-12-31'), await listed(TODAY), await listed('2026-12-01')]).toEqual([[], [1], [2]]);
    const found = await cataloguePage(tx, { words: 'thu tuc th', onDate: '2026-12-01', field: null, level: null, after: null, limit: 50 });
    expect(found.filter(({ procedureCode }) => procedureCode === first.procedureCode).map(({ version }) => version)).toEqual([2]);
    expect(await findProcedure(tx, first.procedureCode)).toMatchObject({ field: 'Hộ tịch' });
  });
});
