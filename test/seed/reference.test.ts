import { seedOnce } from '../../server/seed/seed';
import { findVersionInForce } from '../../server/store/procedures';
import { readCalendarRows } from '../../server/store/office-calendar';
import { useDatabase } from '../support/database';
import { seedingOn } from '../support/seeding';

jest.setTimeout(120_000);

const database = useDatabase();

test('production begins with reference data only: no account, no key, no book, no day that nobody has decided', async () => {
  const parts = await seedingOn(database.sequelize, () => new Date('2026-11-25T02:00:00Z'));
  expect(await seedOnce(parts, 'reference')).toMatchObject({ isNew: true, scope: 'reference' });
  const count = async (table: string) => {
    const [[row]] = await database.sequelize.query(`select count(*)::integer as count from ${table}`);
    return (row as { count: number }).count;
  };
  expect(await count('agencies')).toBe(500);
  expect(await count('form_versions')).toBe(5);
  expect(await count('diagram_versions')).toBe(2);
  expect(await count('template_versions')).toBe(14);
  for (const table of ['accounts', 'people', 'staff', 'posts', 'certificates', 'trust_anchors', 'authorities', 'books', 'office_hours'])
    expect([table, await count(table)]).toEqual([table, 0]);
  const { publications } = await database.sequelize.transaction(readCalendarRows);
  expect(publications).toMatchObject([{ publishedThroughOn: '2026-12-31', demonstration: false }]);
});

test('what no administrator has confirmed stays closed in production', async () => {
  await database.sequelize.transaction(async (tx) => {
    const version = await findVersionInForce(tx, '2.000635', '2026-11-25');
    expect(version).toMatchObject({ confirmedAt: null, content: { isVerified: false } });
  });
});
