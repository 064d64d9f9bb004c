import { type Readable } from 'node:stream';

/** What is at rest: its name is the SHA-256 of its content (64 lower-case hexadecimal digits). */
export type StoredFile = { sha256: string; bytes: number };

/** `start` and `end` count bytes from 0, both included, as in RFC 9110 section 14. */
export type ByteRange = { start: number; end?: number };

export type PutLimits = {
  /** One byte more is refused as `file-too-large`. */
  maxBytes: number;
  /** Where the sender named the hash: anything else is refused as `upload-hash-wrong`. */
  sha256?: string;
};

/**
 * Papers and sealed results at rest, named by their content, so that a row can
 * never point at other bytes than those it was written for.
 *
 * A file must be durable before the row that names it commits: `put` returns
 * only then. Files that no row names (an aborted act) are found by `list` and
 * taken by `removeOlder`; the sweep's age must be longer than any act lasts.
 */
export interface FileStore {
  /** Stores the content unless it is there already; either way its age starts anew. */
  put(source: AsyncIterable<Uint8Array>, limits: PutLimits): Promise<StoredFile>;
  /** A missing file is a fault, not a refusal: a row names bytes that are lost. */
  open(sha256: string, range?: ByteRange): Promise<Readable>;
  find(sha256: string): Promise<StoredFile | undefined>;
  /** Removes the file if nobody has stored it again within `minAgeSeconds`; answers whether it did. */
  removeOlder(sha256: string, minAgeSeconds: number): Promise<boolean>;
  /** Every file with its age by the store's own clock, in no order. */
  list(): AsyncIterable<StoredFile & { ageSeconds: number }>;
  /** Clears what a killed process left behind half written; answers how many. */
  removeAbandoned(minAgeSeconds: number): Promise<number>;
}
