import { join } from 'node:path';
import { makeDirectory, runProgram, startServer } from '../support/built-program';
import { useEmptyDatabase } from '../support/database';

jest.setTimeout(120_000);

const database = useEmptyDatabase();
const environment = () => ({ DATA_DIR: join(directory, 'data'), DATABASE_URL: database.url });
const directory = makeDirectory();

test('the first start fills the province and prints who may sign in; the second changes nothing', async () => {
  const seeded = await runProgram('seed', { ...environment(), SEED: 'demonstration' });
  expect(seeded.lines.at(-1)).toBe('Đã nạp dữ liệu: demonstration (seeded)');
  const again = await runProgram('seed', environment());
  expect(again.lines.at(-1)).toMatch(/^Dữ liệu đã có từ \S+: demonstration \(seeded before; nothing was changed\)$/);
  expect(again.code).toBe(0);
  const server = await startServer({ ...environment(), SEED: 'demonstration' });
  // longer than any proxy keeps it: a request is never sent into a connection that we are closing
  expect((await fetch(`${server.url}/api/health`)).headers.get('keep-alive')).toBe('timeout=75');
  await expectPages(server.url);
  server.signal('SIGINT');
  expect(await server.ended).toBe(0);
  expect(server.output()).toMatch(/ {2}thanhsen\.motcua +Nguyễn Thị Hường/);
  expect(server.output()).toContain('trinh-dien-mot-cua');
});

test('SEED=none fills nothing', async () => {
  expect(await runProgram('seed', { ...environment(), SEED: 'none' })).toMatchObject({
    code: 0,
    lines: ['SEED=none: không nạp gì (nothing was seeded)'],
  });
});

test('a second administrator is made only where that is said', async () => {
  const create = (...words: string[]) => runProgram('create-administrator', environment(), words);
  const refused = await create('quantri.moi', 'Trần Thị Mới');
  expect(refused).toMatchObject({ code: 1, lines: [expect.stringContaining('Đã có quản trị viên: quantri.') as string] });
  const { code, output } = await create('quantri.moi', 'Trần Thị Mới', '--another');
  expect(code).toBe(0);
  expect(output).toMatch(/one-time password, shown only here\): [a-z2-9]{5}(-[a-z2-9]{5}){3}\n/);
  expect((await create('quantri.moi', 'Trần Thị Mới', '--another')).lines).toEqual([
    expect.stringContaining('quantri.moi đã có người dùng'),
  ]);
});

test.each([[[]], [['a b', 'Tên']], [['ten.dung', '']], [['ten.dung', 'Tên', '--more']], [['ten.dung', 'Tên', '--another', 'x']]])(
  'admin:create is told what it needs when it gets %j',
  async (words) => {
    const { code, lines } = await runProgram('create-administrator', environment(), words);
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringContaining('Tham số của lệnh không hợp lệ')]);
  },
);

/** The first page, and what a person in a browser reads where there is none; a program reads the problem. */
async function expectPages(url: string): Promise<void> {
  const asked = async (path: string, accept: string) => {
    const response = await fetch(url + path, { headers: { Accept: accept } });
    return [response.status, response.headers.get('content-type'), await response.text()] as const;
  };
  expect((await asked('/', 'text/html'))[2]).toContain('Cấp bản sao');
  const [status, type, page] = await asked('/khong-co', 'text/html,application/xhtml+xml,*/*;q=0.8');
  expect([status, type]).toEqual([404, 'text/html; charset=utf-8']);
  expect(page).toContain('Không mở được trang này');
  for (const accept of ['*/*', 'application/json']) expect((await asked('/khong-co', accept))[1]).toMatch('application/problem+json');
}
