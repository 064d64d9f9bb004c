import { join } from 'node:path';
import { createApp } from './app';
import { readConfig } from './config';
import { startLocalPostgres } from './local-postgres';
import { openDatabase } from './store/database';
import { migrations } from './store/migrate';

/** Starts the parts in order and stops them in reverse. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const build = join(__dirname, '..');
  const own = config.DATABASE_URL ? undefined : await startLocalPostgres(join(build, '..'));
  const database = openDatabase(config.DATABASE_URL ?? own!.url);
  await migrations(database, join(build, 'migrations')).up();
  const server = createApp().listen(config.PORT);
  server.once('listening', () => console.log(`http://localhost:${config.PORT}`));

  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    server.close(() => void database.close().then(() => own?.stop()));
    server.closeIdleConnections();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
}

main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exit(1);
});
