import { seedOnce } from '../../server/seed/seed';
import { useDatabase } from '../support/database';
import { seedingOn } from '../support/seeding';

const database = useDatabase();
const now = () => new Date('2026-11-25T02:00:00Z');

test('t', async () => {
  const parts = await seedingOn(database.sequelize, now);
  const t = performance.now();
  console.log(await seedOnce(parts, 'demonstration'), performance.now() - t);
  console.log(await seedOnce(parts, 'demonstration'), performance.now() - t);
});
