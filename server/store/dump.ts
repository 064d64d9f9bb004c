import { type Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { withConnection } from './connect';
import { BYTES_IN_STORE } from './files';

/** The columns that hold data of their own; generated ones follow from them. */
export type DumpedTable = { name: string; columns: string[] };
/** Only one that has given a number is named. As text: it may be greater than a JavaScript integer. */
export type DumpedSequence = { name: string; lastValue: string };

/** What a dump holds, but for the rows. Tables stand in the order in which they can be filled: nothing points forward. */
export type DumpOutline = {
  /** ISO 8601, by the database's clock. */
  madeAt: string;
  migrations: string[];
  tables: DumpedTable[];
  sequences: DumpedSequence[];
};

/** A consistent copy of the database that is being read; good only while `withDump` lasts. */
export type Dump = {
  outline: DumpOutline;
  /** SHA-256 of every file that some row of this copy names, sorted. */
  fileHashes: string[];
  /** The rows of one table in PostgreSQL's COPY text format. */
  rowsOf(table: DumpedTable): AsyncIterable<Buffer>;
};

/**
 * Reads the whole database as it stood at one instant, while the server goes on.
 * Every table is held against being changed or dropped until the end, never
 * against being written to.
 *
 * @param ownerUrl the owner's address: the application's role does not see everything
 */
export async function withDump<Answer>(ownerUrl: string, work: (dump: Dump) => Promise<Answer>): Promise<Answer> {
  return withConnection(ownerUrl, 'DATABASE_URL', async (owner) => {
    for (const statement of SETTINGS) await owner.query(statement);
    await owner.query('begin isolation level repeatable read, read only');
    const tables = await listTables(owner);
    if (tables.length > 0) await owner.query(`lock table ${tables.map(({ name }) => quoted(owner, name)).join(', ')} in access share mode`);
    const [now] = (await owner.query<{ at: Date }>('select now() as at')).rows;
    return work({
      outline: {
        madeAt: now!.at.toISOString(),
        migrations: await namesFrom(owner, 'select name from migrations order by name'),
        tables,
        sequences: (await owner.query<DumpedSequence>(SEQUENCES)).rows,
      },
      fileHashes: await namesFrom(owner, `select distinct name from (${FILE_HASHES}) as held where name is not null order by name`),
      rowsOf: (table) => owner.query(copyTo(`copy ${target(owner, table)} to stdout`)) as AsyncIterable<Buffer>,
    });
  });
}

/** A table with its columns as COPY wants them. */
export function target(client: Client, { name, columns }: DumpedTable): string {
  return `public.${quoted(client, name)} (${columns.map((column) => quoted(client, column)).join(', ')})`;
}

/** What is written down must be read back the same by any server, however long it takes. */
const SETTINGS = [
  `set timezone = 'UTC'`,
  `set datestyle = 'ISO'`,
  `set intervalstyle = 'postgres'`,
  `set extra_float_digits = 3`,
  `set statement_timeout = 0`,
  `set idle_in_transaction_session_timeout = 0`,
];

async function listTables(owner: Client): Promise<DumpedTable[]> {
  const { rows: tables } = await owner.query<DumpedTable & { needs: string[] }>(TABLES);
  const placed: DumpedTable[] = [];
  const isPlaced = (name: string) => placed.some((table) => table.name === name);
  while (placed.length < tables.length) {
    const next = tables.find(({ name, needs }) => !isPlaced(name) && needs.every(isPlaced));
    if (!next) throw new Error('Tables point to one another in a circle: no order fills them.');
    placed.push({ name: next.name, columns: next.columns });
  }
  return placed;
}

async function namesFrom(owner: Client, statement: string): Promise<string[]> {
  return (await owner.query<{ name: string }>(statement)).rows.map(({ name }) => name);
}

function quoted(client: Client, name: string): string {
  return client.escapeIdentifier(name);
}

/** Our tables, without the list of migrations and without what extensions bring; a row that points within its own table is no obstacle. */
const TABLES = `
  select c.relname::text as name,
    array(select a.attname::text from pg_attribute a
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
    array(select distinct r.relname::text from pg_constraint f join pg_class r on r.oid = f.confrelid
          where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as needs
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'migrations'
    and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  order by c.relname`;

const SEQUENCES = `
  select sequencename::text as name, last_value::text as "lastValue" from pg_sequences
  where schemaname = 'public' and last_value is not null order by sequencename`;

const FILE_HASHES = BYTES_IN_STORE.map(({ table, column }) => `select ${column} as name from ${table}`).join(' union all ');
