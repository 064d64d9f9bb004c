import { createReadStream } from 'node:fs';
import { z } from 'zod';
import { StartRefusal } from './domain/start-refusal';
import { BundleDamaged, drain, type Member, unpackBundle } from './files/bundle';
import { BoxRefused, openBox } from './files/seal-box';
import { type DumpOutline } from './store/dump';
import { listMigrations } from './store/migrate';
import { BACKUP_FORMAT } from './write-backup';

export type Backup = { path: string; passphrase: string };

const outlineShape = z.object({
  format: z.number(),
  madeAt: z.string(),
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
  sequences: z.array(z.object({ name: z.string(), lastValue: z.string() })),
});

/** Names become paths: none may lead out of its folder. */
const NAMES: Readonly<Record<string, RegExp>> = { about: /^mot-cua$/, table: /./, file: /^[0-9a-f]{64}$/, key: /^[\w-][\w.-]*$/ };

/**
 * Reads a backup once from beginning to end and answers what it holds: the
 * passphrase is right, nothing was cut or altered, and this program knows its
 * form. Only then may anything of it be used.
 *
 * @param migrations the folder of this program's migrations
 * @throws StartRefusal
 */
export async function verifyBackup(backup: Backup, migrations: string): Promise<DumpOutline> {
  const known = await listMigrations(migrations);
  return openBackup(backup, async (outline, members) => {
    const newer = outline.migrations.find((name) => !known.includes(name));
    if (newer) throw new StartRefusal('backup-newer', { path: backup.path, migration: newer });
    for await (const { content } of members) await drain(content);
    return outline;
  });
}

/**
 * Opens a backup: what it holds, then member by member the rest. What was read is
 * good only when `read` has come to the end of the members.
 *
 * @throws StartRefusal
 */
export async function openBackup<Answer>(
  { path, passphrase }: Backup,
  read: (outline: DumpOutline, members: AsyncIterable<Member>) => Promise<Answer>,
): Promise<Answer> {
  try {
    const members = judged(unpackBundle(openBox(bytesOf(path), passphrase)));
    const first = await members.next();
    if (first.done || first.value.kind !== 'about') throw new BundleDamaged('it does not say what it holds');
    return await read(await readOutline(path, first.value), { [Symbol.asyncIterator]: () => members });
  } catch (fault) {
    throw refusalOf(path, fault);
  }
}

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path) as AsyncIterable<Uint8Array>;
  } catch (fault) {
    throw new StartRefusal('backup-unreadable', { path, reason: (fault as NodeJS.ErrnoException).code ?? (fault as Error).message });
  }
}

async function* judged(members: AsyncIterable<Member>): AsyncGenerator<Member, void, undefined> {
  for await (const member of members) {
    if (!NAMES[member.kind]?.test(member.name)) throw new BundleDamaged(`${member.kind} ${member.name} has no place here`);
    yield member;
  }
}

async function readOutline(path: string, { content }: Member): Promise<DumpOutline> {
  const pieces: Uint8Array[] = [];
  for await (const piece of content) pieces.push(piece);
  const read = outlineShape.safeParse(JSON.parse(Buffer.concat(pieces).toString('utf8')));
  if (!read.success || read.data.format !== BACKUP_FORMAT) throw new StartRefusal('backup-foreign', { path });
  return read.data;
}

function refusalOf(path: string, fault: unknown): unknown {
  if (fault instanceof BundleDamaged) return new StartRefusal('backup-damaged', { path });
  if (fault instanceof BoxRefused) return new StartRefusal(BOX_FAULTS[fault.fault], { path });
  return fault;
}

const BOX_FAULTS = {
  'not-a-box': 'backup-foreign',
  'wrong-passphrase': 'backup-passphrase-wrong',
  'altered-or-cut': 'backup-damaged',
} as const;
