import { readNeutral } from '../../server/catalogue/read-neutral';
import { importCatalogue } from '../../server/jobs/import-catalogue';
import { readGeneral } from '../../server/seed/general';
import { seedOnce, type SeedParts } from '../../server/seed/seed';
import { findCatalogueRecord } from '../../server/store/catalogue-records';
import { findVersionInForce, versionsOf } from '../../server/store/procedures';
import { lineOf } from '../catalogue/neutral-line';
import { useDatabase } from '../support/database';
import { seedingOn } from '../support/seeding';

jest.setTimeout(120_000);

const database = useDatabase();
const ACT = { actor: { kind: 'system', name: 'test' }, endpoint: 'test' } as const;
let parts: SeedParts;
let now = new Date('2026-11-25T02:00:00Z');

beforeAll(async () => {
  parts = await seedingOn(database.sequelize, () => now);
  await seedOnce(parts, 'reference');
});

async function bring(...lines: string[]) {
  const general = await readGeneral({ templates: 'templates', workflows: 'workflows' });
  const readings = lines.map(readNeutral);
  const { answer } = await parts.perform(ACT, (context) => importCatalogue(context, { ...general, source: 'test', readings }));
  return answer.map(({ code, outcome, procedure }) => [code, outcome, procedure]);
}
const inForce = (code: string) => database.sequelize.transaction((tx) => findVersionInForce(tx, code, '2026-11-26'));
const record = (code: string) => database.sequelize.transaction((tx) => findCatalogueRecord(tx, code));

test('what no doubt blocks becomes a procedure; the same once more changes nothing; a change is a new version of its day', async () => {
  const code = '9.000201';
  expect(await bring(lineOf({ code }))).toEqual([[code, 'new', 'published']]);
  expect(await inForce(code)).toMatchObject({ version: 1, effectiveFromOn: '2026-11-25', content: { form: 'general' } });
  expect(await bring(lineOf({ code }))).toEqual([[code, 'unchanged', 'kept']]);
  now = new Date('2026-11-26T02:00:00Z');
  expect(await bring(lineOf({ code, decision: '99/QĐ-BTP' }))).toEqual([[code, 'changed', 'published']]);
  expect(await inForce(code)).toMatchObject({ version: 2, effectiveFromOn: '2026-11-26', sourceDecision: '99/QĐ-BTP' });
  expect(await record(code)).toMatchObject({ version: 2, decision: '99/QĐ-BTP', isReceivable: true });
});

test('a procedure with a version of its own keeps it', async () => {
  expect(await bring(lineOf({ code: '2.000635' }))).toEqual([['2.000635', 'new', 'modelled']]);
  expect(await inForce('2.000635')).toMatchObject({ content: { form: '2.000635' } });
});

test('what is doubtful, or decided by none of our bodies, is kept on record and not received', async () => {
  const police = lineOf({ code: '9.000202', bodies: ['Công an tỉnh'], bodyKinds: ['police-province'], ministry: 'Bộ Công an' });
  const test = lineOf({ code: '9.000203', doubts: ['looks-like-test-data'] });
  expect(await bring(police, test)).toEqual([
    ['9.000202', 'new', 'not-receivable'],
    ['9.000203', 'new', 'not-receivable'],
  ]);
  const { isReceivable, reasons } = (await record('9.000202'))!;
  expect(isReceivable).toBe(false);
  expect(reasons).toContainEqual({ vi: expect.stringContaining('Chưa có cơ quan nào') as string, en: expect.any(String) as string });
  expect(await inForce('9.000203')).toBeUndefined();
});

test('a line that cannot be read is refused by itself, and the others go on', async () => {
  expect(await bring('{"code":"9.000204"}', 'not json', lineOf({ code: '9.000205' }))).toEqual([
    ['9.000205', 'new', 'published'],
    ['9.000204', 'refused', 'not-receivable'],
    ['?', 'refused', 'not-receivable'],
  ]);
});

test('nothing is half imported: a fault in the middle leaves nothing behind', async () => {
  const general = await readGeneral({ templates: 'templates', workflows: 'workflows' });
  const broken = { ...general, usual: { ...general.usual, diagram: 'no-such-diagram' } };
  const readings = [lineOf({ code: '9.000206' }), lineOf({ code: '9.000207' })].map(readNeutral);
  await expect(parts.perform(ACT, (context) => importCatalogue(context, { ...broken, source: 'test', readings }))).rejects.toThrow(
    'invalid-input',
  );
  expect(await record('9.000206')).toBeUndefined();
});

test('of two imports at one moment the second finds what the first has brought', async () => {
  const code = '9.000208';
  const outcomes = await Promise.all([bring(lineOf({ code })), bring(lineOf({ code }))]);
  expect(
    outcomes
      .flat()
      .map(([, outcome]) => outcome)
      .sort(),
  ).toEqual(['new', 'unchanged']);
  expect(await database.sequelize.transaction((tx) => versionsOf(tx, code))).toHaveLength(1);
});
