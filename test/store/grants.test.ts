import { join } from 'node:path';
import { APP_ROLE } from '../../server/store/app-role';
import { APPEND_ONLY } from '../../server/store/grants';
import { migrateDown, migrateUp } from '../../server/store/migrate';
import { useDatabase, useEmptyDatabase } from '../support/database';

const empty = useEmptyDatabase();
const migrated = useDatabase();
const target = () => ({ ownerUrl: empty.url, folder: join(__dirname, 'grant-steps'), appRole: APP_ROLE });
const asApp = (statement: string) => empty.sequelize.query(statement);

test('each migration gives the application its rights on the tables that it made', async () => {
  await migrateUp(target());
  for (const table of ['journal', 'notes']) {
    await asApp(`insert into ${table} (said) values ('a')`);
    expect((await asApp(`select said from ${table}`))[0]).toEqual([{ said: 'a' }]);
  }
  await asApp(`update notes set said = 'b'`);
  await asApp('delete from notes');
});

test('the application can neither rewrite, nor delete, nor empty the journal', async () => {
  for (const act of [`update journal set said = 'b'`, 'delete from journal', 'truncate journal'])
    await expect(asApp(act)).rejects.toThrow('permission denied for table journal');
});

test('the application can neither alter, nor drop, nor make a table, nor disable a trigger', async () => {
  for (const act of ['alter table notes add more text', 'drop table notes', 'alter table journal disable trigger all'])
    await expect(asApp(act)).rejects.toThrow('must be owner of table');
  await expect(asApp('create table mine ()')).rejects.toThrow('permission denied for schema public');
});

test('the rights are given anew after a step back and forward', async () => {
  expect(await migrateDown(target(), 1)).toEqual(['2-create-notes']);
  expect(await migrateUp(target())).toEqual(['2-create-notes']);
  await asApp(`insert into notes (said) values ('c')`);
});

test.each(APPEND_ONLY)('on the real tables %s can only grow', async (table) => {
  await expect(migrated.sequelize.query(`update ${table} set dossier_id = dossier_id`)).rejects.toThrow('permission denied');
  await expect(migrated.sequelize.query(`delete from ${table}`)).rejects.toThrow('permission denied');
  await migrated.sequelize.query(`select 1 from ${table}`);
});
