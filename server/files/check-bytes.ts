import { createHash } from 'node:crypto';
import { hasCode } from './disk';
import { type FileStore } from './file-store';

/** Whether the store holds the bytes that a name promises: `missing`, `changed`, or undefined where all is well. */
export async function findFileFault(files: Pick<FileStore, 'open'>, sha256: string): Promise<'missing' | 'changed' | undefined> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of (await files.open(sha256)) as AsyncIterable<Uint8Array>) hash.update(chunk);
  } catch (fault) {
    if (hasCode(fault, 'ENOENT')) return 'missing';
    throw fault;
  }
  return hash.digest('hex') === sha256 ? undefined : 'changed';
}
