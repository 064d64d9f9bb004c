import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDiskStore } from '../../server/files/disk-store';
import { inspectSystem } from '../../server/inspect-system';
import { restoreSystem } from '../../server/restore-system';
import { makeDirectory } from '../support/built-program';
import { useDatabase, useEmptyDatabase } from '../support/database';
import { fileOnline } from '../support/filing';
import { enterWholeSystem, PASSPHRASE, placeOn, type WholeSystem } from '../support/whole-system';

jest.setTimeout(60_000);

const source = useDatabase();
const target = useEmptyDatabase();
let system: WholeSystem;

beforeAll(async () => {
  system = await enterWholeSystem(source);
});

test('a backup is for its owner’s eyes only, and shows nothing of what it holds', async () => {
  const path = await system.backUp('quiet.box');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const bytes = readFileSync(path);
  for (const secret of ['Trần Thị Hoài Thương', 'the secret of the house', 'dossiers']) expect(bytes.includes(secret)).toBe(false);
});

test('a backup overwrites nothing', async () => {
  writeFileSync(join(system.dataDirectory, 'taken.box'), 'mine');
  await expect(system.backUp('taken.box')).rejects.toThrow('không ghi đè');
  expect(readFileSync(join(system.dataDirectory, 'taken.box'), 'utf8')).toBe('mine');
});

test('a backup while the office works holds one instant of it', async () => {
  const { town, citizen, accept } = system;
  let isOver = false;
  const work = [1, 2, 3].map(async () => {
    while (!isOver) await accept(await fileOnline(town, citizen));
  });
  const before = await countJournal(source.sequelize);
  const path = await system.backUp('busy.box').finally(() => (isOver = true));
  await Promise.all(work);
  const after = await countJournal(source.sequelize);
  const directory = makeDirectory();
  await restoreSystem(placeOn(target, directory), { path, passphrase: PASSPHRASE });
  const saved = await countJournal(target.sequelize);
  expect(saved).toBeGreaterThanOrEqual(before);
  expect(saved).toBeLessThan(after);
  expect(await inspectSystem({ database: target.sequelize, files: await openDiskStore(join(directory, 'files')) })).toEqual([]);
});

test('a file that is lost or altered is told today, not on the day when the backup is needed', async () => {
  const file = join(system.dataDirectory, 'files', system.sha256.slice(0, 2), system.sha256);
  writeFileSync(file, 'rotten');
  await expect(system.backUp('rotten.box')).rejects.toThrow(`Tệp ${system.sha256}`);
  rmSync(file);
  await expect(system.backUp('lost.box')).rejects.toThrow(`Tệp ${system.sha256}`);
  expect(readdirSync(system.dataDirectory).filter((name) => /rotten|lost|part/.test(name))).toEqual([]);
});

test('a backup that is asked to end leaves nothing', async () => {
  await expect(system.backUp('ended.box', AbortSignal.abort())).rejects.toThrow('aborted');
  expect(readdirSync(system.dataDirectory).filter((name) => name.startsWith('ended'))).toEqual([]);
});

async function countJournal(database: typeof source.sequelize): Promise<number> {
  const [rows] = await database.query('select count(*)::int as lines from journal');
  return (rows[0] as { lines: number }).lines;
}
