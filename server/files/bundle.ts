import { createHash } from 'node:crypto';

const MAGIC = Buffer.from('MOTCUA-BUNDLE-1\n');
const PIECE_BYTES = 65_536;
const MOST_HEADER_BYTES = 65_536;
const HASH_BYTES = 32;
const MANIFEST = 'manifest';

/** One thing in a bundle: a table, a file, a key. Its content must be read to the end before the next member is asked for. */
export type Member = { kind: string; name: string; content: AsyncIterable<Uint8Array> };

/** A bundle that is not what was packed. Nothing of it may be used, not even what was read before. */
export class BundleDamaged extends Error {
  constructor(what: string) {
    super(`The bundle is damaged: ${what}.`);
    this.name = 'BundleDamaged';
  }
}

/**
 * Packs many contents into one stream that can be written and read without ever
 * being held whole, and that says of itself what it holds.
 *
 * Format: magic; then for each member a JSON header `{kind, name}`, pieces, an
 * empty piece, and the SHA-256 of the content; at the end a member of the kind
 * `manifest` that lists them all. Headers and pieces begin with their length,
 * an unsigned 32-bit number, big-endian.
 */
export async function* packBundle(members: AsyncIterable<Member>): AsyncGenerator<Buffer, void, undefined> {
  yield MAGIC;
  const packed: Packed[] = [];
  for await (const member of members) {
    if (member.kind === MANIFEST) throw new TypeError('The manifest is written by the bundle itself.');
    packed.push(yield* packMember(member));
  }
  yield* packMember({ kind: MANIFEST, name: '', content: one(Buffer.from(JSON.stringify(packed))) });
}

/** Reads what `packBundle` made, member by member. Throws `BundleDamaged`; the last member is good only when the loop has ended. */
export async function* unpackBundle(source: AsyncIterable<Uint8Array>): AsyncGenerator<Member, void, undefined> {
  const stream = new ByteStream(source);
  try {
    if (!(await stream.take(MAGIC.length)).equals(MAGIC)) throw new BundleDamaged('it does not begin as one');
    const unpacked: Packed[] = [];
    for (;;) {
      const { kind, name } = readHeader(await stream.takeCounted(MOST_HEADER_BYTES));
      const hash = createHash('sha256');
      const seen = { bytes: 0 };
      const content = unpackContent(stream, hash, seen);
      if (kind === MANIFEST) return await judgeManifest(stream, await whole(content), unpacked);
      yield { kind, name, content };
      await drain(content); // what was not read is checked all the same
      const sha256 = hash.digest('hex');
      if ((await stream.take(HASH_BYTES)).toString('hex') !== sha256) throw new BundleDamaged(`${kind} ${name} has another content`);
      unpacked.push({ kind, name, bytes: seen.bytes, sha256 });
    }
  } finally {
    await stream.close();
  }
}

/** Reads a content to its end for the sake of its checks alone. */
export async function drain(content: AsyncIterable<Uint8Array>): Promise<void> {
  const pieces = content[Symbol.asyncIterator]();
  while (!(await pieces.next()).done);
}

type Packed = { kind: string; name: string; bytes: number; sha256: string };

async function* packMember({ kind, name, content }: Member): AsyncGenerator<Buffer, Packed, undefined> {
  yield counted(Buffer.from(JSON.stringify({ kind, name })));
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of content) {
    hash.update(chunk);
    bytes += chunk.length;
    for (let from = 0; from < chunk.length; from += PIECE_BYTES) yield counted(chunk.subarray(from, from + PIECE_BYTES));
  }
  const sha256 = hash.digest();
  yield Buffer.concat([counted(Buffer.alloc(0)), sha256]);
  return { kind, name, bytes, sha256: sha256.toString('hex') };
}

async function* unpackContent(
  stream: ByteStream,
  hash: { update(chunk: Buffer): unknown },
  seen: { bytes: number },
): AsyncGenerator<Buffer> {
  for (;;) {
    const piece = await stream.takeCounted(PIECE_BYTES);
    if (piece.length === 0) return;
    hash.update(piece);
    seen.bytes += piece.length;
    yield piece;
  }
}

async function judgeManifest(stream: ByteStream, manifest: Buffer, unpacked: readonly Packed[]): Promise<void> {
  const sha256 = await stream.take(HASH_BYTES);
  if (!createHash('sha256').update(manifest).digest().equals(sha256)) throw new BundleDamaged('its manifest has another content');
  if (manifest.toString('utf8') !== JSON.stringify(unpacked)) throw new BundleDamaged('it does not hold what its manifest says');
  if (!(await stream.isAtEnd())) throw new BundleDamaged('something follows its end');
}

function readHeader(text: Buffer): { kind: string; name: string } {
  try {
    const { kind, name } = JSON.parse(text.toString('utf8')) as Record<string, unknown>;
    if (typeof kind === 'string' && typeof name === 'string') return { kind, name };
  } catch {
    // answered below
  }
  throw new BundleDamaged('a header cannot be read');
}

function counted(bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

async function* one(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

async function whole(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of content) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Takes exact numbers of bytes from a stream that comes in chunks of its own. */
class ByteStream {
  readonly #source: AsyncIterator<Uint8Array>;
  #held = Buffer.alloc(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  async take(bytes: number): Promise<Buffer> {
    while (this.#held.length < bytes) if (!(await this.#pull())) throw new BundleDamaged('it ends too early');
    const taken = this.#held.subarray(0, bytes);
    this.#held = this.#held.subarray(bytes);
    return taken;
  }

  async takeCounted(most: number): Promise<Buffer> {
    const length = (await this.take(4)).readUInt32BE();
    if (length > most) throw new BundleDamaged('a length is impossible');
    return this.take(length);
  }

  async isAtEnd(): Promise<boolean> {
    while (this.#held.length === 0) if (!(await this.#pull())) return true;
    return false;
  }

  async close(): Promise<void> {
    await this.#source.return?.();
  }

  async #pull(): Promise<boolean> {
    const next = await this.#source.next();
    if (next.done) return false;
    this.#held = Buffer.concat([this.#held, next.value]);
    return true;
  }
}
