import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, chown, mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { StartRefusal } from '../domain/start-refusal';
import { postgresAccount, type Account } from './account';

const run = promisify(execFile);

/** Where the cluster lives and the account it runs under; `data` is PostgreSQL's own directory inside `home`. */
export interface Home {
  readonly home: string;
  readonly data: string;
  readonly account: Account;
}

/**
 * The cluster's place under the data directory. Root's borrowed account cannot
 * pass through a closed folder such as /root: then the place is one under
 * /var/lib/mot-cua, named after the data directory. An existing cluster stays
 * where it is, whatever the folders allow today: moving on would start empty.
 *
 * @param dataDirectory an absolute, existing path
 */
export async function findHome(dataDirectory: string): Promise<Home> {
  const inside = join(dataDirectory, 'postgres');
  if (process.getuid?.() !== 0) return { home: inside, data: join(inside, 'data'), account: {} };
  const outside = join('/var/lib/mot-cua', createHash('sha256').update(dataDirectory).digest('hex').slice(0, 12));
  for (const home of [inside, outside]) {
    const owner = await stat(join(home, 'data')).catch(() => undefined);
    if (!owner) continue;
    const account = { uid: owner.uid, gid: owner.gid };
    if (!(await isReachable(home, account))) throw new StartRefusal('cluster-out-of-reach', { path: home });
    return { home, data: join(home, 'data'), account };
  }
  const account = await postgresAccount();
  const home = (await isReachable(dataDirectory, account)) ? inside : outside;
  return { home, data: join(home, 'data'), account };
}

/** Makes the cluster's folder and gives it to its account; a folder under /var/lib is opened to passers-by as far as it must be. */
export async function makeHome({ home, account }: Home): Promise<void> {
  const parent = dirname(home);
  const isNew = (await mkdir(home, { recursive: true, mode: 0o700 })) !== undefined;
  if (isNew && parent === '/var/lib/mot-cua') await chmod(parent, 0o711);
  if (account.uid !== undefined) await chown(home, account.uid, account.gid!);
}

/** Only trying tells: folder modes, access lists and mounts all have a say. */
function isReachable(folder: string, account: Account): Promise<boolean> {
  return run('/bin/sh', ['-c', 'cd "$0"', folder], { ...account, cwd: '/' }).then(
    () => true,
    () => false,
  );
}
