import { randomUUID } from 'node:crypto';
import {
  claimBatch,
  countOutbox,
  listDead,
  markDone,
  markFailed,
  MOST_ATTEMPTS,
  outboxOf,
  post,
  retryAfterSeconds,
  reviveDead,
} from '../../server/store/outbox';
import { acceptOnce, noteOutcome } from '../../server/store/inbox';
import { useDatabase } from '../support/database';
import { enterAgency, enterDossier, enterProcedure, NOON } from '../support/on-record';

const database = useDatabase();
const transaction = <Answer>(work: Parameters<typeof database.sequelize.transaction<Answer>>[0]) => database.sequelize.transaction(work);
const later = (seconds: number) => new Date(NOON.getTime() + 1000 * seconds);

/** Each test posts under a topic of its own. */
const put = (topic: string, many: number) =>
  transaction(async (tx) => {
    for (let turn = 1; turn <= many; turn++) await post(tx, { dossierId: null, executionId: null, topic, payload: { turn } }, NOON);
  });
const claim = (topic: string, at: Date, limit: number) =>
  transaction((tx) => claimBatch(tx, { at, leaseUntil: new Date(at.getTime() + 60_000), limit, topics: [topic] }));

test('lets nothing leave that was posted by an act which failed', async () => {
  await expect(
    transaction(async (tx) => {
      await post(tx, { dossierId: null, executionId: null, topic: 'failed', payload: {} }, NOON);
      throw new Error('the act fails');
    }),
  ).rejects.toThrow();
  expect(await claim('failed', NOON, 10)).toEqual([]);
});

test('gives each entry to one worker, however many ask at once', async () => {
  await put('many', 60);
  const batches = await Promise.all(Array.from({ length: 12 }, () => claim('many', NOON, 10)));
  const taken = batches.flat().map(({ id }) => id);
  const rest = await claim('many', NOON, 60);
  expect(new Set([...taken, ...rest.map(({ id }) => id)]).size).toBe(60);
  expect(taken.length + rest.length).toBe(60);
});

test('gives an entry to another worker only after the lease of the first has run out', async () => {
  await put('leased', 1);
  const [first] = await claim('leased', NOON, 1);
  expect(await claim('leased', later(59), 1)).toEqual([]);
  const [second] = await claim('leased', later(60), 1);
  expect(second).toMatchObject({ id: first!.id, attempts: 2 });
  expect(await transaction((tx) => markFailed(tx, first!, { fault: 'late', at: later(61) }))).toBeUndefined();
  expect(await transaction((tx) => markDone(tx, second!.id, later(62)))).toBe(true);
  expect(await transaction((tx) => markDone(tx, second!.id, later(62)))).toBe(false);
  expect(await claim('leased', later(1e6), 1)).toEqual([]);
});

test('tries what failed again after a growing while', async () => {
  await put('slow', 1);
  let now = NOON;
  for (const seconds of [10, 40, 160]) {
    const [entry] = await claim('slow', now, 1);
    const failed = await transaction((tx) => markFailed(tx, entry!, { fault: 'no answer', at: now }));
    expect(failed).toMatchObject({ availableAt: new Date(now.getTime() + 1000 * seconds), deadAt: null, lastFault: 'no answer' });
    now = failed!.availableAt;
    expect(await claim('slow', new Date(now.getTime() - 1), 1)).toEqual([]);
  }
  expect(retryAfterSeconds(50)).toBe(6 * 3600);
});

test('puts an entry that always fails before the administrator, who can let it be tried anew', async () => {
  await put('poison', 1);
  let now = NOON;
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const [entry] = await claim('poison', now, 1);
    now = (await transaction((tx) => markFailed(tx, entry!, { fault: 'refused', at: now })))!.availableAt;
  }
  expect(await claim('poison', later(1e6), 1)).toEqual([]);
  const dead = (await transaction((tx) => listDead(tx, 100))).find(({ topic }) => topic === 'poison')!;
  expect(dead).toMatchObject({ attempts: MOST_ATTEMPTS, lastFault: 'refused' });
  expect(await transaction(countOutbox)).toContainEqual({ topic: 'poison', waiting: 0, stranded: 0, dead: 1, oldestAt: null });
  await transaction((tx) => reviveDead(tx, dead.id, now));
  expect(await claim('poison', now, 1)).toMatchObject([{ id: dead.id, attempts: 1 }]);
  await expect(transaction((tx) => reviveDead(tx, dead.id, now))).rejects.toMatchObject({ code: 'not-found' });
});

test('buries an entry that kills every worker which takes it, and lets the others pass', async () => {
  await put('killer', 1);
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) expect(await claim('killer', later(60 * attempt), 1)).toHaveLength(1);
  await put('killer', 1);
  expect(await claim('killer', later(60 * (MOST_ATTEMPTS + 1)), 10)).toMatchObject([{ attempts: 1 }]);
  const dead = (await transaction((tx) => listDead(tx, 100))).filter(({ topic }) => topic === 'killer');
  expect(dead).toMatchObject([{ lastFault: 'worker died' }]);
});

test('takes one entry per step of a dossier and no second', async () => {
  const dossier = await transaction(async (tx) => enterDossier(tx, { agency: await enterAgency(tx), procedure: await enterProcedure(tx) }));
  const entry = { dossierId: dossier.id, executionId: 'Service_1', topic: 'once', payload: {} };
  await transaction((tx) => post(tx, entry, NOON));
  await expect(transaction((tx) => post(tx, entry, NOON))).rejects.toThrow();
  expect(await transaction((tx) => outboxOf(tx, dossier.id))).toMatchObject([{ topic: 'once', attempts: 0 }]);
});

test('takes an event from outside once, also when it comes twice at the same moment', async () => {
  const event = { source: 'carrier', eventId: randomUUID(), receivedAt: NOON, payload: { kind: 'delivered' } };
  const accepted = await Promise.all([1, 2, 3].map(() => transaction((tx) => acceptOnce(tx, event))));
  expect(accepted.filter(Boolean)).toHaveLength(1);
  await transaction((tx) => noteOutcome(tx, { ...event, outcome: 'applied' }));
});
