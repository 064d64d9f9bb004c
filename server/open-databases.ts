import { type Sequelize } from 'sequelize';
import { type Config } from './config';
import { claimDataDirectory } from './data-directory';
import { DATABASE_SECRET, keepSecret } from './kept-secret';
import { findLocalPostgres, startLocalPostgres } from './local-postgres/start-local-postgres';
import { refuseUnfinishedRestore } from './restore-mark';
import { type Life } from './run-process';
import { checkAppRole, deriveAppUrl, makeAppRole, refuseStrongRole } from './store/app-role';
import { roleOf } from './store/connect';
import { openDatabase } from './store/database';
import { inspectDatabase } from './store/inspect-database';
import { makeDatabase } from './store/make-database';

/** The one database, open twice: as its owner and as the role that the server works as. */
export interface Databases {
  /** Migrations, backups and the demonstration's clearing away; never a request. */
  readonly owner: Sequelize;
  /** Everything else: it can neither alter a table nor rewrite the journal. */
  readonly app: Sequelize;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly appRole: string;
  /** The data directory, claimed for this program. */
  readonly dataDirectory: string;
}

/**
 * `alone`: the server itself, and what must not run beside it. `beside`: a
 * command that works on the running server's database where one runs, and
 * starts PostgreSQL for itself where none does. `restoring`: alone, and in a
 * directory where a restore may have been interrupted.
 */
export type Company = 'alone' | 'beside' | 'restoring';

interface Addresses {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly dataDirectory: string;
}

/**
 * Finds or starts PostgreSQL, makes the application's role, and opens both
 * pools; they are closed, and PostgreSQL is stopped, when the process ends.
 * Nothing is migrated here.
 *
 * @throws StartRefusal
 */
export async function openDatabases(config: Config, life: Life, company: Company): Promise<Databases> {
  if (company !== 'restoring') await refuseUnfinishedRestore(config.dataDirectory);
  const addresses = config.ownerUrl ? await useGiven(config, config.ownerUrl) : await useOwn(config, life, company);
  const owner = openDatabase(addresses.ownerUrl);
  const app = openDatabase(addresses.appUrl);
  life.onEnd(async () => void (await Promise.all([owner.close(), app.close()])));
  return { owner, app, appRole: roleOf(addresses.appUrl), ...addresses };
}

/** A server that the operator names. It is looked at before anything is written, there or here. */
async function useGiven(config: Config, ownerUrl: string): Promise<Addresses> {
  await inspectDatabase(ownerUrl);
  if (config.appUrl) {
    await checkAppRole(ownerUrl, config.appUrl);
    if (config.isProduction) await refuseStrongRole(ownerUrl, config.appUrl);
    return { ownerUrl, appUrl: config.appUrl, dataDirectory: await claimDataDirectory(config.dataDirectory) };
  }
  const dataDirectory = await claimDataDirectory(config.dataDirectory);
  const secret = new URL(ownerUrl).password || (await keepSecret(dataDirectory, DATABASE_SECRET));
  const appUrl = deriveAppUrl(ownerUrl, secret);
  await makeAppRole(ownerUrl, appUrl);
  return { ownerUrl, appUrl, dataDirectory };
}

async function useOwn(config: Config, life: Life, company: Company): Promise<Addresses> {
  const dataDirectory = await claimDataDirectory(config.dataDirectory);
  const running = company === 'beside' ? await findLocalPostgres(dataDirectory) : undefined;
  const ownerUrl = await makeDatabase(running ?? (await startOwn(dataDirectory, life)), 'mot_cua');
  const appUrl = deriveAppUrl(ownerUrl, new URL(ownerUrl).password);
  await makeAppRole(ownerUrl, appUrl);
  return { ownerUrl, appUrl, dataDirectory };
}

async function startOwn(dataDirectory: string, life: Life): Promise<string> {
  const own = await startLocalPostgres(dataDirectory, { say: console.log, giveUp: life.fail });
  life.onEnd(own.stop);
  life.ending.throwIfAborted();
  if (!own.home.startsWith(dataDirectory)) console.log(`Cơ sở dữ liệu nằm tại ${own.home} (the database lies there)`);
  return own.url;
}
