import { readNeutral } from '../../server/catalogue/read-neutral';
import { importCatalogue } from '../../server/jobs/import-catalogue';
import { readGeneral } from '../../server/seed/general';
import { findVersionInForce } from '../../server/store/procedures';
import { lineOf } from '../catalogue/neutral-line';
import { fileOnline } from '../support/filing';
import { accept } from '../support/intake';
import { refusalOf, useOneStop } from '../support/one-stop';

const town = useOneStop();
const HOUSE = { kind: 'system', name: 'test' } as const;
const CODE = '9.000401';

beforeAll(async () => {
  const general = await readGeneral({ templates: 'templates', workflows: 'workflows' });
  // a town has bodies of its own names
  const readings = [
    readNeutral(lineOf({ code: CODE, bodies: ['Ủy ban nhân dân cấp xã'], bodyKinds: ['commune'], levelsJudged: ['commune'] })),
  ];
  await town.act(HOUSE, (context) => importCatalogue(context, { ...general, source: 'test', readings }));
});

const general = () => readGeneral({ templates: 'templates', workflows: 'workflows' });

async function filed(citizen: Awaited<ReturnType<typeof town.citizen>>): Promise<string> {
  return fileOnline(town, citizen, {
    procedureCode: CODE,
    caseKey: 'case-1',
    communeCode: '18073',
    returnWay: 'counter',
    form: (await general()).form,
    answers: {
      address: { line: 'Số 5 đường Lý Tự Trọng', unit: '18073' },
      request: 'Trồng hai cây bóng mát trước nhà.',
      truth: 'yes',
    },
    papers: ['paper-1-1', 'paper-1-2'],
  });
}

test('an imported procedure is closed online, with the reason, until a person sets its level', async () => {
  const { code, facts } = await refusalOf(filed(await town.citizen()));
  expect(code).toBe('channel-closed');
  expect(facts['instead']).toMatchObject({ vi: expect.stringContaining('bộ phận một cửa') as string });
});

test('once opened it is filed on the general form with its published papers, accepted, and dated by its published time', async () => {
  const inForce = await town.database.transaction((tx) => findVersionInForce(tx, CODE, '2026-11-25'));
  const { content } = inForce!;
  await town.publish({
    ...content,
    filing: { ...content.filing, online: { kind: 'own-form' } },
    timeLimits: [{ ...content.timeLimits[0]!, channels: [] }],
  });
  const citizen = await town.citizen();
  const dossierId = await filed(citizen);
  await accept(town, await town.staff(['clerk']), dossierId);
  const dossier = await town.dossier(dossierId);
  expect(dossier).toMatchObject({ timeLimit: { limit: '5 working-days' } });
  // accepted on Wednesday morning: five working days end on Wednesday at closing time
  expect(dossier.dueAt).toEqual(new Date('2026-12-02T10:00:00Z'));
  expect((await town.openActs(dossierId)).flat()).toContain('issue-receipt');
});
