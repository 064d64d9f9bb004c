import { type Transaction } from 'sequelize';
import { foldJournal } from '../../server/domain/journal';
import { PAST_DOSSIERS } from '../../server/seed/past-table';
import { seedOnce } from '../../server/seed/seed';
import { readJournal } from '../../server/store/journal';
import { useDatabase } from '../support/database';
import { seedingOn } from '../support/seeding';

jest.setTimeout(120_000);

const database = useDatabase();
const NOW = new Date('2026-11-25T02:00:00Z');
type Row = { id: string; status: number; sub_status: string | null; code: string; submitted_at: Date; due_at: Date | null };

let rows: Row[];
beforeAll(async () => {
  await seedOnce(await seedingOn(database.sequelize, () => NOW), 'demonstration');
  [rows] = (await database.sequelize.query('select * from dossiers order by submitted_at')) as [Row[], unknown];
});

test('the office begins with a dossier at each of its desks, some late, some at their end', () => {
  expect(rows).toHaveLength(PAST_DOSSIERS.length);
  const statuses = new Set(rows.map(({ status }) => status));
  expect([...statuses].sort((one, other) => one - other)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(rows.filter(({ status, due_at }) => status === 4 && due_at! < NOW).length).toBeGreaterThan(0);
});

test('the past lies in the past, on working days, in the order of its codes', () => {
  for (const { submitted_at } of rows) {
    expect(submitted_at < NOW).toBe(true);
    expect([1, 2, 3, 4, 5]).toContain(submitted_at.getUTCDay());
  }
  expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length);
  expect(rows.map(({ code }) => code.slice(-11))).toEqual(rows.map(({ code }) => code.slice(-11)).sort());
});

test('the journal alone rebuilds every seeded dossier', async () => {
  await database.sequelize.transaction(async (tx: Transaction) => {
    for (const { id, code, status, sub_status: subStatus, due_at } of rows) {
      const journal = await readJournal(tx, id);
      const folded = foldJournal(journal.map(({ facts }) => facts));
      expect(folded).toMatchObject({ code, status, subStatus });
      expect(folded.dueAt ?? null).toEqual(due_at === null ? null : due_at.toISOString());
      const instants = journal.map(({ at }) => at.getTime());
      expect(instants).toEqual([...instants].sort((one, other) => one - other));
    }
  });
});
