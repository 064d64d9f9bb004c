import { createHash, randomUUID } from 'node:crypto';
import { link, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable } from 'node:stream';
import { Refusal } from '../domain/refusal';
import {
  type Disk,
  hasCode,
  makeDirectory,
  namesIn,
  readDiskClock,
  realDisk,
  refuseWhenFull,
  removeUntouched,
  see,
  syncDirectory,
  tooLarge,
  writeWhole,
} from './disk';
import { type ByteRange, type FileStore, type PutLimits, type StoredFile } from './file-store';

/**
 * Files on a disk of our own: `<root>/<aa>/<sha256>`, written in `incoming`,
 * synced, then renamed. Nobody ever sees half a file under its name.
 */
export async function openDiskStore(root: string, disk: Disk = realDisk): Promise<FileStore> {
  const store = new DiskStore(root, disk);
  await store.prepare();
  return store;
}

class DiskStore implements FileStore {
  readonly #root: string;
  readonly #incoming: string;
  readonly #leaving: string;
  readonly #disk: Disk;

  constructor(root: string, disk: Disk) {
    this.#root = root;
    this.#incoming = join(root, 'incoming');
    this.#leaving = join(root, 'leaving');
    this.#disk = disk;
  }

  async prepare(): Promise<void> {
    await makeDirectory(this.#incoming);
    await makeDirectory(this.#leaving);
    for (const sha256 of await namesIn(this.#leaving)) await this.#bringBack(sha256);
  }

  async put(source: AsyncIterable<Uint8Array>, limits: PutLimits): Promise<StoredFile> {
    const draft = join(this.#incoming, randomUUID());
    try {
      const written = await this.#write(draft, source, limits.maxBytes);
      if (limits.sha256 !== undefined && limits.sha256 !== written.sha256) throw new Refusal('upload-hash-wrong');
      const target = this.#pathOf(written.sha256);
      await makeDirectory(join(target, '..'));
      // Also over a file that is there: same content, young again, and sound if the old one had rotted.
      await rename(draft, target);
      await syncDirectory(join(target, '..'));
      return written;
    } catch (fault) {
      await rm(draft, { force: true });
      return refuseWhenFull(fault);
    }
  }

  async open(sha256: string, range: ByteRange = { start: 0 }): Promise<Readable> {
    const handle = await open(this.#pathOf(sha256), 'r');
    return handle.createReadStream(range);
  }

  async find(sha256: string): Promise<StoredFile | undefined> {
    const seen = await see(this.#pathOf(sha256));
    return seen && { sha256, bytes: seen.bytes };
  }

  /**
   * Moved aside first, judged there, and brought back when it turns out young:
   * an act that stores the same content at this very moment keeps its file.
   */
  async removeOlder(sha256: string, minAgeSeconds: number): Promise<boolean> {
    const aside = join(this.#leaving, sha256);
    try {
      await rename(this.#pathOf(sha256), aside);
    } catch (fault) {
      if (hasCode(fault, 'ENOENT')) return false;
      throw fault;
    }
    const seen = await see(aside);
    const isYoung = seen && (await readDiskClock(this.#incoming)) - seen.modifiedMs < minAgeSeconds * 1000;
    if (isYoung) await this.#bringBack(sha256);
    await rm(aside, { force: true });
    return !isYoung;
  }

  async *list(): AsyncIterable<StoredFile & { ageSeconds: number }> {
    const now = await readDiskClock(this.#incoming);
    for (const shelf of await namesIn(this.#root)) {
      if (!/^[0-9a-f]{2}$/.test(shelf)) continue;
      for (const sha256 of await namesIn(join(this.#root, shelf))) {
        const seen = await see(join(this.#root, shelf, sha256));
        if (seen) yield { sha256, bytes: seen.bytes, ageSeconds: Math.max(0, (now - seen.modifiedMs) / 1000) };
      }
    }
  }

  async removeAbandoned(minAgeSeconds: number): Promise<number> {
    return removeUntouched(this.#incoming, minAgeSeconds);
  }

  async #write(path: string, source: AsyncIterable<Uint8Array>, maxBytes: number): Promise<StoredFile> {
    const hash = createHash('sha256');
    const handle = await this.#disk.open(path, 'wx', 0o600);
    let bytes = 0;
    try {
      for await (const chunk of source) {
        if (bytes + chunk.length > maxBytes) throw tooLarge(maxBytes);
        hash.update(chunk);
        await writeWhole(handle, chunk, bytes);
        bytes += chunk.length;
      }
      if (bytes === 0) throw new Refusal('file-empty');
      await handle.sync();
    } finally {
      await handle.close();
    }
    return { sha256: hash.digest('hex'), bytes };
  }

  async #bringBack(sha256: string): Promise<void> {
    const aside = join(this.#leaving, sha256);
    try {
      await link(aside, this.#pathOf(sha256));
    } catch (fault) {
      if (!hasCode(fault, 'EEXIST') && !hasCode(fault, 'ENOENT')) throw fault;
    }
    await rm(aside, { force: true });
  }

  #pathOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError('Not the name of a stored file.');
    return join(this.#root, sha256.slice(0, 2), sha256);
  }
}
