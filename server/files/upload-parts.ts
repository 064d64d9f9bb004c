import { createHash } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable } from 'node:stream';
import { Refusal } from '../domain/refusal';
import { type Disk, makeDirectory, realDisk, refuseWhenFull, removeUntouched, see, tooLarge, writeWhole } from './disk';
import { type ByteRange, type FileStore, type StoredFile } from './file-store';

/**
 * Uploads in parts, for people on a telephone in a valley: what has arrived
 * stays, over lost connections and restarts of the server, because the only
 * state is the partial file itself.
 *
 * The id is a random one that the caller has bound to its owner; whoever may
 * write to it is not decided here.
 */
export interface UploadParts {
  /** How many bytes have arrived; the next part starts there. */
  received(uploadId: string): Promise<number>;
  /**
   * Adds a part that starts at `offset`, and answers what has arrived then. Any other place than
   * the end is refused as `upload-part-wrong`, with the awaited place in `expected`. What came of a
   * part before its connection broke is kept; of a part that is refused, nothing.
   */
  append(part: { uploadId: string; offset: number; content: AsyncIterable<Uint8Array>; maxBytes: number }): Promise<number>;
  /**
   * Lends the whole for judging, if it has the hash that the sender names: what is refused never
   * comes into the store. A wrong hash discards it: no later part could mend it.
   */
  judgeWhole<Answer>(whole: { uploadId: string; sha256: string }, judge: (arrived: ArrivedWhole) => Promise<Answer>): Promise<Answer>;
  /**
   * Stores the whole if it has the hash that the sender names. The partial file stays until
   * `discard`, so that an act that fails afterwards can be repeated; call that after the commit.
   * A wrong hash discards it: no later part could mend it.
   */
  finish(whole: { uploadId: string; sha256: string; maxBytes: number }): Promise<StoredFile>;
  discard(uploadId: string): Promise<void>;
  /** Clears uploads that nobody went on with; answers how many. */
  removeAbandoned(minAgeSeconds: number): Promise<number>;
}

/** A whole that lies among the parts: a path for a program that wants one, and its bytes. */
export type ArrivedWhole = { path: string; open: (range?: ByteRange) => Readable };

export async function openUploadParts(root: string, store: FileStore, disk: Disk = realDisk): Promise<UploadParts> {
  await makeDirectory(root);
  return {
    received: async (uploadId) => received(pathOf(root, uploadId)),
    append: async ({ uploadId, ...part }) => append(disk, pathOf(root, uploadId), part),
    judgeWhole: async ({ uploadId, sha256 }, judge) => judgeWhole(pathOf(root, uploadId), sha256, judge),
    finish: async ({ uploadId, ...whole }) => finish(store, pathOf(root, uploadId), whole),
    discard: async (uploadId) => rm(pathOf(root, uploadId), { force: true }),
    removeAbandoned: (minAgeSeconds) => removeUntouched(root, minAgeSeconds),
  };
}

async function received(path: string): Promise<number> {
  return (await see(path))?.bytes ?? 0;
}

/**
 * Written by position, never to "the end": a repeat that overtakes its own
 * hanging first try then writes the same bytes to the same place.
 */
async function append(
  disk: Disk,
  path: string,
  { offset, content, maxBytes }: { offset: number; content: AsyncIterable<Uint8Array>; maxBytes: number },
): Promise<number> {
  const expected = await received(path);
  if (offset !== expected) throw new Refusal('upload-part-wrong', { expected });
  const handle = await disk.open(path, constants.O_WRONLY | constants.O_CREAT, 0o600);
  let position = offset;
  try {
    for await (const chunk of content) {
      if (position + chunk.length > maxBytes) throw tooLarge(maxBytes);
      await writeWhole(handle, chunk, position);
      position += chunk.length;
    }
    await handle.datasync();
  } catch (fault) {
    if (fault instanceof Refusal) await handle.truncate(offset);
    return refuseWhenFull(fault);
  } finally {
    await handle.close();
  }
  return position;
}

async function judgeWhole<Answer>(path: string, sha256: string, judge: (whole: ArrivedWhole) => Promise<Answer>): Promise<Answer> {
  if ((await received(path)) === 0) throw new Refusal('file-empty');
  const open = (range?: ByteRange): Readable => createReadStream(path, range);
  const hash = createHash('sha256');
  for await (const chunk of open() as AsyncIterable<Uint8Array>) hash.update(chunk);
  if (hash.digest('hex') === sha256.toLowerCase()) return judge({ path, open });
  await rm(path, { force: true });
  throw new Refusal('upload-hash-wrong');
}

async function finish(store: FileStore, path: string, { sha256, maxBytes }: { sha256: string; maxBytes: number }): Promise<StoredFile> {
  if ((await received(path)) === 0) throw new Refusal('file-empty');
  try {
    return await store.put(createReadStream(path), { maxBytes, sha256: sha256.toLowerCase() });
  } catch (fault) {
    if (fault instanceof Refusal && fault.code === 'upload-hash-wrong') await rm(path, { force: true });
    throw fault;
  }
}

function pathOf(root: string, uploadId: string): string {
  if (!/^[A-Za-z0-9_-]{8,64}$/.test(uploadId)) throw new Refusal('not-found');
  return join(root, uploadId);
}
