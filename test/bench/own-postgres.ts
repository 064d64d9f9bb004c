import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalPostgres } from '../../server/local-postgres/start-local-postgres';
import { APP_ROLE, deriveAppUrl, makeAppRole } from '../../server/store/app-role';
import { makeDatabase } from '../../server/store/make-database';
import { migrateUp } from '../../server/store/migrate';

export type OwnPostgres = { ownerUrl: string; appUrl: string };

/**
 * Lends a bench the PostgreSQL that the server would start for itself, with the
 * settings it has in the field (every commit waits for the disk), migrated and
 * empty. It is stopped and removed however the bench ends.
 */
export async function withOwnPostgres<Answer>(work: (database: OwnPostgres) => Promise<Answer>): Promise<Answer> {
  return withDirectory(async (folder, untilStopped) => {
    const server = await startLocalPostgres(folder, { say: console.error, giveUp: (reason) => console.error(reason.message) });
    untilStopped(server.stop);
    const ownerUrl = await makeDatabase(server.url, 'mot_cua');
    const appUrl = deriveAppUrl(ownerUrl, new URL(ownerUrl).password);
    await makeAppRole(ownerUrl, appUrl);
    await migrateUp({ ownerUrl, folder: 'dist/migrations', appRole: APP_ROLE });
    return work({ ownerUrl, appUrl });
  });
}

type Ending = () => unknown;

/** An empty directory that root's borrowed PostgreSQL account can pass through; what runs in it ends first, the last begun before all. */
export async function withDirectory<Answer>(
  work: (folder: string, untilStopped: (ending: Ending) => void) => Promise<Answer>,
): Promise<Answer> {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-bench-'));
  chmodSync(folder, 0o711);
  const endings: Ending[] = [];
  const end = async (): Promise<void> => {
    for (let ending = endings.pop(); ending; ending = endings.pop()) await ending();
    rmSync(folder, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end().finally(() => process.exit(1)));
  try {
    return await work(folder, (ending) => void endings.push(ending));
  } finally {
    await end();
  }
}
