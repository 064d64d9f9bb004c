import { realpathSync } from 'node:fs';
import { readFile, readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** What a running PostgreSQL writes about itself into `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

export async function findPostmaster(data: string): Promise<Postmaster | undefined> {
  const [pid, , , port] = (await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  return pid && port ? { pid: Number(pid), port: Number(port) } : undefined;
}

/**
 * After a machine or a container died whole, a stranger may bear the old
 * process id, and after a kill a dead process may linger until it is reaped:
 * PostgreSQL would wait for either for ever. Only Linux can tell them apart;
 * elsewhere PostgreSQL's own judgement stands.
 */
export async function dropStalePidFile(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid');
  const pid = (await readFile(file, 'utf8').catch(() => '')).split('\n')[0];
  if (!pid || process.platform !== 'linux') return;
  const folder = await readlink(`/proc/${pid}/cwd`).catch((fault: NodeJS.ErrnoException) => (fault.code === 'ENOENT' ? '' : data));
  if (folder !== realpathSync(data)) await rm(file, { force: true });
}
