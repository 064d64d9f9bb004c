import { appendFileSync, copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { QueryTypes, type Sequelize } from 'sequelize';
import { buildParts } from '../../server/casework/build-parts';
import { performing } from '../../server/casework/perform';
import { openDiskStore } from '../../server/files/disk-store';
import { readWhole } from '../../server/files/read-whole';
import { inspectSystem } from '../../server/inspect-system';
import { verifyBackup } from '../../server/read-backup';
import { setMark } from '../../server/restore-mark';
import { restoreSystem } from '../../server/restore-system';
import { findRegisterEntry } from '../../server/store/books';
import { readJournal } from '../../server/store/journal';
import { migrateUp } from '../../server/store/migrate';
import { isEmptyDatabase } from '../../server/store/restore-dump';
import { makeDirectory } from '../support/built-program';
import { type TestDatabase, useDatabase, useEmptyDatabase } from '../support/database';
import { acceptNow, enterWholeSystem, migrations, PASSPHRASE, placeOn, type WholeSystem } from '../support/whole-system';

jest.setTimeout(60_000);

const source = useDatabase();
const [first, hostile, second, older, newer] = [1, 2, 3, 4, 5].map(useEmptyDatabase) as [
  TestDatabase,
  TestDatabase,
  TestDatabase,
  TestDatabase,
  TestDatabase,
];
let system: WholeSystem;
let path: string;

beforeAll(async () => {
  system = await enterWholeSystem(source);
  path = await system.backUp();
});

const restore = (database: TestDatabase, directory: string, from = path, passphrase = PASSPHRASE) =>
  restoreSystem(placeOn(database, directory), { path: from, passphrase });
const inspect = async (database: TestDatabase, directory: string) =>
  inspectSystem({ database: database.sequelize, files: await openDiskStore(join(directory, 'files')) });

describe('restored into an empty place', () => {
  const directory = makeDirectory();
  beforeAll(() => restore(first, directory));

  test('every table has the rows that it had, and the checker finds nothing', async () => {
    const rows = await contentOf(first.owner);
    expect(rows).toEqual(await contentOf(source.owner));
    expect(rows.filter(({ rows }) => rows > 0).length).toBeGreaterThan(20);
    expect(await inspect(first, directory)).toEqual([]);
  });

  test('files lie under their hashes, and keys are for their owner’s eyes only', async () => {
    const stored = await readWhole(await openDiskStore(join(directory, 'files')), system.sha256);
    expect(stored.toString()).toContain('một tệp của hồ sơ');
    expect(readFileSync(join(directory, 'keys/house'), 'utf8')).toBe('the secret of the house');
    expect(statSync(join(directory, 'keys/house')).mode & 0o777).toBe(0o600);
  });

  test('the login of the old database server stays with that server', () => {
    expect(readdirSync(join(directory, 'keys'))).toEqual(['house']);
  });

  test('the application’s role works on it, and still cannot rewrite the journal', async () => {
    await expect(first.sequelize.query(`update journal set act = 'other'`)).rejects.toThrow('permission denied');
    await expect(first.owner.query(`update journal set act = 'other'`)).rejects.toThrow('append-only');
  });

  test('a dossier goes on from where it stood, and numbers go on where they were', async () => {
    const { perform } = performing(first.sequelize, buildParts(system.town.clock));
    await perform({ actor: system.clerk, endpoint: 'test' }, (context) => acceptNow(context, system.submitted));
    const { journal, place } = await first.sequelize.transaction(async (tx) => ({
      journal: await readJournal(tx, system.submitted),
      place: await findRegisterEntry(tx, system.submitted),
    }));
    expect(journal.map(({ act }) => act)).toEqual(['submit', 'claim-task', 'check-submission']);
    expect(place).toMatchObject({ number: 2, lastNumber: 2 });
    expect(await inspect(first, directory)).toEqual([]);
  });
});

describe('a backup that is refused leaves nothing', () => {
  const directory = makeDirectory();
  const copy = (name: string, change: (file: string) => void) => {
    const file = join(makeDirectory(), name);
    copyFileSync(path, file);
    change(file);
    return file;
  };
  const cases: Record<string, { file: () => string; passphrase?: string; sentence: string }> = {
    'cut in the middle': { file: () => copy('cut', (file) => truncateSync(file, statSync(file).size >> 1)), sentence: 'đã bị cắt' },
    'cut of its last byte': { file: () => copy('short', (file) => truncateSync(file, statSync(file).size - 1)), sentence: 'đã bị cắt' },
    lengthened: { file: () => copy('long', (file) => appendFileSync(file, 'x')), sentence: 'đã bị cắt hoặc sửa đổi' },
    'altered in one bit': { file: () => copy('altered', flipLateBit), sentence: 'đã bị cắt hoặc sửa đổi' },
    'opened with another passphrase': { file: () => path, passphrase: 'một mật khẩu khác hẳn', sentence: 'không mở được' },
    'that is no backup': { file: () => join(migrations, readdirSync(migrations)[0]!), sentence: 'không phải bản sao lưu' },
    'that is not there': { file: () => join(directory, 'nowhere'), sentence: 'Không đọc được tệp' },
  };

  test.each(Object.keys(cases))('%s', async (name) => {
    const { file, passphrase = PASSPHRASE, sentence } = cases[name]!;
    const backup = { path: file(), passphrase };
    await expect(verifyBackup(backup, migrations)).rejects.toThrow(sentence);
    await expect(restore(hostile, directory, backup.path, passphrase)).rejects.toThrow(sentence);
    expect(await hostile.owner.transaction(isEmptyDatabase)).toBe(true);
    expect(everythingIn(directory)).toEqual([]);
  });
});

test('a system that holds something already is left as it is', async () => {
  await expect(restore(source, makeDirectory())).rejects.toThrow('Chỉ khôi phục được vào một hệ thống trống');
  const directory = makeDirectory();
  mkdirSync(join(directory, 'keys'));
  writeFileSync(join(directory, 'keys/house'), 'mine');
  await expect(restore(second, directory)).rejects.toThrow('Chỉ khôi phục được vào một hệ thống trống');
  expect(readFileSync(join(directory, 'keys/house'), 'utf8')).toBe('mine');
});

test('a restore that was killed is taken up by the next one', async () => {
  const directory = makeDirectory();
  mkdirSync(join(directory, 'keys'));
  mkdirSync(join(directory, 'files/ab'), { recursive: true });
  writeFileSync(join(directory, 'keys/house'), 'half');
  writeFileSync(join(directory, 'files/ab/half'), 'half');
  await setMark(directory);
  await restore(second, directory);
  expect(readFileSync(join(directory, 'keys/house'), 'utf8')).toBe('the secret of the house');
  expect(everythingIn(directory)).toEqual(['files', 'keys']);
  expect(readdirSync(join(directory, 'files'))).not.toContain('ab');
  expect(await inspect(second, directory)).toEqual([]);
});

test('a backup of an older program is migrated forward with its rows in it', async () => {
  const steps = makeDirectory();
  cpSync(migrations, steps, { recursive: true });
  const names = readdirSync(steps).sort();
  const last = names.at(-1)!.replace('.ts', '');
  writeFileSync(
    join(steps, '999901010000-note-the-rows.ts'),
    `export const up = ({ sql }) => sql('create table noted as select count(*) as dossiers from dossiers');
     export const down = ({ sql }) => sql('drop table noted');`,
  );
  const directory = makeDirectory();
  await restoreSystem({ ...placeOn(older, directory), migrations: steps }, { path, passphrase: PASSPHRASE });
  expect(await older.owner.query('select dossiers::int from noted', { type: QueryTypes.SELECT })).toEqual([{ dossiers: 3 }]);
  expect(await migrateUp({ ...placeOn(older, directory), folder: steps })).toEqual([]);
  const { migrations: recorded } = await verifyBackup({ path, passphrase: PASSPHRASE }, migrations);
  expect(recorded.at(-1)).toBe(last);
});

test('a backup of a newer program is refused before anything is touched', async () => {
  const steps = makeDirectory();
  cpSync(migrations, steps, { recursive: true });
  const last = readdirSync(steps).sort().at(-1)!;
  const fewer = makeDirectory();
  for (const name of readdirSync(steps).filter((one) => one !== last)) copyFileSync(join(steps, name), join(fewer, name));
  await expect(verifyBackup({ path, passphrase: PASSPHRASE }, fewer)).rejects.toThrow(`bước ${last.replace('.ts', '')}`);
  expect(await newer.owner.transaction(isEmptyDatabase)).toBe(true);
});

/** Each table with the number of its rows and a digest over all of them. */
async function contentOf(database: Sequelize): Promise<{ name: string; rows: number; digest: string }[]> {
  const tables = await database.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by tablename`,
    { type: QueryTypes.SELECT },
  );
  const contents = [];
  for (const { name } of tables) {
    const [content] = await database.query<{ rows: number; digest: string }>(
      `select count(*)::int as rows, md5(string_agg(t::text, '|' order by t::text collate "C")) as digest from "${name}" t`,
      { type: QueryTypes.SELECT },
    );
    contents.push({ name, ...content! });
  }
  return contents;
}

function flipLateBit(file: string): void {
  const bytes = readFileSync(file);
  bytes[bytes.length - 100]! ^= 1;
  writeFileSync(file, bytes);
}

/** What lies in a directory, empty folders left out. */
function everythingIn(directory: string): string[] {
  return readdirSync(directory).filter(
    (name) => !statSync(join(directory, name)).isDirectory() || readdirSync(join(directory, name)).length > 0,
  );
}
