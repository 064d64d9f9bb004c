import { QueryTypes, type Sequelize } from 'sequelize';

/**
 * What a refusal may leave behind: that somebody has looked (`access_log`), that
 * somebody has tried, and how often (`attempts`, `sign_in_events`). Of a session
 * it may move when it was last seen. Everything else is the state of the office.
 */
const TRACES = ['access_log', 'attempts', 'sign_in_events'];
const LAST_SEEN: Readonly<Record<string, string>> = { sessions: 'last_seen_at' };

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
        `select '${name}' as name, count(*) || ' rows, ' || coalesce(sum(hashtextextended(${contentOf(name)}, 0)), 0) as digest from "${name}" t`,
    )
    .join(' union all ');
}

function contentOf(table: string): string {
  const column = LAST_SEEN[table];
  return column === undefined ? 't::text' : `(to_jsonb(t) - '${column}')::text`;
}
