import { pipeline } from 'node:stream/promises';
import { type Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type DumpedSequence, type DumpedTable, target } from './dump';
import { execute, row } from './rows';
import { type Transaction } from './transaction';

/** Whether a database has nothing of anybody's: no table but those of extensions and an empty list of migrations. */
export async function isEmptyDatabase(tx: Transaction): Promise<boolean> {
  const found = await row<{ tables: number; hasList: boolean }>(
    tx,
    `select count(*)::int as tables, to_regclass('public.migrations') is not null as "hasList" from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f') and c.relname <> 'migrations'
       and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`,
  );
  if (found!.tables > 0) return false;
  return !found!.hasList || !(await row(tx, 'select name from migrations limit 1'));
}

/**
 * Fills a table of a new database with what `withDump` read. What a migration had
 * put there itself gives way: the copy holds it, as it was left. Triggers that
 * guard what is written once look at changes only, so that nothing has to be
 * switched off.
 *
 * @param tx the owner's; the tables before this one in the dump are filled already
 * @returns how many rows came in
 */
export async function fillTable(tx: Transaction, table: DumpedTable, content: AsyncIterable<Uint8Array>): Promise<number> {
  const client = connectionOf(tx);
  const copy = client.query(copyFrom(`copy ${target(client, table)} from stdin`));
  await pipeline(content, copy);
  return copy.rowCount;
}

/** Takes out what the migrations themselves have put into the tables that are about to be filled. */
export async function clearTables(tx: Transaction, tables: readonly DumpedTable[]): Promise<void> {
  const client = connectionOf(tx);
  if (tables.length > 0) await execute(tx, `truncate ${tables.map(({ name }) => `public.${client.escapeIdentifier(name)}`).join(', ')}`);
}

/** Lets the numbers go on where they stood. */
export async function setSequences(tx: Transaction, sequences: readonly DumpedSequence[]): Promise<void> {
  for (const { name, lastValue } of sequences)
    await execute(tx, `select setval(format('public.%I', $1::text)::regclass, $2::bigint)`, [name, lastValue]);
}

/** The planner knows nothing of tables that were filled a moment ago. */
export async function analyse(tx: Transaction): Promise<void> {
  await execute(tx, 'analyze');
}

/** Sequelize hands a transaction's own connection to nobody; COPY needs it. */
function connectionOf(tx: Transaction): Client {
  return (tx as unknown as { connection: Client }).connection;
}
