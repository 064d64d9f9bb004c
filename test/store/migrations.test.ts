import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { QueryTypes } from 'sequelize';
import { APP_ROLE } from '../../server/store/app-role';
import { migrateDown, migrateUp } from '../../server/store/migrate';
import { useEmptyDatabase } from '../support/database';

jest.setTimeout(30_000);

const database = useEmptyDatabase();
const other = useEmptyDatabase();
const folder = join(__dirname, '../../migrations');
const names = readdirSync(folder)
  .map((file) => file.replace('.ts', ''))
  .sort();
const target = () => ({ ownerUrl: database.url, folder, appRole: APP_ROLE });

test('several processes may migrate at once: each step is done once', async () => {
  const done = await Promise.all([1, 2, 3].map(() => migrateUp(target())));
  expect(done.flat().sort()).toEqual(names);
});

test('all the way back leaves nothing, and forward again makes the same schema', async () => {
  const before = await describeSchema();
  expect(before.length).toBeGreaterThan(100);
  expect((await migrateDown(target(), names.length)).sort()).toEqual(names);
  expect(await describeSchema()).toEqual([]);
  expect(await migrateUp(target())).toEqual(names);
  expect(await describeSchema()).toEqual(before);
});

test('a step that fails leaves nothing of itself, and the steps before it stand', async () => {
  await expect(migrateUp({ ...target(), ownerUrl: other.url, folder: join(__dirname, 'failing-steps') })).rejects.toThrow(
    'division by zero',
  );
  const tables = await other.owner.query('select tablename from pg_tables where schemaname = $1 order by 1', {
    bind: ['public'],
    type: QueryTypes.SELECT,
  });
  expect(tables).toEqual([{ tablename: 'migrations' }, { tablename: 'notes' }]);
  expect(await other.owner.query('select name from migrations', { type: QueryTypes.SELECT })).toEqual([{ name: '1-create-notes' }]);
});

/** Every column, constraint, index, trigger, function, type, sequence and extension, one line each, except the list of migrations itself. */
async function describeSchema(): Promise<string[]> {
  const lines = await database.owner.query<{ line: string }>(
    `select concat_ws(' ', 'column', table_name, column_name, data_type, udt_name, is_nullable, column_default, generation_expression, is_identity) as line
       from information_schema.columns where table_schema = 'public' and table_name <> 'migrations'
     union all select concat_ws(' ', 'constraint', conrelid::regclass, conname, pg_get_constraintdef(oid))
       from pg_constraint where connamespace = 'public'::regnamespace and conrelid <> 'migrations'::regclass
     union all select concat_ws(' ', 'index', indexdef) from pg_indexes where schemaname = 'public' and tablename <> 'migrations'
     union all select concat_ws(' ', 'trigger', pg_get_triggerdef(oid), tgenabled) from pg_trigger where not tgisinternal
     union all select concat_ws(' ', 'function', pg_get_functiondef(p.oid)) from pg_proc p
       where pronamespace = 'public'::regnamespace and prokind = 'f'
       and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
     union all select concat_ws(' ', 'type', typname, typtype) from pg_type t
       where typnamespace = 'public'::regnamespace and typtype in ('e', 'd', 'r')
       and not exists (select 1 from pg_depend d where d.objid = t.oid and d.deptype = 'e')
     union all select concat_ws(' ', 'sequence', sequence_name, data_type) from information_schema.sequences
     union all select concat_ws(' ', 'grant', grantee, table_name, privilege_type) from information_schema.table_privileges
       where table_schema = 'public' and grantee = 'mot_cua_app'
     union all select concat_ws(' ', 'extension', extname) from pg_extension where extname <> 'plpgsql'
     order by 1`,
    { type: QueryTypes.SELECT },
  );
  return lines.map(({ line }) => line);
}
