import { createCipheriv, createDecipheriv, createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

const MAGIC = Buffer.from('MOTCUA-BOX-1\n');
const SALT_BYTES = 16;
const MAC_BYTES = 32;
const OPENING_BYTES = MAGIC.length + 1 + SALT_BYTES;
const HEADER_BYTES = OPENING_BYTES + MAC_BYTES;
const CHUNK_BYTES = 65_536;
const TAG_BYTES = 16;
const SEALED_BYTES = CHUNK_BYTES + TAG_BYTES;
/** scrypt's N as a power of two: 128 MB and about 0.4 s. Each guess at a stolen backup's passphrase costs as much. */
export const BOX_COST = 17;
const MOST_COST = 20;

export type BoxFault = 'not-a-box' | 'wrong-passphrase' | 'altered-or-cut';

/** A backup that may not be restored. Nothing of a box may be used before `openBox` has come to its end without this. */
export class BoxRefused extends Error {
  readonly fault: BoxFault;

  constructor(fault: BoxFault) {
    super(`The sealed box cannot be opened: ${fault}.`);
    this.name = 'BoxRefused';
    this.fault = fault;
  }
}

/**
 * Seals a backup while it streams. The disk it lies on belongs to strangers
 * sooner or later, and a restored province must be the one that was saved.
 *
 * Format: magic, cost, salt, HMAC of these; then chunks of 64 KiB, each AES-256-GCM
 * with its number and a last-chunk mark as nonce (the STREAM construction of
 * Hoang, Reyhanitabar, Rogaway and Vizár, 2015). The keys come from scrypt over
 * a salt of this box alone, so no nonce is ever used twice under one key.
 */
export async function* sealBox(
  source: AsyncIterable<Uint8Array>,
  passphrase: string,
  cost: number,
): AsyncGenerator<Buffer, void, undefined> {
  const opening = Buffer.concat([MAGIC, Buffer.from([cost]), randomBytes(SALT_BYTES)]);
  const { chunkKey, headerKey } = await deriveKeys(passphrase, opening);
  yield Buffer.concat([opening, macOf(headerKey, opening)]);
  let number = 0;
  for await (const { piece, place } of cut(source, CHUNK_BYTES)) {
    const cipher = createCipheriv('aes-256-gcm', chunkKey, nonce(number++, place));
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
  }
}

/** Opens what `sealBox` made, chunk by chunk. Throws `BoxRefused` when it is altered, reordered, cut short or lengthened. */
export async function* openBox(source: AsyncIterable<Uint8Array>, passphrase: string): AsyncGenerator<Buffer, void, undefined> {
  const box = source[Symbol.asyncIterator]();
  const { head, rest } = await takeHeader(box);
  const opening = head.subarray(0, OPENING_BYTES);
  const { chunkKey, headerKey } = await deriveKeys(passphrase, opening);
  if (!timingSafeEqual(macOf(headerKey, opening), head.subarray(OPENING_BYTES))) throw new BoxRefused('wrong-passphrase');
  let number = 0;
  for await (const { piece, place } of cut(after(rest, box), SEALED_BYTES)) yield unseal(chunkKey, number++, place, piece);
}

type Place = 'inner' | 'last';

/** Pieces of exactly `size`; the last may be shorter, and is empty only when the whole is. Known as last before it is handed on. */
async function* cut(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<{ piece: Buffer; place: Place }> {
  let held: Buffer[] = [];
  let length = 0;
  for await (const chunk of source) {
    held.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    length += chunk.length;
    if (length <= size) continue;
    const whole = Buffer.concat(held);
    let from = 0;
    for (; whole.length - from > size; from += size) yield { piece: whole.subarray(from, from + size), place: 'inner' };
    held = [whole.subarray(from)];
    length = whole.length - from;
  }
  yield { piece: Buffer.concat(held), place: 'last' };
}

function unseal(key: Buffer, number: number, place: Place, piece: Buffer): Buffer {
  if (piece.length < TAG_BYTES) throw new BoxRefused('altered-or-cut');
  const decipher = createDecipheriv('aes-256-gcm', key, nonce(number, place), { authTagLength: TAG_BYTES });
  decipher.setAuthTag(piece.subarray(-TAG_BYTES));
  const open = decipher.update(piece.subarray(0, -TAG_BYTES));
  try {
    decipher.final();
  } catch {
    throw new BoxRefused('altered-or-cut');
  }
  return open;
}

function nonce(number: number, place: Place): Buffer {
  if (number > 0xffff_ffff) throw new RangeError('The box is full: 2^32 chunks.');
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(number, 7);
  bytes[11] = place === 'last' ? 1 : 0;
  return bytes;
}

async function takeHeader(box: AsyncIterator<Uint8Array>): Promise<{ head: Buffer; rest: Buffer }> {
  let taken = Buffer.alloc(0);
  while (taken.length < HEADER_BYTES) {
    const next = await box.next();
    if (next.done) break;
    taken = Buffer.concat([taken, next.value]);
  }
  if (taken.length < HEADER_BYTES || !taken.subarray(0, MAGIC.length).equals(MAGIC)) throw new BoxRefused('not-a-box');
  return { head: taken.subarray(0, HEADER_BYTES), rest: taken.subarray(HEADER_BYTES) };
}

async function* after(first: Buffer, others: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield first;
    for (let next = await others.next(); !next.done; next = await others.next()) yield next.value;
  } finally {
    await others.return?.();
  }
}

function macOf(headerKey: Buffer, opening: Buffer): Buffer {
  return createHmac('sha256', headerKey).update(opening).digest();
}

function deriveKeys(passphrase: string, opening: Buffer): Promise<{ chunkKey: Buffer; headerKey: Buffer }> {
  const cost = opening[MAGIC.length] ?? 0;
  if (cost < 1 || cost > MOST_COST) throw new BoxRefused('not-a-box');
  const N = 2 ** cost;
  return new Promise((resolve, reject) =>
    scrypt(passphrase.normalize('NFC'), opening.subarray(-SALT_BYTES), 64, { N, r: 8, p: 1, maxmem: 1100 * N }, (fault, key) =>
      fault ? reject(fault) : resolve({ chunkKey: key.subarray(0, 32), headerKey: key.subarray(32) }),
    ),
  );
}
