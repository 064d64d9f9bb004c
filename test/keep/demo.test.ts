import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, request, type RequestListener, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { findLocalPostgres } from '../../server/local-postgres/start-local-postgres';
import { openDatabase } from '../../server/store/database';
import { findPostgres, makeDirectory, runProgram, startServer } from '../support/built-program';

jest.setTimeout(240_000);

const DATA_DIR = join(makeDirectory(), 'data');
const servers: Server[] = [];
afterAll(() => servers.forEach((server) => server.close()));

test('with nothing running, the demonstration starts a system of its own, plays all stories, leaves their papers, and stops it', async () => {
  const { code, output, lines } = await runProgram('demo', { DATA_DIR, PORT: '0' });
  expect([code, lines.at(-1)]).toEqual([0, 'Đã dừng hệ thống tự khởi động.']);
  expect(lines[0]).toContain('tự khởi động một hệ thống');
  expect(lines.filter((line) => line.startsWith('──'))).toHaveLength(6);
  const ends = lines.flatMap((line) => /^ +Kết thúc: (\d+ [^;,]+)/.exec(line)?.[1] ?? []);
  const [returned, refused, stopped, withdrawn] = [
    '10 Đã trả kết quả',
    '3 Không được tiếp nhận',
    '8 Dừng xử lý',
    '7 Công dân yêu cầu rút hồ sơ',
  ];
  expect(ends).toEqual([returned, returned, refused, stopped, returned, withdrawn]);
  expect(output).toMatch(/^\d\d:\d\d:\d\d {2}Lương Thị Ngân, cán bộ một cửa +Hồ sơ được tiếp nhận$/m);
  expect(output).toMatch(/^ +H27\.STP-\d{6}-\d{4} +2 Được tiếp nhận · hẹn trả 17:00 \d\d\/\d\d\/\d{4}$/m);
  for (const line of ['· 5 ngày làm việc', '· trong ngày làm việc', '· tính lại từ đầu 5 ngày làm việc', 'đang tạm dừng'])
    expect(output).toContain(line);
  for (const role of ['con dấu Trung tâm', 'chữ ký người có thẩm quyền', 'con dấu cơ quan'])
    expect(output).toMatch(new RegExp(`^ +${role}: .+ – hợp lệ \\(TOTAL-PASSED\\)$`, 'm'));
  const papers = readdirSync(join(DATA_DIR, 'demo'));
  expect(papers).toHaveLength(16);
  for (const paper of papers)
    expect(
      readFileSync(join(DATA_DIR, 'demo', paper))
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  expect(papers).toContain('1-trich-luc-qua-buu-dien-trich-luc.pdf');
  expect(await findPostgres(join(DATA_DIR, 'postgres'))).toBeUndefined();
});

test('a system that answers otherwise ends it with one line, and the system goes on', async () => {
  const system = await startServer({ DATA_DIR });
  await forgetCodes();
  const overdue = (text: string) => text.replace(/"isAsOnRecord":true/, '"isAsOnRecord":false');
  const port = await serve(relay(system.port, { path: /\/due-date$/, change: overdue }));
  const { code, lines } = await runProgram('demo', { DATA_DIR, PORT: String(port) });
  expect([code, lines.at(-1)]).toEqual([1, expect.stringMatching(/^Sai với kịch bản: cách tính của H27\.18073-\d{6}-\d{4} không dẫn đến/)]);
  expect(lines[0]).toBe(`Diễn trên hệ thống đang chạy tại http://localhost:${port}.`);
  expect((await fetch(`${system.url}/api/ready`)).status).toBe(200);
  system.signal('SIGTERM');
  expect(await system.ended).toBe(0);
});

test.each([
  ['a program of another make', 404, '<h1>It works!</h1>', 'là một chương trình khác'],
  ['a system whose database is away', 503, '{"code":"unavailable"}', 'chưa phục vụ được'],
])('%s at the address is told in one line, and nothing is started beside it', async (_name, status, body, sentence) => {
  const port = await serve((_request, response) => response.writeHead(status).end(body));
  const home = join(makeDirectory(), 'data');
  const { code, lines } = await runProgram('demo', { DATA_DIR: home, PORT: String(port) });
  expect([code, lines]).toEqual([1, [expect.stringContaining(sentence)]]);
  expect(existsSync(home)).toBe(false);
});

test('a system that cannot start is told with its own sentence', async () => {
  const { code, lines } = await runProgram('demo', { DATA_DIR: join(__filename, 'data'), PORT: '0' });
  expect([code, lines.at(-1)]).toEqual([1, expect.stringMatching(/^Sai với kịch bản: hệ thống không khởi động được: .*demo\.test\.ts/)]);
});

test('it is not played in production, where nobody of it exists', async () => {
  const production = {
    NODE_ENV: 'production',
    PUBLIC_URL: 'https://motcua.example.vn',
    DATABASE_URL: 'postgres://owner@localhost/mot_cua',
    APP_DATABASE_URL: 'postgres://app@localhost/mot_cua',
  };
  expect(await runProgram('demo', production)).toMatchObject({
    code: 1,
    lines: [expect.stringContaining('không chạy ở chế độ production')],
  });
});

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return (server.address() as AddressInfo).port;
}

/** Stands before the system and hands everything on, but for the one answer that it changes. */
function relay(port: number, { path, change }: { path: RegExp; change: (text: string) => string }): RequestListener {
  return (asked, response) => {
    const onward = request({ port, method: asked.method, path: asked.url, headers: asked.headers }, (answer) => {
      const headers = { ...answer.headers };
      delete headers['content-length'];
      response.writeHead(answer.statusCode ?? 502, headers);
      if (!path.test(asked.url ?? '')) return void answer.pipe(response);
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part)).on('end', () => response.end(change(Buffer.concat(parts).toString())));
    });
    asked.pipe(onward);
  };
}

/** As if half a minute had passed since the run before: the codes of the authenticators are fresh again. */
async function forgetCodes(): Promise<void> {
  const address = new URL((await findLocalPostgres(DATA_DIR))!);
  address.pathname = '/mot_cua';
  const database = openDatabase(address.href);
  await database.query('update accounts set totp_last_step = null');
  await database.close();
}
