import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartRefusal } from './domain/start-refusal';
import { type Member } from './files/bundle';
import { syncDirectory } from './files/disk';
import { openDiskStore } from './files/disk-store';
import { type FileStore } from './files/file-store';
import { type Backup, openBackup } from './read-backup';
import { clearMark, dropRestored, hasMark, refuseFilledDirectory, setMark } from './restore-mark';
import { placeOf } from './store/connect';
import { type DumpOutline } from './store/dump';
import { migrateInside, migrateUp } from './store/migrate';
import { analyse, clearTables, fillTable, isEmptyDatabase, setSequences } from './store/restore-dump';
import { type Sequelize, type Transaction } from './store/transaction';

export type RestorePlace = {
  owner: Sequelize;
  ownerUrl: string;
  appRole: string;
  dataDirectory: string;
  /** The folder of this program's migrations. */
  migrations: string;
};

/** What was restored, counted. */
export type RestoreCount = { rows: number; files: number; keys: number };

/**
 * Puts a backup into an empty system: tables, rows, files and keys, as they were.
 * A backup of an older program is migrated forward once its rows are in. The
 * database takes all of it in one transaction; files and keys stand before that
 * commits, under a mark that a killed restore leaves behind and the next one
 * takes up. What had not left the building when the backup was made leaves again.
 *
 * @throws StartRefusal; then nothing is there that was not there before
 */
export async function restoreSystem(place: RestorePlace, backup: Backup): Promise<RestoreCount> {
  await refuseFilled(place);
  await setMark(place.dataDirectory);
  try {
    const files = await openDiskStore(join(place.dataDirectory, 'files'));
    const count = await place.owner.transaction((tx) =>
      openBackup(backup, (outline, members) => restoreInside(tx, { ...place, files }, { outline, members })),
    );
    await clearMark(place.dataDirectory);
    await migrateUp({ ownerUrl: place.ownerUrl, folder: place.migrations, appRole: place.appRole });
    return count;
  } catch (fault) {
    await takeBack(place);
    throw fault;
  }
}

/** Where even the database does not answer any more the mark stays, and the next restore clears up. */
async function takeBack(place: RestorePlace): Promise<void> {
  if (!(await isEmpty(place).catch(() => false))) return;
  await dropRestored(place.dataDirectory);
  await clearMark(place.dataDirectory);
}

/** An interrupted restore has left files and keys; if it had come as far as the commit, there is nothing to repeat. */
async function refuseFilled(place: RestorePlace): Promise<void> {
  const { dataDirectory, ownerUrl } = place;
  const isUnfinished = await hasMark(dataDirectory);
  if (!(await isEmpty(place))) {
    if (isUnfinished) await clearMark(dataDirectory);
    throw new StartRefusal('restore-not-empty', { place: placeOf(ownerUrl) });
  }
  if (isUnfinished) await dropRestored(dataDirectory);
  else await refuseFilledDirectory(dataDirectory);
}

function isEmpty({ owner }: RestorePlace): Promise<boolean> {
  return owner.transaction(isEmptyDatabase);
}

async function restoreInside(
  tx: Transaction,
  place: RestorePlace & { files: FileStore },
  { outline, members }: { outline: DumpOutline; members: AsyncIterable<Member> },
): Promise<RestoreCount> {
  const count = { rows: 0, files: 0, keys: 0 };
  const missing = new Set(outline.tables.map(({ name }) => name));
  await migrateInside(tx, place.migrations, outline.migrations);
  await clearTables(tx, outline.tables);
  for await (const { kind, name, content } of members) {
    if (kind === 'table') {
      count.rows += await fillTable(
        tx,
        outline.tables.find((table) => table.name === name)!,
        content,
      );
      missing.delete(name);
    } else if (kind === 'file') {
      await place.files.put(content, { maxBytes: Number.MAX_SAFE_INTEGER, sha256: name });
      count.files += 1;
    } else if (kind === 'key') {
      await writeKey(place.dataDirectory, name, content);
      count.keys += 1;
    }
  }
  if (missing.size > 0) throw new Error(`The backup names tables that it does not hold: ${[...missing].join(', ')}`);
  await setSequences(tx, outline.sequences);
  await migrateInside(tx, place.migrations);
  await analyse(tx);
  return count;
}

async function writeKey(dataDirectory: string, name: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  const folder = join(dataDirectory, 'keys');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(join(folder, name), content, { mode: 0o600, flag: 'wx', flush: true });
  await syncDirectory(folder);
}
