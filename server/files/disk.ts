import { type FileHandle, mkdir, open, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../domain/refusal';
import { sizeWords } from '../domain/words/size';

/** The one call that a full or failing disk answers; handed in, so that a test can play such a disk. */
export type Disk = { open(path: string, flags: string | number, mode?: number): Promise<FileHandle> };

export const realDisk: Disk = { open };

/** A full disk is the office's problem, not the citizen's mistake, and is said as such. */
export function refuseWhenFull(fault: unknown): never {
  if (hasCode(fault, 'ENOSPC') || hasCode(fault, 'EDQUOT')) throw new Refusal('storage-full');
  throw fault;
}

/** `limit` in the refusal is in MB of 1,048,576 bytes, to one decimal. */
export function tooLarge(maxBytes: number): Refusal {
  return new Refusal('file-too-large', { limit: sizeWords(maxBytes) });
}

export function hasCode(fault: unknown, code: string): boolean {
  return (fault as { code?: unknown } | null)?.code === code;
}

/** The disk may take less than it is given; a file with a silent gap is worse than none. */
export async function writeWhole(handle: FileHandle, chunk: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < chunk.length;) {
    const { bytesWritten } = await handle.write(chunk, done, chunk.length - done, position + done);
    done += bytesWritten;
  }
}

/** Makes the directory where it is missing; it is durable only once the one above it is. */
export async function makeDirectory(path: string): Promise<void> {
  const made = await mkdir(path, { recursive: true, mode: 0o700 });
  if (made !== undefined) await syncDirectory(join(path, '..'));
}

/** A renamed or new file is durable only once its directory is. */
export async function syncDirectory(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export type Seen = { bytes: number; modifiedMs: number };

/** Size in bytes and time of the last change, or undefined where nothing is. */
export async function see(path: string): Promise<Seen | undefined> {
  try {
    const { size, mtimeMs } = await stat(path);
    return { bytes: size, modifiedMs: mtimeMs };
  } catch (fault) {
    if (hasCode(fault, 'ENOENT') || hasCode(fault, 'ENOTDIR')) return undefined;
    throw fault;
  }
}

export async function namesIn(directory: string): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch (fault) {
    if (hasCode(fault, 'ENOENT')) return [];
    throw fault;
  }
}

/**
 * The disk's own time in milliseconds. Ages of files are told by it alone: the
 * office's clock may be stepped, and a network disk has its own.
 */
export async function readDiskClock(directory: string): Promise<number> {
  const path = join(directory, '.clock');
  await writeFile(path, 'x');
  return (await see(path))?.modifiedMs ?? 0;
}

/** Removes the files of a directory that nobody has written to for so long; answers how many. */
export async function removeUntouched(directory: string, minAgeSeconds: number): Promise<number> {
  const now = await readDiskClock(directory);
  let removed = 0;
  for (const name of await namesIn(directory)) {
    const seen = await see(join(directory, name));
    if (name === '.clock' || seen === undefined || now - seen.modifiedMs < minAgeSeconds * 1000) continue;
    await rm(join(directory, name), { force: true });
    removed += 1;
  }
  return removed;
}
