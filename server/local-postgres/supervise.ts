import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartRefusal } from '../domain/start-refusal';
import { claim, type Claim } from './claim';
import { findFreePort, type Cluster } from './cluster';
import { dropStalePidFile } from './postmaster';

/** What the supervisor may tell while the cluster runs. */
export interface Supervision {
  /** One line for the operator. */
  readonly say: (line: string) => void;
  /** Another process took the cluster over while it was down: this process must end. */
  readonly giveUp: (reason: StartRefusal) => void;
}

/** PostgreSQL's word for "starting up" (recovering, perhaps for minutes) and for "shutting down". */
const CANNOT_CONNECT_NOW = '57P03';

/**
 * Starts what does not run, claims what does. A free port is taken unless
 * `samePort` is given.
 *
 * @throws StartRefusal `cluster-in-use`, or `cluster-will-not-start` after five tries
 */
export async function startAndClaim(cluster: Cluster, data: string, samePort?: number): Promise<Claim> {
  for (let attempt = 1; ; attempt++) {
    try {
      await dropStalePidFile(data);
      if (!(await cluster.isRunning())) await cluster.start(samePort ?? (await findFreePort()));
      const owner = await claim(data);
      if (owner !== 'taken') return owner;
    } catch (fault) {
      const isBusy = (fault as { code?: string }).code === CANNOT_CONNECT_NOW;
      if (attempt >= (isBusy ? 600 : 5)) throw refusalOf(fault as Error, data);
      await sleep(Math.min(200 * attempt, 1000));
      continue;
    }
    throw new StartRefusal('cluster-in-use', { path: data });
  }
}

/** Watches the claimed cluster until the returned `stop` is called. A lost session means that PostgreSQL died. */
export function supervise(first: Claim, cluster: Cluster, data: string, { say, giveUp }: Supervision): () => Promise<void> {
  let owner: Claim | undefined = first;
  let isStopping = false;
  let revival = Promise.resolve();
  watch(first);
  return stop;

  function watch(claimed: Claim): void {
    claimed.onLost(() => {
      if (!isStopping) revival = revive();
    });
  }
  async function revive(): Promise<void> {
    owner = undefined;
    say('PostgreSQL đã dừng đột ngột; đang khởi động lại. (PostgreSQL died; it is being started again.)');
    for (let isTold = false; !isStopping; isTold = true) {
      try {
        owner = await startAndClaim(cluster, data, first.port);
        watch(owner);
        return say('PostgreSQL đã chạy lại. (PostgreSQL is running again.)');
      } catch (fault) {
        if (!(fault instanceof StartRefusal)) throw fault;
        if (fault.code === 'cluster-in-use') return giveUp(fault);
        if (!isTold) say(fault.message);
      }
    }
  }
  /** The claim is held until PostgreSQL is down: nobody may adopt it half-stopped. A cluster that another process took is not ours to stop. */
  async function stop(): Promise<void> {
    isStopping = true;
    await revival;
    if (!owner) return;
    if (await cluster.isRunning()) await cluster.stop();
    await owner.release();
  }
}

function refusalOf(fault: Error, data: string): StartRefusal {
  if (fault instanceof StartRefusal) return fault;
  return new StartRefusal('cluster-will-not-start', { path: data, reason: fault.message, log: join(data, '..', 'log') });
}
