import { type Request } from 'express';
import { Refusal } from '../domain/refusal';
import { type FilesAtHand } from '../files/files-at-hand';

export { type FilesAtHand };

/** A part is small, so that a connection that breaks in a valley costs little. */
export const MOST_PART_BYTES = 1_048_576;

/** An upload as the door needs to know it; `byteSize` is what its sender announced. */
export type OpenUpload = { id: string; byteSize: number; finishedAt: Date | null };

/**
 * Streams one part of an upload to its place and answers how much has arrived
 * then. Nothing is kept in memory; what came before a connection broke is kept on
 * disk. Refuses `unsupported-media`, `body-too-large`, `upload-part-wrong` (with
 * the awaited place) and `file-too-large` for what goes beyond the announced size.
 */
export async function takePart(
  request: Request,
  { parts }: FilesAtHand,
  { id, byteSize, finishedAt }: OpenUpload,
  offset: number,
): Promise<number> {
  if (finishedAt) throw new Refusal('upload-part-wrong', { expected: byteSize });
  if (!request.is('application/octet-stream')) throw new Refusal('unsupported-media');
  if (Number(request.get('Content-Length') ?? 0) > MOST_PART_BYTES) throw new Refusal('body-too-large');
  try {
    return await parts.append({ uploadId: id, offset, content: limited(request), maxBytes: byteSize });
  } catch (fault) {
    if (isBrokenOff(request, fault)) throw new Refusal('malformed-body');
    throw fault;
  }
}

/** How much of an upload has arrived. */
export function receivedOf({ parts }: FilesAtHand, uploadId: string): Promise<number> {
  return parts.received(uploadId);
}

/** Forgets the parts once the file is on record. */
export function forgetParts({ parts }: FilesAtHand, uploadId: string): Promise<void> {
  return parts.discard(uploadId);
}

async function* limited(content: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let taken = 0;
  for await (const chunk of content) {
    taken += chunk.length;
    if (taken > MOST_PART_BYTES) throw new Refusal('body-too-large');
    yield chunk;
  }
}

/** The sender went away in the middle: nobody's fault, and the upload goes on where it stands. */
function isBrokenOff(request: Request, fault: unknown): boolean {
  return !(fault instanceof Refusal) && (request.destroyed || request.errored !== null) && !request.complete;
}
