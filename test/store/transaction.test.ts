import { execute, row } from '../../server/store/rows';
import { findSetting } from '../../server/store/settings';
import { inOneStatement, inTransaction, isDatabaseAway, readOnly, readSnapshot, type Transaction } from '../../server/store/transaction';
import { useDatabase } from '../support/database';

const database = useDatabase();
const put = (tx: Transaction, key: string) =>
  execute(tx, `insert into attempts (scope, subject, window_started_at, count) values ('t', $1, '2026-11-25', 1)`, [key]);
const isThere = (key: string) =>
  inOneStatement(database.sequelize, async (tx) => (await row(tx, `select from attempts where subject = $1`, [key])) !== undefined);

test('keeps what an act wrote as a whole, and nothing of one that was given up', async () => {
  expect(await inTransaction(database.sequelize, (tx) => put(tx, 'kept'))).toBe(1);
  const givenUp = inTransaction(database.sequelize, async (tx) => {
    await put(tx, 'given up');
    throw new Error('no');
  });
  await expect(givenUp).rejects.toThrow('no');
  expect([await isThere('kept'), await isThere('given up')]).toEqual([true, false]);
});

test.each([
  ['a read', readOnly],
  ['a reading of one instant', readSnapshot],
])('%s that writes is a fault', async (_what, reading) => {
  await expect(reading(database.sequelize, (tx) => put(tx, 'written'))).rejects.toThrow(/read-only transaction/);
  expect(await isThere('written')).toBe(false);
});

test('a second statement where one was announced is a fault, and not another transaction', async () => {
  const twice = inOneStatement(database.sequelize, async (tx) => {
    await put(tx, 'first');
    await put(tx, 'second');
  });
  await expect(twice).rejects.toThrow(/a second statement/);
  expect([await isThere('first'), await isThere('second')]).toEqual([true, false]);
});

test('whoever holds on to a transaction that has ended can send nothing', async () => {
  for (const begin of [inTransaction, readOnly, inOneStatement]) {
    let held: Transaction | undefined;
    await begin(database.sequelize, (tx) => findSetting((held = tx), 'none'));
    await new Promise((resolve) => setImmediate(resolve));
    await expect(execute(held!, 'select 1')).rejects.toThrow(/second statement|has ended/);
  }
});

test('a connection that breaks under an act is known as that, and the next act gets another one', async () => {
  const broken = inTransaction(database.sequelize, async (tx) => {
    await put(tx, 'lost');
    const own = await row<{ pid: number }>(tx, 'select pg_backend_pid() as pid');
    await database.owner.query(`select pg_terminate_backend(${own!.pid})`);
    await put(tx, 'lost too');
  });
  const fault = await broken.catch((reason: unknown) => reason);
  expect(isDatabaseAway(fault)).toBe(true);
  for (let count = 0; count < 10; count++) expect(await isThere('lost')).toBe(false);
});
