import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { QueryTypes, type Sequelize } from 'sequelize';
import { openDiskStore } from '../../server/files/disk-store';
import { inspectSystem } from '../../server/inspect-system';
import { findLocalPostgres } from '../../server/local-postgres/start-local-postgres';
import { DEMONSTRATION_PASSWORD } from '../../server/seed/accounts';
import { openDatabase } from '../../server/store/database';
import { findPostgres, makeDirectory, startServer, until } from '../support/built-program';
import { BEGIN, startLoad, type Ledger, WORKED } from '../support/office-under-load';
import { newSightings, PersistentClient, type Repeating } from '../support/persistent-client';
import { openWire, type Wire } from '../support/wire';
import { seedBuilt } from '../support/seed-built';

jest.setTimeout(300_000);

const KILLS = 20;
/** Fixed, so that a run that fails can be looked at again; the load itself is never twice the same. */
const random = numbersFrom(20261125);
const DATA_DIR = join(makeDirectory(), 'data');
const seen = newSightings();
let server: Awaited<ReturnType<typeof startServer>>;
let wire: Wire;
let database: Sequelize;
/** What the demonstration begins with. */
let seeded: string[];
let ledger: Ledger;

beforeAll(async () => {
  server = await startServer({ DATA_DIR });
  await seedBuilt(DATA_DIR);
  wire = await openWire();
  wire.leadTo(server.port);
  const address = new URL((await findLocalPostgres(DATA_DIR))!);
  address.pathname = '/mot_cua';
  database = openDatabase(address.href);
  seeded = (await select<{ id: string }>('select id from dossiers')).map(({ id }) => id);
});
afterAll(async () => {
  await database.close();
  await wire.close();
  server.signal('SIGTERM');
  await server.ended;
});

test(`the server is killed ${KILLS} times under load, each time in the middle of acts, and starts again each time`, async () => {
  const load = startLoad(wire.url, seen);
  for (let kill = 1; kill <= KILLS; kill++) {
    const before = seen.acknowledged;
    await until(() => {
      load.check();
      return seen.acknowledged > before + 5 ? true : undefined;
    });
    await sleep(random() * 400);
    // Every second time the line dies first: what is done then is done without an answer.
    if (kill % 2 === 0) {
      wire.deaden();
      await sleep(40 + random() * 120);
    }
    server.signal('SIGKILL');
    await server.ended;
    wire.cut();
    server = await startServer({ DATA_DIR });
    wire.leadTo(server.port);
  }
  await load.stop();
  ledger = load.ledger;
  expect(seen.strange).toEqual([]);
});

test('the kills have hit: acts were asked for, done, and not answered', async () => {
  const done = await countDoneBeforeLost();
  console.log(
    `${seen.acknowledged} acknowledged, ${seen.unanswered} unanswered, of which ${done} done; longest gap ${seen.longestGapMs} ms`,
  );
  expect(seen.unanswered).toBeGreaterThanOrEqual(KILLS);
  expect(done).toBeGreaterThan(0);
});

test('no acknowledged act is lost, and none is done twice', async () => {
  await expectLedgerKept();
});

test('the record holds together: journal, positions, books, files', async () => {
  expect(await inspect()).toEqual([]);
});

test('whoever repeats under a new key does things twice: the key is what protects', async () => {
  const drafts = async () => (await select<{ count: number }>('select count(*)::int as count from drafts'))[0]!.count;
  const madeBy = async (repeating: Repeating) => {
    const client = new PersistentClient(wire.url, newSightings(), repeating);
    await client.signIn('cong-dan-04', DEMONSTRATION_PASSWORD);
    const before = await drafts();
    wire.deaden();
    const answered = client.act('POST', '/api/drafts', BEGIN, 201);
    await until(async () => ((await drafts()) > before ? true : undefined));
    wire.cut();
    await answered;
    return (await drafts()) - before;
  };
  expect(await madeBy('same-key')).toBe(1);
  expect(await madeBy('new-key')).toBe(2);
});

test('PostgreSQL is killed under load: the house says to come back later, lives, and goes on', async () => {
  const { pid } = server;
  const during = newSightings();
  // new connections: those of the tests before have died with their servers
  const freshWire = await openWire();
  freshWire.leadTo(server.port);
  const load = startLoad(freshWire.url, during);
  for (const kill of [1, 2, 3]) {
    const before = during.acknowledged;
    await until(() => {
      load.check();
      return during.acknowledged > before + 20 ? true : undefined;
    });
    await sleep(random() * 200);
    const postgres = (await findPostgres(join(DATA_DIR, 'postgres')))!;
    process.kill(postgres.pid, 'SIGKILL');
    await until(() => (server.output().split('PostgreSQL đã chạy lại').length > kill ? true : undefined));
  }
  await load.stop();
  await freshWire.close();
  console.log(`${during.acknowledged} acknowledged, ${during.away} told to come back, longest gap ${during.longestGapMs} ms`);
  expect(during.strange).toEqual([]);
  expect(during.away).toBeGreaterThan(0);
  expect(during.unanswered).toBe(0);
  expect(server.pid).toBe(pid);
  for (const [id, version] of load.ledger.drafts) ledger.drafts.set(id, version);
  for (const [id, made] of load.ledger.submitted) ledger.submitted.set(id, made);
  for (const [id, acts] of load.ledger.worked) ledger.worked.set(id, acts);
  await expectLedgerKept();
  expect(await inspect()).toEqual([]);
});

/** The ledger outside and the record inside say the same, to the last act. */
async function expectLedgerKept(): Promise<void> {
  const drafts = await select<{ id: string; version: number; dossierId: string | null }>(
    `select d.id, d.version, d.dossier_id as "dossierId" from drafts d join accounts a on a.id = d.account_id
     where a.user_name <> 'cong-dan-04' and (d.dossier_id is null or d.dossier_id <> all($1))`,
    [seeded],
  );
  const dossiers = await select<{ id: string; code: string; acts: string[] }>(
    `select d.id, d.code, array_agg(j.act order by j.number) as acts from dossiers d join journal j on j.dossier_id = d.id and j.actor_kind <> 'system'
     where d.id <> all($1) group by d.id`,
    [seeded],
  );
  const held = {
    drafts: new Map(drafts.map(({ id, version }) => [id, version])),
    submitted: new Map(
      drafts
        .filter(({ dossierId }) => dossierId)
        .map(({ id, dossierId }) => [id, { dossierId, code: dossiers.find((one) => one.id === dossierId)!.code }]),
    ),
    worked: new Map(dossiers.map(({ id, acts }) => [id, acts.filter((act) => act !== 'submit')])),
  };
  expect(ledger.drafts.size).toBeGreaterThan(KILLS);
  expect(held).toEqual(ledger);
  expect(dossiers).toHaveLength(ledger.submitted.size);
  for (const { acts } of dossiers) expect(acts).toEqual(['submit', ...WORKED]);
  const paid = await select<{ dossierId: string }>('select dossier_id as "dossierId" from payments where dossier_id <> all($1)', [seeded]);
  expect(paid.map(({ dossierId }) => dossierId).sort()).toEqual(dossiers.map(({ id }) => id).sort());
}

/** Of the requests that got no answer: how many had been done before that was noticed. */
async function countDoneBeforeLost(): Promise<number> {
  const kept = await select<{ key: string; at: Date }>('select key, at from requests where key = any($1)', [
    seen.doneUnanswered.map(({ key }) => key),
  ]);
  return seen.doneUnanswered.filter(({ key, firstLostAt }) => kept.some((one) => one.key === key && one.at < firstLostAt)).length;
}

async function inspect() {
  return inspectSystem({ database, files: await openDiskStore(join(DATA_DIR, 'files')) });
}

async function select<Row extends object>(text: string, bind: unknown[] = []): Promise<Row[]> {
  return database.query<Row>(text, { bind, type: QueryTypes.SELECT });
}

/** A small generator of numbers from 0 to 1 (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
