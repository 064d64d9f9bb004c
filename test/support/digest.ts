import { QueryTypes, type Sequelize } from 'sequelize';

/**
 * What a refusal may leave behind: that somebody was there, knocked, tried, and
 * which request it was. Everything else is the state of the office.
 */
const TRACES = ['access_log', 'attempts', 'requests', 'sessions', 'sign_in_events'];

let statement: string | undefined;

/** A fingerprint of every table of the office: the count and the sum of the hashes of its rows. */
export async function digestOf(database: Sequelize): Promise<Record<string, string>> {
  statement ??= await writeStatement(database);
  const rows = await database.query<{ name: string; digest: string }>(statement, { type: QueryTypes.SELECT });
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
}

async function writeStatement(database: Sequelize): Promise<string> {
  const tables = await database.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and has_table_privilege(c.oid, 'select') order by 1`,
    { type: QueryTypes.SELECT },
  );
  return tables
    .filter(({ name }) => !TRACES.includes(name))
    .map(
      ({ name }) =>
        `select '${name}' as name, count(*) || ' rows, ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as digest from "${name}" t`,
    )
    .join(' union all ');
}
