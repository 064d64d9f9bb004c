import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { type FileStore } from './file-store';

/** A file is no longer the one that its row names: the disk has rotted, or somebody has touched it. */
export class FileChanged extends Error {
  constructor(sha256: string) {
    super(`the stored file ${sha256} has other content`);
    this.name = 'FileChanged';
  }
}

/** Reads a document whole, for work that needs all of it. The bytes are those that the name promises, or nothing. */
export async function readWhole(files: Pick<FileStore, 'open'>, sha256: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of await files.open(sha256)) parts.push(part as Buffer);
  const bytes = Buffer.concat(parts);
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new FileChanged(sha256);
  return bytes;
}

/** Stores a document that was made here, under its own hash. */
export async function keepWhole(files: Pick<FileStore, 'put'>, bytes: Uint8Array): Promise<{ sha256: string; length: number }> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await files.put(Readable.from([bytes]), { maxBytes: bytes.length, sha256 });
  return { sha256, length: bytes.length };
}
