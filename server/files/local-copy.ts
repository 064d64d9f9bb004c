import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type FileStore } from './file-store';

/** Lends a file of the store as one on the local disk, for a program that wants a path; it is gone when `use` ends. */
export async function withLocalCopy<Answer>(store: FileStore, sha256: string, use: (path: string) => Promise<Answer>): Promise<Answer> {
  const folder = await mkdtemp(join(tmpdir(), 'mot-cua-'));
  try {
    const path = join(folder, 'file');
    await pipeline(await store.open(sha256), createWriteStream(path, { mode: 0o600 }));
    return await use(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
