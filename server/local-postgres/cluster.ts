import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StartRefusal } from '../domain/start-refusal';
import { type Binaries } from './binaries';
import { type Home } from './home';

const run = promisify(execFile);

/** One PostgreSQL cluster in its directory, driven by PostgreSQL's own programs. */
export interface Cluster {
  isRunning(): Promise<boolean>;
  start(port: number): Promise<void>;
  stop(): Promise<void>;
}

/** Settings of the command line, over those of the cluster's own file. */
export type Settings = Readonly<Record<string, string>>;

/** Opens the cluster in `home`, made first where there is none. */
export async function openCluster(place: Home, { folder }: Binaries, settings: Settings): Promise<Cluster> {
  const { home, data, account } = place;
  const options = { ...account, cwd: home, env: { LC_ALL: 'C' }, windowsHide: true };
  if (!existsSync(join(data, 'PG_VERSION'))) await create(place, (words) => run(join(folder, 'bin/initdb'), words, options));
  // Recovery after a crash may take minutes; pg_ctl waits for it.
  const ctl = (...words: string[]) => run(join(folder, 'bin/pg_ctl'), [...words, '-D', data, '-w', '-t', '600'], options);
  const log = join(home, 'log');
  return {
    isRunning: () =>
      ctl('status').then(
        () => true,
        () => false,
      ),
    start: async (port) => {
      const flags = { listen_addresses: '127.0.0.1', unix_socket_directories: '', timezone: 'UTC', port: String(port), ...settings };
      const words = Object.entries(flags).map(([name, value]) => `-c ${name}='${value}'`);
      await ctl('start', '-s', '-l', log, '-o', words.join(' ')).catch(async (fault: Error) => {
        throw new StartRefusal('cluster-will-not-start', { path: data, log, reason: (await lastComplaint(log)) ?? fault.message });
      });
    },
    stop: async () => void (await ctl('stop', '-m', 'fast')),
  };
}

/** initdb beside, then one rename: neither a broken nor a second initdb leaves half a cluster. */
async function create({ home, data, account }: Home, initdb: (words: string[]) => Promise<unknown>): Promise<void> {
  const draft = join(home, `data.draft-${process.pid}`);
  const password = `${draft}.password`;
  await writeFile(password, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (account.uid !== undefined) await chown(password, account.uid, account.gid!);
  const locale = ['-E', 'UTF8', '--locale-provider=builtin', '--locale=C.UTF-8'];
  await initdb(['-D', draft, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${password}`, ...locale]).catch(async (fault: Error) => {
    await Promise.all([draft, password].map((path) => rm(path, { recursive: true, force: true })));
    const reason = (fault as { stderr?: string }).stderr?.trim().split('\n')[0] || fault.message;
    throw new StartRefusal('cluster-not-made', { path: data, reason });
  });
  await rename(password, join(draft, 'password'));
  await rename(draft, data).catch(() => rm(draft, { recursive: true }));
}

async function lastComplaint(log: string): Promise<string | undefined> {
  const lines = (await readFile(log, 'utf8').catch(() => '')).split('\n');
  return lines.findLast((line) => /FATAL|PANIC|ERROR/.test(line))?.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, '');
}

/** A port of the loopback address that nobody uses at this moment. */
export async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
