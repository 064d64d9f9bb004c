import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findPostgres, makeDirectory, runProgram, startServer } from '../support/built-program';
import { newSightings, PersistentClient } from '../support/persistent-client';
import { DEMONSTRATION_PASSWORD } from '../../server/seed/accounts';
import { seedBuilt } from '../support/seed-built';

jest.setTimeout(120_000);

const folder = makeDirectory();
const place = (name: string) => join(folder, name);
const BACKUP_PASSPHRASE = 'một mật khẩu đủ dài';
const box = place('province.box');
let server: Awaited<ReturnType<typeof startServer>>;
let citizen: PersistentClient;
let draftId: string;

beforeAll(async () => {
  server = await startServer({ DATA_DIR: place('first') });
  await seedBuilt(place('first'));
  citizen = new PersistentClient(server.url, newSightings());
  await citizen.signIn('cong-dan-01', DEMONSTRATION_PASSWORD);
  const begin = { procedureCode: '2.000635', caseKey: 'own', communeCode: '18073' };
  draftId = ((await citizen.act('POST', '/api/drafts', begin, 201)).body as { draft: { id: string } }).draft.id;
});
afterAll(async () => {
  server.signal('SIGTERM');
  await server.ended;
});

const backup = (environment: Record<string, string>, ...words: string[]) => runProgram('backup', environment, words);
const restore = (environment: Record<string, string>, ...words: string[]) => runProgram('restore', environment, words);

test('a backup is made beside the running server, which goes on', async () => {
  const { code, output } = await backup({ DATA_DIR: place('first'), BACKUP_PASSPHRASE }, box);
  expect([code, output]).toEqual([0, expect.stringMatching(/province\.box: \d\d bảng, \d+ tệp, \d+ khoá/)]);
  expect(statSync(box).mode & 0o777).toBe(0o600);
  expect((await fetch(`${server.url}/api/ready`)).status).toBe(200);
});

test('it is restored into an empty directory and checked, and the server goes on there: same people, same keys, same sessions', async () => {
  const { code, output } = await restore({ DATA_DIR: place('second'), BACKUP_PASSPHRASE }, box);
  expect([code, output]).toEqual([0, expect.stringContaining('Đã kiểm tra: mọi hồ sơ khớp')]);
  expect(await findPostgres(place('second/postgres'))).toBeUndefined();
  for (const name of readdirSync(place('second/keys'))) {
    expect(statSync(place(`second/keys/${name}`)).mode & 0o777).toBe(0o600);
    expect(readFileSync(place(`second/keys/${name}`))).toEqual(readFileSync(place(`first/keys/${name}`)));
  }
  const other = await startServer({ DATA_DIR: place('second') });
  const { body } = await citizen.at(other.url).act('GET', `/api/drafts/${draftId}`, undefined, 200);
  expect(body).toMatchObject({ draft: { id: draftId, dossierId: null } });
  other.signal('SIGTERM');
  expect(await other.ended).toBe(0);
});

test('what is there already is left as it is', async () => {
  expect(await restore({ DATA_DIR: place('second'), BACKUP_PASSPHRASE }, box)).toMatchObject({
    code: 1,
    lines: [expect.stringContaining('Chỉ khôi phục được vào một hệ thống trống')],
  });
  expect(await backup({ DATA_DIR: place('first'), BACKUP_PASSPHRASE }, box)).toMatchObject({
    code: 1,
    lines: [expect.stringContaining('không ghi đè')],
  });
});

test.each([
  ['no passphrase', {}, 'BACKUP_PASSPHRASE'],
  ['a short passphrase', { BACKUP_PASSPHRASE: 'mười lăm chữ cá' }, 'BACKUP_PASSPHRASE'],
  ['another passphrase', { BACKUP_PASSPHRASE: 'một mật khẩu khác hẳn' }, 'không mở được bản sao lưu'],
])('with %s nothing is restored, in one sentence', async (_name, environment, sentence) => {
  const refused = await restore({ DATA_DIR: place('third'), ...environment }, box);
  expect(refused).toMatchObject({ code: 1, lines: [expect.stringContaining(sentence)] });
  expect(existsSync(place('third'))).toBe(false);
});

test('a backup of nothing is refused, and makes nothing', async () => {
  const refused = await backup({ DATA_DIR: place('third'), BACKUP_PASSPHRASE }, place('nothing.box'));
  expect(refused).toMatchObject({ code: 1, lines: [expect.stringContaining('Không có gì để sao lưu')] });
  for (const words of [[], ['one.box', 'two.box']])
    expect(await backup({ DATA_DIR: place('first'), BACKUP_PASSPHRASE }, ...words)).toMatchObject({
      code: 1,
      lines: [expect.stringContaining('Tham số của lệnh')],
    });
  expect(readdirSync(folder).sort()).toEqual(['first', 'province.box', 'second']);
});
