import { Readable } from 'node:stream';

/** Bytes that are in memory already, as what the store and the judges of files take. */
export function readableOf(bytes: Uint8Array): Readable {
  return Readable.from([Buffer.from(bytes)]);
}
