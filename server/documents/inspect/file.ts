import { type Dict, isDict, isRef, Reader, type Value } from './reader';
import { Unpacker } from './streams';
import { Damaged, Hostile } from './verdict';

const MOST_OBJECTS = 300_000;
const HEADER_WITHIN = 1024;
/** `xref` tables, ends of objects, and the end-of-file mark of old systems. */
const BETWEEN_OBJECTS = /^(xref|endobj|\d{1,10}|[nf]|\x1a)$/;
/** `9 0 `, also with comments between. */
const OBJECT_HEADER = /\d(?:[\0\s]|%[^\r\n]*[\r\n])+\d+(?:[\0\s]|%[^\r\n]*[\r\n])+$/;

/** All that a file holds, in every revision: a viewer may follow another table than the last one. */
export interface PdfFile {
  version: string;
  /** Every object with its number, in the order of the file. */
  objects: { number: number; value: Value }[];
  trailers: Dict[];
  /** An object inside a string, a comment or a stream: seen by those viewers only that follow a table to it. */
  hidesObject: boolean;
}

/**
 * Walks a file from its first byte to its last and reads every object it meets,
 * named by a table or not, packed or not. Follows no offset that the file claims.
 */
export function readPdf(bytes: Buffer): PdfFile {
  return new Walk(bytes).walk();
}

class Walk {
  private readonly file: PdfFile = { version: '', objects: [], trailers: [], hidesObject: false };
  private readonly packed: { dict: Dict; data: Buffer }[] = [];
  private readonly unpacker = new Unpacker();
  /** Where the word `obj` of each object read stands. */
  private readonly headers = new Set<number>();
  private readonly lengths = new Map<number, number>();
  private readonly reader: Reader;
  private readonly bytes: Buffer;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
    const at = bytes.subarray(0, HEADER_WITHIN).indexOf('%PDF-');
    const version = /^%PDF-(\d\.\d)/.exec(bytes.toString('latin1', at, at + 8))?.[1];
    if (at < 0 || version === undefined) throw new Damaged('no header');
    this.file.version = version;
    this.reader = new Reader(bytes, at);
  }

  walk(): PdfFile {
    let isClosed = false;
    for (this.reader.skipWhite(); !this.reader.isAtEnd; this.reader.skipWhite()) {
      if (this.object()) isClosed = false;
      else if (this.reader.takes('trailer')) this.trailer();
      else if (this.reader.takes('startxref')) isClosed = true;
      else if (!BETWEEN_OBJECTS.test(this.reader.word())) throw new Damaged('unknown words between objects');
    }
    if (!isClosed) throw new Damaged('the end is missing');
    this.file.hidesObject = this.hidesObject();
    if (!this.file.trailers.some((trailer) => trailer.has('/Encrypt'))) for (const one of this.packed) this.unpack(one);
    return this.file;
  }

  private object(): boolean {
    const before = this.reader.at;
    const number = this.reader.integer();
    if (number !== undefined && this.reader.integer() !== undefined && this.reader.takes('obj')) {
      this.headers.add(this.reader.at - 3);
      const value = this.reader.value();
      this.add(number, value);
      if (isDict(value) && this.reader.takes('stream')) this.stream(value);
      return true;
    }
    this.reader.at = before;
    return false;
  }

  private trailer(): void {
    const dict = this.reader.value();
    if (!isDict(dict)) throw new Damaged('a trailer without dictionary');
    this.file.trailers.push(dict);
  }

  private stream(dict: Dict): void {
    const { reader, bytes } = this;
    if (bytes[reader.at] === 0x0d) reader.at += 1;
    if (bytes[reader.at] === 0x0a) reader.at += 1;
    const from = reader.at;
    const end = this.streamEnd(dict, from);
    const data = bytes.subarray(from, end);
    reader.at = end;
    if (!reader.takes('endstream')) throw new Damaged('a stream never ends');
    if (dict.get('/Type') === '/XRef') this.file.trailers.push(dict);
    else if (typeof dict.get('/N') === 'number' && typeof dict.get('/First') === 'number') this.packed.push({ dict, data });
    else this.unpacker.weigh(dict, data);
  }

  /** The declared length where `endstream` stands there, else the next `endstream`. */
  private streamEnd(dict: Dict, from: number): number {
    const declared = dict.get('/Length');
    const length = isRef(declared) ? this.lengths.get(declared.ref) : declared;
    if (typeof length === 'number' && Number.isSafeInteger(length) && length >= 0) {
      const probe = new Reader(this.bytes, from + length);
      if (from + length <= this.bytes.length && probe.takes('endstream')) return from + length;
    }
    const next = this.bytes.indexOf('endstream', from);
    if (next < 0) throw new Damaged('a stream never ends');
    return next;
  }

  /** Reads an object stream: a table of numbers and offsets, then the objects. */
  private unpack({ dict, data: raw }: { dict: Dict; data: Buffer }): void {
    const { data, isWhole } = this.unpacker.unpack(dict, raw);
    if (!isWhole || dict.has('/DecodeParms')) throw new Damaged('packed objects in an unknown way');
    const [count, first] = [dict.get('/N') as number, dict.get('/First') as number];
    const table = new Reader(data);
    for (let at = 0; at < count; at += 1) {
      const [number, offset] = [table.integer(), table.integer()];
      if (number === undefined || offset === undefined) throw new Damaged('packed objects without their table');
      this.add(number, new Reader(data, first + offset).value());
    }
  }

  private add(number: number, value: Value): void {
    if (this.file.objects.length >= MOST_OBJECTS) throw new Hostile('too-many-objects');
    if (typeof value === 'number') this.lengths.set(number, value);
    this.file.objects.push({ number, value });
  }

  private hidesObject(): boolean {
    for (let at = this.bytes.indexOf('obj'); at >= 0; at = this.bytes.indexOf('obj', at + 3)) {
      if (!this.headers.has(at) && OBJECT_HEADER.test(this.bytes.toString('latin1', Math.max(0, at - 256), at))) return true;
    }
    return false;
  }
}
