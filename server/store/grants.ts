import { type Client } from 'pg';

/** What is written once and never again: the server may add to these tables and read them, nothing more. */
export const APPEND_ONLY = ['journal', 'access_log', 'custody_events'] as const;

/** Only the owner has to do with it. */
const CLOSED = ['migrations'];

/**
 * Gives the application's role its rights anew, on every table and sequence
 * there is: run after each migration, so that no table is forgotten. One
 * transaction: a server at work sees the old rights or the new ones.
 *
 * @param owner a connection of the role that owns the tables
 */
export async function grantAppRole(owner: Client, role: string): Promise<void> {
  const { rows: me } = await owner.query('select 1 where current_user = $1', [role]);
  if (me.length > 0) return;
  const to = owner.escapeIdentifier(role);
  const names = async (kinds: string) =>
    (await owner.query<{ name: string }>(OWN_RELATIONS, [kinds])).rows.map(({ name }) => name).filter((name) => !CLOSED.includes(name));
  const tables = await names('rpvm');
  const appendOnly = tables.filter((name) => (APPEND_ONLY as readonly string[]).includes(name));
  await owner.query('begin');
  await owner.query(`grant usage on schema public to ${to}`);
  await change(owner, 'grant select, insert, update, delete on', tables, `to ${to}`);
  await change(owner, 'revoke update, delete on', appendOnly, `from ${to}`);
  await change(owner, 'grant usage, select on sequence', await names('S'), `to ${to}`);
  await owner.query('commit');
}

async function change(owner: Client, act: string, names: string[], whom: string): Promise<void> {
  if (names.length > 0) await owner.query(`${act} ${names.map((name) => owner.escapeIdentifier(name)).join(', ')} ${whom}`);
}

/** What extensions bring keeps the rights that they gave it. */
const OWN_RELATIONS = `
  select c.relname as name from pg_class c
  where c.relnamespace = 'public'::regnamespace and position(c.relkind in $1) > 0 and pg_has_role(c.relowner, 'usage')
    and not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  order by 1`;
