import { type FileStore } from '../files/file-store';
import { type FileAnswer } from './send-file';

/** Where the bytes of a read come from. */
export type FileSource = Pick<FileStore, 'open'>;

/** A file that a row names, streamed from where it is kept once the read is over. */
export function storedFile(
  files: FileSource,
  { sha256, byteSize, name, mediaType }: { sha256: string; byteSize: number; name: string; mediaType: string },
): FileAnswer {
  return { name, mediaType, bytes: byteSize, open: () => files.open(sha256) };
}
