import { join } from 'node:path';
import pg from 'pg';
import { makeDirectory, runProgram, startServer } from '../support/built-program';
import { useEmptyDatabase } from '../support/database';

jest.setTimeout(30_000);

const database = useEmptyDatabase();
const DATA_DIR = join(makeDirectory(), 'data');

/** Roles are the whole server's: those of this file bear the name of its database. */
const role = () => `app_of_${new URL(database.url).pathname.slice(1)}`;
const production = () => {
  const app = new URL(database.url);
  app.username = role();
  app.password = 'a long password';
  return {
    DATA_DIR,
    NODE_ENV: 'production',
    PUBLIC_URL: 'https://motcua.example.vn',
    DATABASE_URL: database.url,
    APP_DATABASE_URL: app.href,
  };
};
afterAll(async () => {
  // The database is gone by now, and the role's rights with it.
  const admin = new pg.Client(process.env['TEST_DATABASE_SERVER']);
  await admin.connect();
  await admin.query(`drop role if exists ${role()}`).finally(() => admin.end());
});

test('a table of another program keeps this one out', async () => {
  await database.owner.query('create table invoices ()');
  const { lines, code } = await runProgram('main', { PORT: '0', DATA_DIR, DATABASE_URL: database.url });
  expect(lines).toEqual([expect.stringContaining('bảng của chương trình khác (invoices)')]);
  expect(code).toBe(1);
  await database.owner.query('drop table invoices');
});

test('an empty database is migrated and served, and PostgreSQL is left running', async () => {
  const server = await startServer({ DATA_DIR, DATABASE_URL: database.url });
  expect((await fetch(`${server.url}/api/ready`)).status).toBe(200);
  const twin = await startServer({ DATA_DIR, DATABASE_URL: database.url });
  for (const one of [server, twin]) one.signal('SIGTERM');
  expect(await Promise.all([server.ended, twin.ended])).toEqual([0, 0]);
  await database.owner.authenticate();
});

test('production makes the role that it is given where it is missing, says its public address, and serves with that role', async () => {
  const server = await startServer(production()).catch((fault: Error) => fault);
  if (server instanceof Error) throw server;
  expect(server.url).toBe('https://motcua.example.vn');
  expect(server.output()).toMatch(/^Chưa cấu hình cổng bưu chính \(POST_GATEWAY\).*SMS_GATEWAY.*SMTP_URL.*\)\.$/m);
  server.signal('SIGTERM');
  expect(await server.ended).toBe(0);
  await withApp(async (app) => {
    await expect(app.query('create table mine ()')).rejects.toThrow('permission denied');
    await expect(app.query('select * from migrations')).rejects.toThrow('permission denied');
  });
});

test('production leaves an existing role’s password alone', async () => {
  const wrong = new URL(production().APP_DATABASE_URL);
  wrong.password = 'another';
  const { lines } = await runProgram('main', { ...production(), PORT: '0', APP_DATABASE_URL: wrong.href });
  expect(lines).toEqual([expect.stringContaining(`từ chối tài khoản "${role()}"`)]);
  await withApp(async () => undefined);
});

test('production refuses a role that may act as the owner', async () => {
  await database.owner.query(`alter role ${role()} superuser`);
  const { lines } = await runProgram('main', { ...production(), PORT: '0' });
  expect(lines).toEqual([expect.stringContaining('có quyền của chủ sở hữu cơ sở dữ liệu')]);
  await database.owner.query(`alter role ${role()} nosuperuser`);
});

test('a database that a newer version has migrated keeps this one out', async () => {
  await database.owner.query(`insert into migrations values ('999912312359-from-the-future')`);
  const { lines, code } = await runProgram('main', { PORT: '0', DATA_DIR, DATABASE_URL: database.url });
  expect(lines).toEqual([expect.stringContaining('bước 999912312359-from-the-future')]);
  expect(code).toBe(1);
});

async function withApp(work: (app: pg.Client) => Promise<void>): Promise<void> {
  const app = new pg.Client(production().APP_DATABASE_URL);
  await app.connect();
  await work(app).finally(() => app.end());
}
