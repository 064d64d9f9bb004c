import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { findPostgres, makeDirectory, runProgram } from '../support/built-program';

jest.setTimeout(30_000);

/** One sentence in Vietnamese with its English, nothing else, and not 0. */
async function expectRefusal(environment: Record<string, string>, sentence: string): Promise<void> {
  const { lines, code } = await runProgram('main', { PORT: '0', ...environment });
  expect(lines).toEqual([expect.stringContaining(sentence)]);
  expect(lines[0]).toMatch(/^[^()].*\. \(.*\.\)$/);
  expect(code).toBe(1);
}

test('a variable that cannot be read', async () => {
  await expectRefusal({ PORT: 'abc' }, 'Biến môi trường PORT không hợp lệ');
});

test('production without its own address and database', async () => {
  await expectRefusal({ NODE_ENV: 'production' }, 'Chế độ production cần biến môi trường PUBLIC_URL');
});

test('an address that this machine does not have', async () => {
  await expectRefusal({ BIND: '192.0.2.1', DATA_DIR: join(makeDirectory(), 'data') }, 'không có địa chỉ 192.0.2.1');
});

test('a data directory that holds something else is left as it was', async () => {
  const folder = makeDirectory();
  writeFileSync(join(folder, 'thesis.txt'), 'mine');
  await expectRefusal({ DATA_DIR: folder }, 'nội dung không phải của hệ thống Một Cửa');
  expect(readdirSync(folder)).toEqual(['thesis.txt']);
});

test('a data directory of a later version of the program', async () => {
  const folder = makeDirectory();
  writeFileSync(join(folder, 'mot-cua.json'), '{ "program": "mot-cua", "format": 9 }');
  await expectRefusal({ DATA_DIR: folder }, 'phiên bản khác của chương trình (dạng 9');
});

test('a data directory that cannot be made', async () => {
  const folder = makeDirectory();
  writeFileSync(join(folder, 'file'), '');
  await expectRefusal({ DATA_DIR: join(folder, 'file/data') }, 'Không tạo hoặc ghi được thư mục dữ liệu');
  if (process.platform === 'linux') await expectRefusal({ DATA_DIR: '/proc/mot-cua/data' }, 'Không tạo hoặc ghi được thư mục dữ liệu');
});

test('a data directory that this account may not write', async () => {
  const closed = join(makeDirectory(), 'closed');
  mkdirSync(closed, { mode: 0o500 });
  // Root may write everywhere but into the kernel's own tree.
  const parent = process.getuid?.() === 0 ? '/sys' : closed;
  await expectRefusal({ DATA_DIR: join(parent, 'mot-cua') }, 'Không tạo hoặc ghi được thư mục dữ liệu');
});

test.each([
  ['of another PostgreSQL', '12\n', 'thuộc PostgreSQL 12'],
  ['that this program did not make', undefined, 'không phải cơ sở dữ liệu do chương trình này tạo'],
])('a database directory %s is left as it was', async (_name, version, sentence) => {
  const folder = makeDirectory();
  const cluster = join(folder, 'postgres/data');
  writeFileSync(join(folder, 'mot-cua.json'), '{ "program": "mot-cua", "format": 1 }');
  mkdirSync(cluster, { recursive: true });
  writeFileSync(join(cluster, version ? 'PG_VERSION' : 'notes.txt'), version ?? '');
  await expectRefusal({ DATA_DIR: folder }, sentence);
  expect(readdirSync(join(folder, 'postgres'))).toEqual(['data']);
  expect(await findPostgres(join(folder, 'postgres'))).toBeUndefined();
});

describe('a database named by DATABASE_URL', () => {
  const server = process.env['TEST_DATABASE_SERVER']!;
  const DATA_DIR = join(makeDirectory(), 'data');
  afterEach(() => expect(existsSync(DATA_DIR)).toBe(false));

  test('that nobody serves', async () => {
    const port = await closedPort();
    await expectRefusal({ DATA_DIR, DATABASE_URL: `postgres://owner:a@127.0.0.1:${port}/x` }, `127.0.0.1:${port}/x (ECONNREFUSED)`);
  });

  test('that does not exist on its server', async () => {
    await expectRefusal({ DATA_DIR, DATABASE_URL: server.replace(/postgres$/, 'nowhere') }, 'không có cơ sở dữ liệu này');
  });

  test('whose password is wrong, which is not repeated', async () => {
    const wrong = new URL(server);
    wrong.password = 'sesame';
    const { lines } = await runProgram('main', { PORT: '0', DATA_DIR, DATABASE_URL: wrong.href });
    expect(lines).toEqual([expect.stringMatching(/^((?!sesame).)*từ chối tài khoản "postgres"((?!sesame).)*$/)]);
  });
});

async function closedPort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
