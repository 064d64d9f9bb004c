import { dictionary, inflateStream, isReference, readObject, scannerAt, type PdfObject, type PdfSource } from './pdf-objects';
import { PdfScanner, type PdfDictionary, type PdfValue } from './pdf-scanner';

type Entry = { readonly offset: number } | { readonly container: number; readonly index: number } | null;

/** One cross-reference section: what one saving of the file added. */
export interface Section {
  readonly entries: ReadonlyMap<number, Entry>;
  readonly trailer: PdfDictionary;
  readonly from: number;
  /** Behind `%%EOF`. */
  readonly to: number;
}

const MOST_SECTIONS = 100;
const MOST_OBJECTS = 1_000_000;

/** The offset that the last `startxref` of these bytes names; nothing but a line end may follow it. */
export function lastStart(bytes: Buffer): number {
  const found = /startxref\s+(\d{1,10})\s+%%EOF\s*$/.exec(bytes.subarray(-1024).toString('latin1'));
  if (!found) throw new Error('the file does not end as a PDF ends');
  return Number(found[1]);
}

/** All savings of the file, newest first. Each lies before the next one: no loops, and no linearised files. */
export function readSections(source: PdfSource, start: number): Section[] {
  const sections: Section[] = [];
  let limit = source.bytes.length;
  for (let at: PdfValue = start; at !== null;) {
    if (typeof at !== 'number' || at >= limit || sections.length >= MOST_SECTIONS) throw new Error('the savings are not in order');
    const section = readSection(source, at);
    if (section.to > limit) throw new Error('two savings overlap');
    if (section.trailer.has('/XRefStm')) throw new Error('two tables for one saving');
    sections.push(section);
    limit = at;
    at = section.trailer.get('/Prev') ?? null;
  }
  return sections;
}

/** A section that stands alone: table and trailer, or a cross-reference stream, up to its `%%EOF`. */
export function readSection(source: PdfSource, from: number): Section {
  const scanner = scannerAt(source, from);
  const isTable = scanner.match(/xref[ \t]*\r?\n/y);
  if (isTable && isTable[0] !== 'xref\n') source.odd('an unusual table head');
  const { entries, trailer } = isTable ? readTable(source, scanner) : readStreamSection(source, scanner, from);
  scanner.skipSpace();
  const start = scanner.match(/startxref\s+(\d{1,10})\s+%%EOF/y);
  if (!start || Number(start[1]) !== from) throw new Error(`the saving at ${from} does not name itself`);
  if (start[0] !== `startxref\n${from}\n%%EOF`) source.odd('an unusual end');
  return { entries, trailer, from, to: scanner.at };
}

function readTable(source: PdfSource, scanner: PdfScanner): Pick<Section, 'entries' | 'trailer'> {
  const entries = new Map<number, Entry>();
  for (let head; (head = scanner.match(/(\d{1,10}) (\d{1,10})[ \t]*\r?\n/y));) {
    for (let index = 0; index < Number(head[2]); index++) {
      const line = scanner.match(/(\d{10}) (\d{5}) ([nf])(?: \r| \n|\r\n|\n)/y);
      if (!line) throw new Error('an entry of the table is damaged');
      const number = Number(head[1]) + index;
      if (line[3] === 'f' ? number !== 0 : line[2] !== '00000') source.odd('a freed object or a generation');
      addEntry(entries, number, line[3] === 'n' ? { offset: Number(line[1]) } : null);
    }
  }
  scanner.skipSpace();
  if (!scanner.match(/trailer(?=[\s<])/y)) throw new Error('the trailer is missing');
  return { entries, trailer: dictionary(scanner.value(), 'the trailer') };
}

function addEntry(entries: Map<number, Entry>, number: number, entry: Entry): void {
  if (entries.has(number)) throw new Error(`object ${number} has two entries`);
  if (entries.size >= MOST_OBJECTS) throw new Error('too many objects');
  entries.set(number, entry);
}

function readStreamSection(source: PdfSource, scanner: PdfScanner, from: number): Pick<Section, 'entries' | 'trailer'> {
  source.odd('a cross-reference stream');
  const object = readObject(source, from);
  scanner.at = object.to;
  const trailer = dictionary(object.value, 'the cross-reference stream');
  if (trailer.get('/Type') !== '/XRef') throw new Error('no cross-reference where one is named');
  const widths = numbers(trailer.get('/W'));
  const [kindWidth = 0, fieldWidth = 0, lastWidth = 0] = widths;
  const width = kindWidth + fieldWidth + lastWidth;
  if (widths.length !== 3 || width < 1 || width > 20) throw new Error('the cross-reference stream is damaged');
  const content = inflateStream(source, object);
  const ranges = numbers(trailer.get('/Index') ?? [0, trailer.get('/Size') ?? 0]);
  const entries = new Map<number, Entry>();
  let at = 0;
  for (let pair = 0; pair < ranges.length; pair += 2) {
    for (let index = 0; index < (ranges[pair + 1] ?? 0); index++, at += width) {
      if (at + width > content.length) throw new Error('the cross-reference stream is cut short');
      const kind = kindWidth === 0 ? 1 : readNumber(content, at, kindWidth);
      const field = readNumber(content, at + kindWidth, fieldWidth);
      const last = readNumber(content, at + kindWidth + fieldWidth, lastWidth);
      addEntry(entries, ranges[pair]! + index, kind === 1 ? { offset: field } : kind === 2 ? { container: field, index: last } : null);
    }
  }
  return { entries, trailer };
}

function readNumber(content: Buffer, at: number, width: number): number {
  let number = 0;
  for (let index = 0; index < width; index++) number = number * 256 + content[at + index]!;
  return number;
}

function numbers(value: PdfValue | undefined): number[] {
  if (!Array.isArray(value) || !value.every((one) => typeof one === 'number' && Number.isInteger(one) && one >= 0)) {
    throw new Error('numbers are missing');
  }
  return value as number[];
}

/** The file as it was after one saving: that section and all before it, newest first. */
export class Revision {
  readonly source: PdfSource;
  readonly sections: readonly Section[];
  readonly trailer: PdfDictionary;
  private readonly table = new Map<number, Entry>();
  private readonly objects = new Map<number, PdfObject>();
  private readonly packs = new Map<number, PdfObject[]>();
  private readonly reading = new Set<number>();

  constructor(source: PdfSource, sections: readonly Section[]) {
    const [newest] = sections;
    if (!newest) throw new Error('the file has no saving');
    this.source = source;
    this.sections = sections;
    this.trailer = newest.trailer;
    for (const { entries } of sections) {
      for (const [number, entry] of entries) if (!this.table.has(number)) this.table.set(number, entry);
    }
  }

  has(number: number): boolean {
    return !!this.table.get(number);
  }

  /** The value itself, or what its reference leads to; a reference to nothing is null. */
  resolve(value: PdfValue | undefined): PdfValue {
    let found = value ?? null;
    for (let hops = 0; isReference(found); hops++) {
      if (hops > 20) throw new Error('references go round');
      if (!this.has(found.object)) return null;
      found = this.object(found.object).value;
    }
    return found;
  }

  object(number: number): PdfObject {
    const known = this.objects.get(number);
    if (known) return known;
    if (this.reading.has(number)) throw new Error('references go round');
    this.reading.add(number);
    const read = this.find(number);
    this.reading.delete(number);
    if (read?.number !== number) throw new Error(`object ${number} is not where it should be`);
    this.objects.set(number, read);
    return read;
  }

  private find(number: number): PdfObject | undefined {
    const entry = this.table.get(number);
    if (!entry) throw new Error(`object ${number} is missing`);
    if ('container' in entry) return this.pack(entry.container)[entry.index];
    if (entry.offset >= this.sections[0]!.to) throw new Error(`object ${number} lies behind its saving`);
    return readObject(this.source, entry.offset, (length) => this.resolve(length));
  }

  private pack(container: number): PdfObject[] {
    const known = this.packs.get(container);
    if (known) return known;
    const pack = readPack(this.source, this.object(container));
    this.packs.set(container, pack);
    return pack;
  }
}

/** An object stream (ISO 32000-1 section 7.5.7). Its members have no place of their own in the file. */
function readPack(source: PdfSource, container: PdfObject): PdfObject[] {
  const head = dictionary(container.value, 'the object stream');
  const [count, first] = [head.get('/N'), head.get('/First')];
  if (head.get('/Type') !== '/ObjStm' || typeof count !== 'number' || typeof first !== 'number' || count > MOST_OBJECTS) {
    throw new Error('the object stream is damaged');
  }
  const text = inflateStream(source, container).toString('latin1');
  const pairs = text.slice(0, first).trim().split(/\s+/).map(Number);
  if (container.from < 0 || pairs.length !== 2 * count) throw new Error('the object stream is damaged');
  return Array.from({ length: count }, (_, index) => {
    const scanner = new PdfScanner(text, source.odd);
    scanner.at = first + pairs[2 * index + 1]!;
    return { number: pairs[2 * index]!, value: withoutPlace(scanner.value()), stream: null, from: -1, to: -1 };
  });
}

/** A string inside an object stream stands nowhere in the file, so it can be no signature's gap. */
function withoutPlace(value: PdfValue): PdfValue {
  if (Array.isArray(value)) return value.map(withoutPlace);
  if (value instanceof Map) return new Map([...value].map(([key, one]) => [key, withoutPlace(one)]));
  return typeof value === 'object' && value !== null && 'hex' in value ? { hex: value.hex, from: -1, to: -1 } : value;
}
