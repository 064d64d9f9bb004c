import { join } from 'node:path';
import { type Context } from '../../server/casework/context';
import { presentTopic } from '../../server/presenters/administration-operations';
import { KEY_LIFE_MS } from '../../server/domain/signing-kind';
import { listIncidents } from '../../server/queries/administration/incidents';
import { readOutbox } from '../../server/queries/administration/outbox';
import { KeyRing } from '../../server/signing/key-ring';
import { countAttempt, findLock } from '../../server/store/attempts';
import { claimBatch, outboxOf, post } from '../../server/store/outbox';
import { findRequest, storeAnswer } from '../../server/store/requests';
import { appendDeltas, sumStatistics } from '../../server/store/statistics';
import { startJobs } from '../../server/start-jobs';
import { until } from '../support/built-program';
import { useDatabase } from '../support/database';
import { openTestFiles, type TestFiles } from '../support/files';
import { enterWholeSystem, type WholeSystem } from '../support/whole-system';

jest.setTimeout(60_000);

const ADMINISTRATOR = { kind: 'system', name: 'test' } as const;
const database = useDatabase();
const transaction = <Answer>(work: Parameters<typeof database.sequelize.transaction<Answer>>[0]) => database.sequelize.transaction(work);
const read = <Answer>(query: (context: Context) => Promise<Answer>) => system.town.read({ actor: ADMINISTRATOR, endpoint: 'test' }, query);
let system: WholeSystem;
let files: TestFiles;
let jobs: { stop(): Promise<void> } | undefined;

beforeAll(async () => {
  system = await enterWholeSystem(database);
  files = await openTestFiles();
});
afterEach(async () => {
  await jobs?.stop();
  jobs = undefined;
});
afterAll(() => files.close());

test('a dossier that waits for nothing comes before the administrators by itself', async () => {
  await database.owner.query(
    `update tasks set closed_at = now(), closed_by = 'x' where dossier_id = '${system.submitted}' and closed_at is null`,
  );
  start();
  const incident = await until(async () => (await read(listIncidents)).find(({ dossierId }) => dossierId === system.submitted));
  expect(incident.kind).toBe('waits-for-nothing');
});

test('answers under their keys are forgotten after 30 days, counted tries after a day, and younger ones are kept', async () => {
  const answered = (key: string) => ({ actor: 'account:1', key, endpoint: 'x', bodySha256: 'b', status: 200, answer: {} });
  const rule = { scope: 'sign-in:account', limit: 0, windowSeconds: 900, lockSeconds: 900 };
  await transaction(async (tx) => {
    await storeAnswer(tx, { ...answered('old'), at: new Date('2026-10-26T01:59:00Z') });
    await storeAnswer(tx, { ...answered('young'), at: new Date('2026-10-26T02:01:00Z') });
    await countAttempt(tx, rule, 'yesterday', new Date('2026-11-24T01:00:00Z'));
    await countAttempt(tx, rule, 'now', system.town.clock.now());
  });
  start();
  await until(async () => ((await transaction((tx) => findRequest(tx, 'account:1', 'old'))) ? undefined : true));
  await until(async () => ((await lockOf('yesterday', '2026-11-24T01:01:00Z')) ? undefined : true));
  expect(await transaction((tx) => findRequest(tx, 'account:1', 'young'))).toBeDefined();
  expect(await lockOf('now', '2026-11-25T02:01:00Z')).toBeDefined();
});

test('what acts added to the counts becomes one line, and the sum stays', async () => {
  const line = { onDate: '2026-11-25', agencyId: 7, procedureCode: 'p', channel: 'online', measure: 'accepted' };
  await transaction((tx) =>
    appendDeltas(
      tx,
      [1, 1, 1, 1].map((amount) => ({ ...line, amount })),
    ),
  );
  start();
  const lines = () => database.sequelize.query('select amount from statistics_deltas where agency_id = 7').then(([rows]) => rows);
  await until(async () => ((await lines()).length === 1 ? true : undefined));
  expect(await transaction((tx) => sumStatistics(tx, { fromOn: '2026-11-25', toOn: '2026-11-25', agencyIds: [7] }))).toMatchObject([
    { amount: 4 },
  ]);
});

test('a postal order without a postal gateway waits untried on the administrator’s list with its reason, and can go once there is one', async () => {
  const now = system.town.clock.now();
  const posted = { dossierId: system.accepted, executionId: null, topic: 'postal-order', payload: { postalOrderId: 'x' } };
  await transaction((tx) => post(tx, posted, new Date(now.getTime() - 120_000)));
  await transaction((tx) => post(tx, { ...posted, payload: { postalOrderId: 'y' } }, now));
  start();
  const topic = await until(async () =>
    (await read(readOutbox)).topics.find(({ topic: name, stranded }) => name === 'postal-order' && stranded),
  );
  expect(presentTopic(topic)).toMatchObject({
    waiting: 2,
    stranded: 1,
    dead: 0,
    reason: { vi: expect.stringContaining('POST_GATEWAY') as string },
  });
  const claimed = await transaction((tx) => claimBatch(tx, { at: now, leaseUntil: now, limit: 9, topics: ['postal-order'] }));
  expect(claimed.map(({ attempts, lastFault }) => ({ attempts, lastFault }))).toEqual([
    { attempts: 1, lastFault: null },
    { attempts: 1, lastFault: null },
  ]);
  expect((await transaction((tx) => outboxOf(tx, system.accepted))).filter(({ topic: name }) => name === 'postal-order')).toHaveLength(2);
});

function start(): void {
  const { perform, clock } = system.town;
  const taken = () => Promise.resolve({ outcome: 'accepted' as const, reference: 'r' });
  const nowhere = { sendEmail: taken, sendSms: taken, list: () => Promise.resolve([]) };
  jobs = startJobs({
    perform,
    clock,
    files: files.files,
    gateways: { mail: nowhere, sms: nowhere, mailbox: nowhere, post: undefined },
    signingKeys: new KeyRing(KEY_LIFE_MS),
    centrePin: 'x',
    entry: join(__dirname, '../../dist/server'),
    // this small province has no templates: its letters fail, and no test here asks for one
    reportFault: () => undefined,
  });
}

const lockOf = (subject: string, instant: string) =>
  transaction((tx) => findLock(tx, { scope: 'sign-in:account', subject, at: new Date(instant) }));
