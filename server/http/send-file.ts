import { type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Request, type Response } from 'express';

/** A file as it leaves: `name` is what the reader's computer will call it; `open` is asked for the bytes once the transaction is over. */
export type FileAnswer = { name: string; mediaType: string; bytes?: number; open: () => Readable | Promise<Readable> };

/**
 * Streams a file. What citizens have uploaded never runs or renders in our
 * origin: always an attachment, its type fixed, and in a sandbox should a browser
 * open it all the same.
 */
export async function sendFile(request: Request, response: Response, { name, mediaType, bytes, open }: FileAnswer): Promise<void> {
  const content = await open();
  response.attachment(name).type(mediaType).setHeader('Content-Security-Policy', "default-src 'none'; sandbox; frame-ancestors 'none'");
  if (bytes !== undefined) response.setHeader('Content-Length', bytes);
  if (request.method === 'HEAD') {
    content.destroy();
    response.end();
    return;
  }
  try {
    await pipeline(content, response);
  } catch (fault) {
    if (!isGoneAway(fault)) throw fault;
  }
}

/** The reader closed the page: nobody's fault, and nobody to tell. */
function isGoneAway(fault: unknown): boolean {
  return (fault as { code?: unknown }).code === 'ERR_STREAM_PREMATURE_CLOSE';
}
