import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { StartRefusal } from '../domain/start-refusal';
import { copyBinaries, findPackage } from './binaries';
import { addressOf } from './claim';
import { openCluster, type Cluster, type Settings } from './cluster';
import { findHome, makeHome, type Home } from './home';
import { dropStalePidFile } from './postmaster';
import { startAndClaim, supervise, type Supervision } from './supervise';

/** A PostgreSQL of our own, running and claimed. */
export interface LocalPostgres {
  /** The owner's address, on the database `postgres`. It never changes while this process lives. */
  readonly url: string;
  /** Where the cluster lies: outside the data directory where root's borrowed account cannot reach that. */
  readonly home: string;
  /** Ends supervision and stops PostgreSQL. */
  readonly stop: () => Promise<void>;
}

/**
 * A PostgreSQL of our own where no DATABASE_URL names one: development,
 * demonstration, tests. It is started, or adopted where a killed process left
 * it running, claimed so that no second process uses the same directory, and
 * watched: a dead one is started again on the same port, so that every pool
 * finds it.
 *
 * @param dataDirectory an absolute, existing path
 * @throws StartRefusal for whatever the operator can put right
 */
export async function startLocalPostgres(dataDirectory: string, supervision: Supervision, settings: Settings = {}): Promise<LocalPostgres> {
  const place = await findHome(dataDirectory);
  await refuseForeignCluster(place.data);
  const cluster = await prepare(place, settings).catch((fault: NodeJS.ErrnoException) => {
    throw fault.errno ? new StartRefusal('data-directory-unwritable', { path: place.home, reason: fault.code! }) : fault;
  });
  const first = await startAndClaim(cluster, place.data);
  return { url: first.url, home: place.home, stop: supervise(first, cluster, place.data, supervision) };
}

/** The owner's address of a cluster that runs in this data directory, whoever claimed it: for commands beside a running server. */
export async function findLocalPostgres(dataDirectory: string): Promise<string | undefined> {
  const { data } = await findHome(dataDirectory);
  await dropStalePidFile(data);
  return addressOf(data).then(
    ({ url }) => url,
    () => undefined,
  );
}

async function prepare(place: Home, settings: Settings): Promise<Cluster> {
  await makeHome(place);
  await sweepDrafts(place.home);
  return openCluster(place, await copyBinaries(place.home, place.account), settings);
}

/** A directory of another major version, or of another origin, is left untouched. */
async function refuseForeignCluster(data: string): Promise<void> {
  if (!existsSync(data)) return;
  const found = await readFile(join(data, 'PG_VERSION'), 'utf8').catch((fault: NodeJS.ErrnoException) => {
    throw new StartRefusal(fault.code === 'ENOENT' ? 'cluster-foreign' : 'cluster-out-of-reach', { path: data });
  });
  const { major } = await findPackage();
  if (Number(found) !== major) throw new StartRefusal('cluster-other-version', { path: data, found: found.trim(), known: major });
  if (!existsSync(join(data, 'password'))) throw new StartRefusal('cluster-foreign', { path: data });
}

/** Removes what a first start left unfinished when it was killed; one that is still at work keeps its own. */
async function sweepDrafts(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const pid = /\.draft-(\d+)/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) await rm(join(home, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM';
  }
}
