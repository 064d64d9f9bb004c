import { chmodSync, existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { findLocalPostgres } from '../../server/local-postgres/start-local-postgres';
import { findPostgres, makeDirectory, runProgram, startProgram, startServer, until } from '../support/built-program';

jest.setTimeout(60_000);

const folder = makeDirectory();
const DATA_DIR = join(folder, 'data');
const home = join(DATA_DIR, 'postgres');
let server: Awaited<ReturnType<typeof startServer>>;

beforeAll(async () => {
  server = await startServer({ DATA_DIR });
});
afterAll(async () => {
  server.signal('SIGTERM');
  await server.ended;
  const left = await findPostgres(home);
  if (left) process.kill(left.pid, 'SIGKILL');
});

test('a first start on an empty directory serves on IPv4 and on IPv6, and the pool works as the application’s role', async () => {
  for (const host of ['127.0.0.1', '[::1]']) expect(await statusOf(`http://${host}:${server.port}/api/ready`)).toBe(200);
  const { rows } = await asOwner(`select usename from pg_stat_activity where application_name = 'mot-cua' and usename <> 'postgres'`);
  expect(rows[0]).toEqual({ usename: 'mot_cua_app' });
});

test('the owner’s password is for its owner’s eyes only', () => {
  expect(statSync(join(home, 'data/password')).mode & 0o777).toBe(0o600);
  expect(statSync(join(home, 'data')).mode & 0o777).toBe(0o700);
});

test('a second start in the same data directory is refused, and so is a migration beside the running server', async () => {
  for (const name of ['main', 'migrate']) {
    const second = await runProgram(name, { DATA_DIR, PORT: '0' });
    expect(second.lines).toEqual([expect.stringContaining('đang được một tiến trình khác của hệ thống dùng')]);
    expect(second.code).toBe(1);
  }
  expect(await statusOf(`${server.url}/api/ready`)).toBe(200);
});

test('a command beside the running server finds its database; beside a stopped one it finds none', async () => {
  const beside = new pg.Client(await findLocalPostgres(DATA_DIR));
  await beside.connect();
  await beside.query('select 1').finally(() => beside.end());
  expect(await findLocalPostgres(join(folder, 'elsewhere'))).toBeUndefined();
});

test('a busy port is told before anything is touched', async () => {
  const elsewhere = join(folder, 'elsewhere');
  const second = await runProgram('main', { DATA_DIR: elsewhere, PORT: String(server.port) });
  expect(second.lines).toEqual([expect.stringContaining(`Cổng ${server.port} đang được một chương trình khác dùng`)]);
  expect(second.code).toBe(1);
  expect(existsSync(elsewhere)).toBe(false);
});

test('a killed PostgreSQL comes back on the same port under the running server, claimed anew, with what it had committed', async () => {
  await asOwner('create table kept as select 42 as answer');
  const before = (await findPostgres(home))!;
  process.kill(before.pid, 'SIGKILL');
  const after = await until(async () => {
    const found = await findPostgres(home);
    return found && found.pid !== before.pid && server.output().includes('PostgreSQL đã chạy lại') ? found : undefined;
  });
  expect(after.port).toBe(before.port);
  expect(await statusOf(`${server.url}/api/ready`)).toBe(200);
  expect((await asOwner('select answer from kept')).rows).toEqual([{ answer: 42 }]);
  expect((await runProgram('main', { DATA_DIR, PORT: '0' })).output).toContain('đang được một tiến trình khác');
});

test('after a kill of the server the next start adopts the PostgreSQL that was left running', async () => {
  const before = await findPostgres(home);
  server.signal('SIGKILL');
  await server.ended;
  server = await startServer({ DATA_DIR });
  expect(await findPostgres(home)).toEqual(before);
  expect(await statusOf(`${server.url}/api/ready`)).toBe(200);
});

test('after a kill of both the next start recovers', async () => {
  const before = (await findPostgres(home))!;
  server.signal('SIGKILL');
  process.kill(before.pid, 'SIGKILL');
  await server.ended;
  server = await startServer({ DATA_DIR });
  expect(await statusOf(`${server.url}/api/ready`)).toBe(200);
  expect((await asOwner('select answer from kept')).rows).toEqual([{ answer: 42 }]);
});

test.each(['SIGTERM', 'SIGINT'] as const)('%s stops everything in order, even when it comes twice', async (signal) => {
  server.signal(signal);
  server.signal(signal);
  expect(await server.ended).toBe(0);
  expect(await findPostgres(home)).toBeUndefined();
  expect(await findLocalPostgres(DATA_DIR)).toBeUndefined();
  expect(readFileSync(join(home, 'log'), 'utf8').trim().split('\n').at(-1)).toContain('database system is shut down');
  server = await startServer({ DATA_DIR });
});

test('a signal during the start ends it in order', async () => {
  server.signal('SIGTERM');
  await server.ended;
  const interrupted = startProgram('main', { DATA_DIR, PORT: '0' });
  await until(() => findPostgres(home));
  interrupted.signal('SIGTERM');
  expect([0, 130]).toContain(await interrupted.ended);
  expect(await findPostgres(home)).toBeUndefined();
  server = await startServer({ DATA_DIR });
});

test('migrations go back and forward while the server is stopped', async () => {
  server.signal('SIGTERM');
  await server.ended;
  const back = await runProgram('migrate', { DATA_DIR }, ['down', '2']);
  expect(back.lines.map((line) => line[0])).toEqual(['−', '−', '2']);
  const forward = await runProgram('migrate', { DATA_DIR });
  expect(forward.lines.slice(0, 2)).toEqual(
    back.lines
      .slice(0, 2)
      .reverse()
      .map((line) => line.replace('−', '+')),
  );
  expect(await findPostgres(home)).toBeUndefined();
  expect((await runProgram('migrate', { DATA_DIR }, ['sideways'])).lines).toEqual([expect.stringContaining('Tham số của lệnh')]);
  server = await startServer({ DATA_DIR });
});

const asRoot = process.getuid?.() === 0 ? test : test.skip;
asRoot('where root’s borrowed account cannot pass, the database lies under /var/lib/mot-cua, and the start says so', async () => {
  const closed = makeDirectory();
  chmodSync(closed, 0o700);
  const hidden = await startServer({ DATA_DIR: join(closed, 'data') });
  const [, place] = /nằm tại (\/var\/lib\/mot-cua\/[0-9a-f]{12}) /.exec(hidden.output())!;
  expect(await findPostgres(place!)).toBeDefined();
  expect(await statusOf(`${hidden.url}/api/ready`)).toBe(200);
  hidden.signal('SIGTERM');
  expect(await hidden.ended).toBe(0);
  rmSync(place!, { recursive: true });
});

async function statusOf(url: string): Promise<number> {
  return (await fetch(url)).status;
}

async function asOwner(statement: string): Promise<pg.QueryResult> {
  const { port } = (await findPostgres(home))!;
  const password = readFileSync(join(home, 'data/password'), 'utf8');
  const client = new pg.Client(`postgres://postgres:${password}@127.0.0.1:${port}/mot_cua`);
  client.on('error', () => undefined);
  await client.connect();
  return client.query(statement).finally(() => client.end());
}
