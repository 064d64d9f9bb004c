import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const build = join(__dirname, '../../dist/server');

/** A built program that is running: what it has printed, and how it ends. */
export interface RunningProgram {
  readonly pid: number;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
  readonly signal: (signal: NodeJS.Signals) => void;
}

/** Starts one of the built programs with this environment and no other. */
export function startProgram(name: string, environment: Record<string, string>, words: string[] = []): RunningProgram {
  const file = join(build, `${name}.js`);
  if (!existsSync(file)) throw new Error(`${file} is missing: npm run build`);
  const child = spawn(process.execPath, ['--enable-source-maps', file, ...words], { env: { PATH: process.env['PATH'], ...environment } });
  programs.add(child);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { pid: child.pid!, output: () => printed, ended, signal: (signal) => void child.kill(signal) };
}

/** Runs a program to its end. */
export async function runProgram(name: string, environment: Record<string, string>, words: string[] = []) {
  const program = startProgram(name, environment, words);
  const code = await program.ended;
  return { code, output: program.output(), lines: program.output().trim().split('\n') };
}

/** Starts the server on any free port, with nothing in it unless the environment says so, and waits until it says where it is. */
export async function startServer(environment: Record<string, string>): Promise<RunningProgram & { url: string; port: number }> {
  const server = startProgram('main', { PORT: '0', SEED: 'none', ...environment });
  let isOver = false;
  void server.ended.then(() => (isOver = true));
  const address = await until(() => {
    const url = /đang chạy tại (http\S+)/.exec(server.output())?.[1];
    if (isOver && !url) throw new Error(`the server ended: ${server.output()}`);
    return url;
  });
  return { ...server, url: address, port: Number(new URL(address).port) };
}

/** Asks again and again until there is an answer. */
export async function until<Answer>(ask: () => Answer | undefined | Promise<Answer | undefined>): Promise<Answer> {
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** An empty directory that root's borrowed PostgreSQL account can pass through. */
export function makeDirectory(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-test-'));
  chmodSync(folder, 0o711);
  directories.add(folder);
  return folder;
}

/** PostgreSQL's process id and port in a data directory; undefined where it is not running. */
export async function findPostgres(home: string): Promise<{ pid: number; port: number } | undefined> {
  const [pid, , , port] = (await readFile(join(home, 'data/postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  return pid && port ? { pid: Number(pid), port: Number(port) } : undefined;
}

const programs = new Set<ChildProcess>();
const directories = new Set<string>();
afterAll(() => {
  for (const program of programs) program.kill('SIGKILL');
  for (const folder of directories) rmSync(folder, { recursive: true, force: true });
});
