import { randomUUID } from 'node:crypto';
import { clearAttempts, countAttempt, countInTurn, findLock, purgeAttempts } from '../../server/store/attempts';
import { useDatabase } from '../support/database';
import { NOON } from '../support/on-record';

const database = useDatabase();
const rule = { scope: 'account', limit: 5, windowSeconds: 900, lockSeconds: 600 };
const after = (seconds: number) => new Date(NOON.getTime() + 1000 * seconds);
const tryAt = (subject: string, seconds: number) => database.sequelize.transaction((tx) => countAttempt(tx, rule, subject, after(seconds)));
const transaction = <Answer>(work: Parameters<typeof database.sequelize.transaction<Answer>>[0]) => database.sequelize.transaction(work);

test('lets the allowed tries pass, locks at the next one, and does not prolong the lock by more', async () => {
  const subject = randomUUID();
  for (let count = 1; count <= 5; count++) expect(await tryAt(subject, count)).toEqual({ count, lockedUntilAt: null });
  expect(await tryAt(subject, 6)).toEqual({ count: 6, lockedUntilAt: after(606) });
  expect(await tryAt(subject, 300)).toEqual({ count: 6, lockedUntilAt: after(606) });
  expect(await transaction((tx) => findLock(tx, { scope: 'account', subject, at: after(605) }))).toEqual(after(606));
  expect(await transaction((tx) => findLock(tx, { scope: 'account', subject, at: after(606) }))).toBeUndefined();
});

test('begins a new window after the lock, and after the old window', async () => {
  const [locked, slow] = [randomUUID(), randomUUID()];
  for (let count = 1; count <= 6; count++) await tryAt(locked, 0);
  expect(await tryAt(locked, 600)).toEqual({ count: 1, lockedUntilAt: null });
  for (let count = 1; count <= 5; count++) await tryAt(slow, 0);
  expect(await tryAt(slow, 900)).toEqual({ count: 1, lockedUntilAt: null });
});

test('counts every one of many tries at the same moment', async () => {
  const subject = randomUUID();
  const tries = await Promise.all(Array.from({ length: 40 }, () => tryAt(subject, 0)));
  expect(tries.filter(({ lockedUntilAt }) => lockedUntilAt === null)).toHaveLength(5);
});

test('locks at the first try where none is allowed', async () => {
  const counted = await transaction((tx) => countAttempt(tx, { ...rule, limit: 0 }, randomUUID(), NOON));
  expect(counted).toEqual({ count: 1, lockedUntilAt: after(600) });
});

test('counts against several limits in turn, and under a lock none of those behind it', async () => {
  const [address, code] = [randomUUID(), randomUUID()];
  const limits = [
    { rule: { ...rule, scope: 'address', limit: 2 }, subject: address },
    { rule: { ...rule, scope: 'code', lockSeconds: 60 }, subject: code },
  ];
  const ask = (seconds: number) => transaction((tx) => countInTurn(tx, limits, after(seconds)));
  expect([await ask(1), await ask(2)]).toEqual([null, null]);
  expect([await ask(3), await ask(4)]).toEqual([after(603), after(603)]);
  const alone = (of: number) => transaction((tx) => countAttempt(tx, limits[of]!.rule, limits[of]!.subject, after(5)));
  expect(await alone(0)).toEqual({ count: 3, lockedUntilAt: after(603) });
  expect(await alone(1)).toEqual({ count: 3, lockedUntilAt: null });
});

test('refuses by the limit behind where the one in front lets pass', async () => {
  const behind = { rule: { ...rule, limit: 1 }, subject: randomUUID() };
  const ask = () => transaction((tx) => countInTurn(tx, [{ rule: { ...rule, scope: 'address' }, subject: randomUUID() }, behind], NOON));
  expect([await ask(), await ask()]).toEqual([null, after(600)]);
});

test('forgets the tries of one who has proved himself, and old ones that lock nobody', async () => {
  const [proved, old] = [randomUUID(), randomUUID()];
  for (const subject of [proved, old]) await tryAt(subject, 0);
  await transaction((tx) => clearAttempts(tx, 'account', proved));
  expect(await tryAt(proved, 1)).toMatchObject({ count: 1 });
  expect(await transaction((tx) => purgeAttempts(tx, after(0)))).toBe(0);
  expect(await transaction((tx) => purgeAttempts(tx, after(601)))).toBeGreaterThanOrEqual(2);
});
