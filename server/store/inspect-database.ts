import { StartRefusal } from '../domain/start-refusal';
import { placeOf, withConnection } from './connect';

const OLDEST_POSTGRES = 15;

/**
 * Looks at a database before anything is written to it: reachable, recent
 * enough, in UTF-8, and either empty or ours.
 *
 * @throws StartRefusal
 */
export async function inspectDatabase(url: string): Promise<void> {
  const place = placeOf(url);
  await withConnection(url, 'DATABASE_URL', async (client) => {
    const { rows } = await client.query<{ version: string; encoding: string; foreign: string | null }>(QUESTION);
    const { version, encoding, foreign } = rows[0]!;
    refuseOldPostgres(Number(version), place);
    if (encoding !== 'UTF8') throw new StartRefusal('database-not-utf8', { place, found: encoding });
    if (foreign) throw new StartRefusal('database-foreign', { place, table: foreign });
  });
}

/** @param version as the server counts it: 150004 is 15.4 */
export function refuseOldPostgres(version: number, place: string): void {
  const major = Math.floor(version / 10_000);
  if (major < OLDEST_POSTGRES) throw new StartRefusal('database-too-old', { place, found: major, known: OLDEST_POSTGRES });
}

/** A table without our list of migrations beside it is another program's; what extensions bring does not count. */
const QUESTION = `
  select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding, (
    select c.relname from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and to_regclass('public.migrations') is null
      and not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    order by 1 limit 1) as foreign`;
