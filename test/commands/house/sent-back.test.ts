import { readFileSync } from 'node:fs';
import { type Context } from '../../../server/casework/context';
import { confirmForwarded } from '../../../server/commands/house/confirm-forwarded';
import { forwardDossier } from '../../../server/commands/house/forward-dossier';
import { confirmResult } from '../../../server/commands/results/confirm-result';
import { deliverToCentre } from '../../../server/commands/results/deliver-to-centre';
import { type StaffActor } from '../../../server/policies/actor';
import { custodyOf } from '../../../server/store/custody';
import { type DossierRow } from '../../../server/store/models/dossier';
import { openTasksOf } from '../../../server/store/tasks';
import { type Commune, openCommune } from '../../support/commune';
import { useDatabase } from '../../support/database';
import { bringTo, fileDossier } from '../../support/filed-dossier';
import { refusalOf } from '../../support/one-stop';

/** A drawing of before: whatever the hand-over was, the dossier goes on as received. */
const WITHOUT_WAY_BACK = readFileSync('workflows/diagrams/same-day/process.bpmn', 'utf8').replaceAll(
  '=facts.handOver = "received"',
  '=facts.handOver in ("received", "returned")',
);

const database = useDatabase();
const earlierDatabase = useDatabase();
let office: Commune;
let earlier: Commune;
beforeAll(async () => {
  office = await openCommune(database.sequelize);
  earlier = await openCommune(earlierDatabase.sequelize, WITHOUT_WAY_BACK);
}, 60_000);

const RETURNED = { outcome: 'returned', reason: 'Sai tên' } as const;
const RECEIVED = { outcome: 'received', reason: '' } as const;

type Named = { dossierId: string; expectedVersion: number };

async function does(actor: StaffActor, dossier: DossierRow, command: (context: Context, named: Named) => Promise<unknown>): Promise<void> {
  const { id: dossierId, version: expectedVersion } = await office.reload(dossier);
  await office.as(actor, (context) => command(context, { dossierId, expectedVersion }));
}

/** What waits (but the consent to a withdrawal, which always may come), the national status, and where papers and result lie. */
async function standOf(dossier: DossierRow) {
  const { status } = await office.reload(dossier);
  return office.at(async (tx) => ({
    waits: (await openTasksOf(tx, dossier.id)).map(({ elementId }) => elementId).filter((id) => id !== 'withdrawn'),
    status,
    custody: (await custodyOf(tx, dossier.id)).map(({ what, holder }) => `${what}: ${holder}`),
  }));
}

async function toTakeOver(): Promise<DossierRow> {
  const { dossier } = await fileDossier(office);
  await bringTo(office, dossier, 'check-submission');
  return dossier;
}

/** A sealed result, in the book, that waits for the centre; the applicant wants it online. */
async function toConfirm(): Promise<DossierRow> {
  const { dossier } = await fileDossier(office, { returnWay: 'online' });
  await bringTo(office, dossier, 'enter-book');
  return dossier;
}

test('what the officer does not receive stays at the counter, and nothing is examined', async () => {
  const dossier = await toTakeOver();
  const before = await standOf(dossier);
  await does(office.officer, dossier, (context, named) => confirmForwarded(context, { ...named, ...RETURNED }));
  expect(await standOf(dossier)).toEqual({ ...before, waits: ['forwardAgain'], status: 2 });
});

test('the counter forwards it again, and the division holds it from the confirmation on', async () => {
  const dossier = await toTakeOver();
  const { custody } = await standOf(dossier);
  await does(office.officer, dossier, (context, named) => confirmForwarded(context, { ...named, ...RETURNED }));
  await does(office.clerk, dossier, (context, named) => forwardDossier(context, { ...named, papers: ['Tờ khai'] }));
  expect(await standOf(dossier)).toEqual({ waits: ['takeOver'], status: 2, custody });
  await does(office.officer, dossier, (context, named) => confirmForwarded(context, { ...named, ...RETURNED }));
  expect(await standOf(dossier)).toEqual({ waits: ['forwardAgain'], status: 2, custody });
  await does(office.clerk, dossier, (context, named) => forwardDossier(context, { ...named, papers: ['Tờ khai', 'Căn cước'] }));
  await does(office.officer, dossier, (context, named) => confirmForwarded(context, { ...named, ...RECEIVED }));
  expect(await standOf(dossier)).toEqual({ waits: ['examine'], status: 4, custody: [...custody, 'papers: division'] });
});

test('a result that the centre sends back is not done, not at the centre and not released online', async () => {
  const dossier = await toConfirm();
  const { custody } = await standOf(dossier);
  await does(office.clerk, dossier, (context, named) => confirmResult(context, { ...named, ...RETURNED }));
  expect(await standOf(dossier)).toEqual({ waits: ['deliverToCentre'], status: 4, custody });
});

test('it is released only once the officer has delivered it again and the centre has received it', async () => {
  const dossier = await toConfirm();
  const { custody } = await standOf(dossier);
  await does(office.clerk, dossier, (context, named) => confirmResult(context, { ...named, ...RETURNED }));
  await does(office.officer, dossier, (context, named) => deliverToCentre(context, { ...named, papers: [] }));
  expect(await standOf(dossier)).toEqual({ waits: ['confirmResult'], status: 4, custody });
  await does(office.clerk, dossier, (context, named) => confirmResult(context, { ...named, ...RECEIVED }));
  expect(await standOf(dossier)).toEqual({ waits: ['releaseResult'], status: 9, custody: [...custody, 'result: centre'] });
});

test('nothing is sent back without its reason', async () => {
  const [taken, sealed] = [await toTakeOver(), await toConfirm()];
  const silent = { outcome: 'returned', reason: '' } as const;
  const refusals = [
    await refusalOf(does(office.officer, taken, (context, named) => confirmForwarded(context, { ...named, ...silent }))),
    await refusalOf(does(office.clerk, sealed, (context, named) => confirmResult(context, { ...named, ...silent }))),
  ];
  expect(refusals.map((refusal) => refusal.code)).toEqual(['reason-missing', 'reason-missing']);
});

test('where an earlier drawing has no way back, nothing moves and nothing that is called wrong goes out', async () => {
  const { dossier: taken } = await fileDossier(earlier);
  await bringTo(earlier, taken, 'check-submission');
  const { dossier: sealed } = await fileDossier(earlier, { returnWay: 'online' });
  await bringTo(earlier, sealed, 'enter-book');
  const before = [await earlier.reload(taken), await earlier.reload(sealed)];
  const named = ({ id: dossierId, version: expectedVersion }: DossierRow) => ({ dossierId, expectedVersion, ...RETURNED });
  const refusals = [
    await refusalOf(earlier.as(earlier.officer, (context) => confirmForwarded(context, named(before[0]!)))),
    await refusalOf(earlier.as(earlier.clerk, (context) => confirmResult(context, named(before[1]!)))),
  ];
  expect(refusals.map(({ code, facts }) => [code, facts])).toEqual([
    ['step-not-open', { act: 'forward' }],
    ['step-not-open', { act: 'deliver-to-centre' }],
  ]);
  expect([await earlier.reload(taken), await earlier.reload(sealed)]).toEqual(before);
});
