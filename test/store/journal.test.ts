import { appendJournal, findBrokenLink, findLastEntry, readJournal, type NewJournalEntry } from '../../server/store/journal';
import { execute } from '../../server/store/rows';
import { lockDossier } from '../../server/store/dossiers';
import { useDatabase } from '../support/database';
import { enterAgency, enterDossier, enterProcedure, NOON } from '../support/on-record';

const database = useDatabase();
const transaction = <Answer>(work: Parameters<typeof database.sequelize.transaction<Answer>>[0]) => database.sequelize.transaction(work);

const newDossier = () =>
  transaction(async (tx) => (await enterDossier(tx, { agency: await enterAgency(tx), procedure: await enterProcedure(tx) })).id);

const line = (dossierId: string, act: string, facts: Record<string, unknown> = {}): NewJournalEntry => ({
  dossierId,
  act,
  taskId: null,
  actorKind: 'staff',
  actorId: 'someone',
  actorName: 'Cán bộ',
  postId: null,
  agencyId: 1,
  at: NOON,
  facts,
});

async function threeLines(): Promise<string> {
  const dossierId = await newDossier();
  await transaction(async (tx) => {
    await appendJournal(
      tx,
      line(dossierId, 'submit', { z: 1, a: [{ late: true, dueAt: NOON }], 'Hồ sơ': null, amount: 0.1, gone: undefined }),
    );
    await appendJournal(tx, line(dossierId, 'accept', { ô: -0, big: 1e21, text: '“ngày”\n' }));
    await appendJournal(tx, line(dossierId, 'examine'));
  });
  return dossierId;
}

test('numbers the lines of a dossier from 1 and chains each to the one before', async () => {
  const dossierId = await threeLines();
  const entries = await transaction((tx) => readJournal(tx, dossierId));
  expect(entries.map(({ number, act }) => [number, act])).toEqual([
    [1, 'submit'],
    [2, 'accept'],
    [3, 'examine'],
  ]);
  expect(entries.map(({ previousHash }) => previousHash)).toEqual(['', entries[0]!.hash, entries[1]!.hash]);
  expect(findBrokenLink(entries)).toBeUndefined();
  expect(await transaction((tx) => findLastEntry(tx, dossierId))).toEqual(entries[2]);
});

test('tells a changed fact, a changed actor and a line taken out', async () => {
  const dossierId = await threeLines();
  const entries = await transaction((tx) => readJournal(tx, dossierId));
  const [first, second, third] = entries as [(typeof entries)[0], (typeof entries)[0], (typeof entries)[0]];
  expect(findBrokenLink([{ ...first, facts: { ...first.facts, amount: 0.2 } }, second, third])).toBe(1);
  expect(findBrokenLink([first, { ...second, actorName: 'Người khác' }, third])).toBe(2);
  expect(findBrokenLink([first, third])).toBe(2);
  expect(findBrokenLink([first, { ...third, number: 2 }])).toBe(2);
});

test('lets a line be neither changed nor removed, not even by the owner of the database', async () => {
  const dossierId = await threeLines();
  const attempt = (statement: string) => database.owner.transaction((tx) => execute(tx, statement, [dossierId]));
  await expect(attempt(`update journal set actor_name = 'khác' where dossier_id = $1`)).rejects.toThrow(/append-only/);
  await expect(attempt('delete from journal where dossier_id = $1')).rejects.toThrow(/append-only/);
  await expect(
    database.owner.transaction(async (tx) => {
      await execute(tx, `set local session_replication_role = 'replica'`);
      await execute(tx, 'delete from journal where dossier_id = $1', [dossierId]);
    }),
  ).rejects.toThrow(/append-only/);
  expect(findBrokenLink(await transaction((tx) => readJournal(tx, dossierId)))).toBeUndefined();
});

test('keeps the chain whole when many acts write to one dossier at once', async () => {
  const dossierId = await newDossier();
  await Promise.all(
    Array.from({ length: 20 }, (_, turn) =>
      transaction(async (tx) => {
        await lockDossier(tx, dossierId);
        await appendJournal(tx, line(dossierId, 'note', { turn }));
      }),
    ),
  );
  const entries = await transaction((tx) => readJournal(tx, dossierId));
  expect(entries).toHaveLength(20);
  expect(findBrokenLink(entries)).toBeUndefined();
});
