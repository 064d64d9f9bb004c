import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { findPostmaster } from './postmaster';

/** Any constant will do, as long as it never changes. */
const OWNER_LOCK = 730_100;

/** The session that holds the owner's lock; the lock ends with its process, however that dies. */
export interface Claim {
  /** The owner's address, on the database `postgres`. */
  readonly url: string;
  readonly port: number;
  /** Called once when the session ends: PostgreSQL is gone, or has thrown it out. */
  onLost(act: () => void): void;
  release(): Promise<void>;
}

/** PostgreSQL itself is the lock: whoever holds it owns the running cluster. `taken` where another process does. */
export async function claim(data: string): Promise<Claim | 'taken'> {
  const { url, port } = await addressOf(data);
  const session = new pg.Client({
    connectionString: url,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    application_name: 'mot-cua owner',
  });
  const over = new Promise<void>((resolve) => session.once('end', resolve));
  // Without a listener the loss of PostgreSQL would end this process; the loss is told by `end`.
  session.on('error', () => undefined);
  await session.connect();
  const { rows } = await session.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [OWNER_LOCK]);
  if (!rows[0]!.mine) {
    await session.end();
    return 'taken';
  }
  return { url, port, onLost: (act) => void over.then(act), release: () => session.end() };
}

/** The owner's address of a cluster that runs; throws where none does. */
export async function addressOf(data: string): Promise<{ url: string; port: number }> {
  const postmaster = await findPostmaster(data);
  if (!postmaster) throw new Error(`no PostgreSQL is running in ${data}`);
  const password = await readFile(join(data, 'password'), 'utf8');
  return { url: `postgres://postgres:${password}@127.0.0.1:${postmaster.port}/postgres`, port: postmaster.port };
}
