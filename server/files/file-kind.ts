import { fileTypeFromBuffer } from 'file-type/node';
import { Refusal } from '../domain/refusal';

export const FILE_KINDS = ['application/pdf', 'image/jpeg', 'image/png'] as const;

export type FileKind = (typeof FILE_KINDS)[number];

/** How much of a file's beginning `readKind` needs, in bytes. */
export const KIND_NEEDS_BYTES = 4100;

const NAMES: Record<FileKind, string> = { 'application/pdf': 'PDF', 'image/jpeg': 'JPEG', 'image/png': 'PNG' };

/**
 * Says what a file is by its content. The sender's word (name, MIME type) is
 * not asked: a page named .pdf would run in a reader's browser.
 *
 * Telephones photograph in HEIC, which many offices cannot open; that has its
 * own refusal, because the citizen can do something about it.
 */
export async function readKind(beginning: Uint8Array, allowed: readonly FileKind[]): Promise<FileKind> {
  if (beginning.length === 0) throw new Refusal('file-empty');
  const mime = (await fileTypeFromBuffer(beginning))?.mime;
  const kind = allowed.find((one) => one === mime);
  if (kind) return kind;
  if (mime !== undefined && /^image\/(heic|heif|avif)/.test(mime)) throw new Refusal('photo-format-refused');
  throw new Refusal('file-type-refused', { types: allowed.map((one) => NAMES[one]).join(', ') });
}

/** Takes as much of the beginning as `readKind` needs. */
export async function readBeginning(source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= KIND_NEEDS_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, KIND_NEEDS_BYTES);
}
