import { inflateSync } from 'node:zlib';
import { PdfScanner, type OnOddity, type PdfDictionary, type PdfReference, type PdfString, type PdfValue } from './pdf-scanner';

/** An object as it stands in the file: `n 0 obj … endobj`. */
export interface PdfObject {
  readonly number: number;
  readonly value: PdfValue;
  /** The stream as stored, still compressed; null for an object without one. */
  readonly stream: Buffer | null;
  readonly from: number;
  /** Behind `endobj` and its line end. */
  readonly to: number;
}

/** The bytes of one file with the bounds that its reading keeps to. */
export interface PdfSource {
  readonly bytes: Buffer;
  readonly text: string;
  readonly odd: OnOddity;
  /** Inflated bytes still allowed for this file: a decompression bomb ends here. */
  readonly budget: { inflate: number };
}

const MOST_INFLATED = 128 * 1024 * 1024;

export function openSource(bytes: Buffer, odd: OnOddity): PdfSource {
  return { bytes, text: bytes.toString('latin1'), odd, budget: { inflate: MOST_INFLATED } };
}

export function scannerAt(source: PdfSource, at: number): PdfScanner {
  const scanner = new PdfScanner(source.text, source.odd);
  scanner.at = at;
  return scanner;
}

/**
 * Reads the object at an offset. `lengthOf` resolves a stream length that is
 * itself an object.
 *
 * @throws Error when there stands anything but exactly one object.
 */
export function readObject(source: PdfSource, from: number, lengthOf: (value: PdfValue) => PdfValue = (value) => value): PdfObject {
  const scanner = scannerAt(source, from);
  const head = scanner.match(/(\d{1,10}) (\d{1,5}) obj(?=[\s<[(/])/y);
  if (!head) throw new Error(`no object at ${from}`);
  if (head[2] !== '0' || source.text[scanner.at] !== '\n') source.odd('an unusual object head');
  const value = scanner.value();
  const stream = readStream(source, scanner, value, lengthOf);
  if (!scanner.match(/\nendobj\n/y)) {
    source.odd('an unusual object end');
    scanner.skipSpace();
    if (!scanner.match(/endobj(\r\n|\r|\n| )?/y)) throw new Error(`object ${head[1]} does not end`);
  }
  return { number: Number(head[1]), value, stream, from, to: scanner.at };
}

function readStream(source: PdfSource, scanner: PdfScanner, value: PdfValue, lengthOf: (value: PdfValue) => PdfValue): Buffer | null {
  if (!scanner.match(/\nstream\n/y)) {
    const before = scanner.at;
    scanner.skipSpace();
    if (!scanner.match(/stream\r?\n/y)) {
      scanner.at = before;
      return null;
    }
    source.odd('an unusual stream head');
  }
  const stated = value instanceof Map ? (value.get('/Length') ?? null) : null;
  if (isReference(stated)) source.odd('a length elsewhere');
  const length = lengthOf(stated);
  if (typeof length !== 'number' || !Number.isInteger(length) || length < 0) throw new Error('a stream has no length');
  const from = scanner.at;
  if (from + length > source.bytes.length) throw new Error('a stream is longer than the file');
  scanner.at += length;
  if (!scanner.match(/\nendstream/y)) {
    source.odd('an unusual stream end');
    if (!scanner.match(/(\r\n|\r|\n)?endstream/y)) throw new Error('a stream does not end where it says');
  }
  return source.bytes.subarray(from, from + length);
}

/** The content of a stream that is plain or deflated; other filters are refused. */
export function inflateStream(source: PdfSource, { value, stream }: PdfObject): Buffer {
  if (!(value instanceof Map) || !stream) throw new Error('a stream is missing');
  const filter = value.get('/Filter') ?? null;
  if (filter === null || (Array.isArray(filter) && filter.length === 0)) return stream;
  const [only, more] = Array.isArray(filter) ? filter : [filter];
  if (only !== '/FlateDecode' || more !== undefined) throw new Error('a filter that is not read here');
  const content = inflateSync(stream, { maxOutputLength: Math.max(1, source.budget.inflate) });
  source.budget.inflate -= content.length;
  const parameters = value.get('/DecodeParms') ?? null;
  const [first] = Array.isArray(parameters) ? parameters : [parameters];
  return first instanceof Map ? undoPredictor(content, first) : content;
}

/** PNG prediction (ISO 32000-1 section 7.4.4.4), as cross-reference streams use it. */
function undoPredictor(content: Buffer, parameters: PdfDictionary): Buffer {
  const predictor = parameters.get('/Predictor') ?? 1;
  if (predictor === 1) return content;
  const columns = parameters.get('/Columns') ?? 1;
  const isSimple = (parameters.get('/Colors') ?? 1) === 1 && (parameters.get('/BitsPerComponent') ?? 8) === 8;
  if (typeof predictor !== 'number' || predictor < 10 || typeof columns !== 'number' || columns < 1 || !isSimple) {
    throw new Error('a predictor that is not read here');
  }
  const rows = Math.floor(content.length / (columns + 1));
  const out = Buffer.alloc(rows * columns);
  for (let row = 0; row < rows; row++) {
    const kind = content[row * (columns + 1)]!;
    if (kind > 2) throw new Error('a predictor that is not read here');
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      const left = kind === 1 && column > 0 ? out[at - 1]! : 0;
      const above = kind === 2 && row > 0 ? out[at - columns]! : 0;
      out[at] = content[row * (columns + 1) + 1 + column]! + left + above;
    }
  }
  return out;
}

export function isReference(value: PdfValue | undefined): value is PdfReference {
  return typeof value === 'object' && value !== null && 'object' in value;
}

export function isString(value: PdfValue | undefined): value is PdfString {
  return typeof value === 'object' && value !== null && 'hex' in value;
}

export function dictionary(value: PdfValue | undefined, what: string): PdfDictionary {
  if (!(value instanceof Map)) throw new Error(`${what} is no dictionary`);
  return value;
}
