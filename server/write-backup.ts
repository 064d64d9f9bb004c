import { createHash } from 'node:crypto';
import { type FileHandle, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StartRefusal } from './domain/start-refusal';
import { type Member, packBundle } from './files/bundle';
import { hasCode, see, syncDirectory, writeWhole } from './files/disk';
import { type FileStore } from './files/file-store';
import { BOX_COST, sealBox } from './files/seal-box';
import { DATABASE_SECRET } from './kept-secret';
import { placeOf } from './store/connect';
import { type Dump, withDump } from './store/dump';
import { listMigrations } from './store/migrate';

export type BackupWishes = {
  ownerUrl: string;
  dataDirectory: string;
  files: Pick<FileStore, 'open'>;
  /** The folder of this program's migrations. */
  migrations: string;
  path: string;
  passphrase: string;
  /** Looked at between two members: a backup that is asked to end leaves nothing. */
  ending: AbortSignal;
};

/** What a backup holds, counted. */
export type BackupCount = { tables: number; files: number; keys: number; bytes: number };

/** The form of what the bundle holds; another one is refused by `read-backup.ts`. */
export const BACKUP_FORMAT = 1;

/**
 * Writes one consistent copy of the province into one sealed file: the database
 * as it stood at one instant, the files that it names then, and the keys. The
 * server goes on meanwhile. Nobody ever sees half a backup under its name, and
 * none is overwritten.
 *
 * @throws StartRefusal
 */
export async function writeBackup(wishes: BackupWishes): Promise<BackupCount> {
  const draft = `${wishes.path}.part`;
  const handle = await openDraft(wishes.path, draft);
  try {
    const count = await withDump(wishes.ownerUrl, async (dump) => {
      await judgeSteps(dump, wishes);
      return writeBox(handle, dump, wishes);
    });
    await handle.sync();
    await refuseTaken(wishes.path);
    await rename(draft, wishes.path).catch(refuseUnwritable(wishes.path));
    return count;
  } finally {
    await handle.close();
    await rm(draft, { force: true });
    await syncDirectory(dirname(draft));
  }
}

async function openDraft(path: string, draft: string): Promise<FileHandle> {
  await refuseTaken(path);
  return open(draft, 'wx', 0o600).catch(refuseUnwritable(draft));
}

async function refuseTaken(path: string): Promise<void> {
  if (await see(path)) throw new StartRefusal('backup-exists', { path });
}

/** Only what this program knows whole can be copied whole. */
async function judgeSteps({ outline }: Dump, { ownerUrl, migrations }: BackupWishes): Promise<void> {
  const place = placeOf(ownerUrl);
  const known = await listMigrations(migrations);
  const unknown = outline.migrations.find((name) => !known.includes(name));
  if (unknown) throw new StartRefusal('database-newer', { migration: unknown });
  if (outline.migrations.length < known.length) throw new StartRefusal('database-older', { place });
}

async function writeBox(handle: FileHandle, dump: Dump, wishes: BackupWishes): Promise<BackupCount> {
  const count = { tables: dump.outline.tables.length, files: dump.fileHashes.length, keys: 0, bytes: 0 };
  async function* counted(): AsyncGenerator<Member> {
    for await (const member of membersOf(dump, wishes)) {
      wishes.ending.throwIfAborted();
      if (member.kind === 'key') count.keys += 1;
      yield member;
    }
  }
  for await (const chunk of sealBox(packBundle(counted()), wishes.passphrase, BOX_COST)) {
    await writeWhole(handle, chunk, count.bytes).catch(refuseUnwritable(wishes.path));
    count.bytes += chunk.length;
  }
  return count;
}

/** The files come after the rows that name them: whatever was there at that instant is still there, or the backup fails. */
async function* membersOf(dump: Dump, { files, dataDirectory }: BackupWishes): AsyncGenerator<Member> {
  const about = { format: BACKUP_FORMAT, ...dump.outline };
  yield { kind: 'about', name: 'mot-cua', content: one(Buffer.from(JSON.stringify(about))) };
  for (const table of dump.outline.tables) yield { kind: 'table', name: table.name, content: dump.rowsOf(table) };
  for (const sha256 of dump.fileHashes) yield { kind: 'file', name: sha256, content: contentOf(files, sha256) };
  for (const name of await keysIn(dataDirectory))
    yield { kind: 'key', name, content: one(await readFile(join(dataDirectory, 'keys', name))) };
}

/** A disk that has rotted is found out today, not on the day when the backup is needed. */
async function* contentOf(files: Pick<FileStore, 'open'>, sha256: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  const stored = await files.open(sha256).catch((fault: unknown) => {
    throw hasCode(fault, 'ENOENT') ? new StartRefusal('backup-file-lost', { sha256 }) : fault;
  });
  for await (const chunk of stored as AsyncIterable<Uint8Array>) {
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest('hex') !== sha256) throw new StartRefusal('backup-file-lost', { sha256 });
}

/** The secret of the database's login belongs to that server and stays there. */
async function keysIn(dataDirectory: string): Promise<string[]> {
  const found = await readdir(join(dataDirectory, 'keys'), { withFileTypes: true }).catch(() => []);
  return found
    .filter((entry) => entry.isFile() && entry.name !== DATABASE_SECRET)
    .map(({ name }) => name)
    .sort();
}

async function* one(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

function refuseUnwritable(path: string): (fault: NodeJS.ErrnoException) => never {
  return (fault) => {
    if (fault.code === 'EEXIST') throw new StartRefusal('backup-exists', { path });
    throw fault.code ? new StartRefusal('backup-unwritable', { path, reason: fault.code }) : fault;
  };
}
