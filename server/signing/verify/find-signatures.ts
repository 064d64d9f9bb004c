import { dictionary, isReference, isString, type PdfSource } from './pdf-objects';
import { Revision, type Section } from './pdf-revisions';
import { type PdfDictionary, type PdfValue } from './pdf-scanner';
import { readAnyText } from './same-value';

/** A signed field of the file as it is now. */
export interface SignedField {
  readonly field: string;
  /** Object number of the signature dictionary. */
  readonly number: number;
  readonly signature: PdfDictionary;
}

const MOST_FIELDS = 5_000;
const DEEPEST_FIELD = 30;

/** All signature fields that have a value, in the order of the form. */
export function findSignedFields(revision: Revision): SignedField[] {
  const catalog = dictionary(revision.resolve(revision.trailer.get('/Root')), 'the catalog');
  const form = revision.resolve(catalog.get('/AcroForm'));
  const found: SignedField[] = [];
  if (form instanceof Map) collect(revision, form.get('/Fields'), { name: '', kind: null, depth: 0 }, found, { left: MOST_FIELDS });
  return found;
}

interface Parent {
  readonly name: string;
  readonly kind: PdfValue;
  readonly depth: number;
}

function collect(revision: Revision, value: PdfValue | undefined, parent: Parent, found: SignedField[], bound: { left: number }): void {
  const fields = revision.resolve(value);
  for (const item of Array.isArray(fields) ? fields : []) {
    if (bound.left-- <= 0 || parent.depth > DEEPEST_FIELD) throw new Error('too many fields');
    const field = dictionary(revision.resolve(item), 'a field');
    const own = readAnyText(revision.resolve(field.get('/T')));
    const name = [parent.name, own].filter(Boolean).join('.');
    const kind = revision.resolve(field.get('/FT')) ?? parent.kind;
    const signature = field.get('/V');
    if (kind === '/Sig' && signature !== undefined && revision.resolve(signature) !== null) {
      if (!isReference(signature)) throw new Error('a signature is no object of its own');
      const read = dictionary(revision.resolve(signature), 'the signature');
      if (!found.some(({ number }) => number === signature.object)) found.push({ field: name, number: signature.object, signature: read });
      else throw new Error('two fields share a signature');
    }
    collect(revision, field.get('/Kids'), { name, kind, depth: parent.depth + 1 }, found, bound);
  }
}

export interface Coverage {
  /** Everything but the signature's own token. */
  readonly parts: readonly [Buffer, Buffer];
  /** The content of the token. */
  readonly room: Buffer;
  readonly end: number;
  /** The file as it was signed. */
  readonly signed: Revision;
}

/**
 * What a signature covers: from the first byte to the end of one saving, but
 * for exactly its own `/Contents` token; in that saving the same field held the
 * same dictionary. This shuts out gaps, overlaps, tails and wrapped signatures.
 *
 * @throws Error naming the difference.
 */
export function readCoverage(source: PdfSource, now: Revision, { field, number, signature }: SignedField): Coverage {
  const contents = signature.get('/Contents');
  if (!isString(contents) || contents.from < 0 || source.text[contents.from] !== '<')
    throw new Error('the signature has no room of its own');
  const [zero, first, second, rest, more] = readRange(signature.get('/ByteRange'));
  const end = second! + rest!;
  if (zero !== 0 || more !== undefined || first !== contents.from || second !== contents.to) throw new Error('the gap is not the token');
  if (end > source.bytes.length) throw new Error('the range is longer than the file');
  const signed = new Revision(source, sectionsUntil(now.sections, source, end));
  const before = findSignedFields(signed).find((one) => one.number === number);
  const isSamePlace = before?.field === field && signed.object(number).from === now.object(number).from;
  if (!isSamePlace) throw new Error('the field held another signature when it was signed');
  const parts = [source.bytes.subarray(0, first), source.bytes.subarray(second, end)] as const;
  return { parts, room: Buffer.from(contents.hex, 'hex'), end, signed };
}

function readRange(value: PdfValue | undefined): number[] {
  const isRange = Array.isArray(value) && value.every((one) => typeof one === 'number' && Number.isInteger(one) && one >= 0);
  if (!isRange || value.length !== 4) throw new Error('the byte range is not four numbers');
  return value as number[];
}

/** The savings up to the one that ends where the range ends, but for a line end. */
function sectionsUntil(sections: readonly Section[], source: PdfSource, end: number): readonly Section[] {
  const index = sections.findIndex(
    ({ to }) => to <= end && /^(\r\n|\n|\r)?$/.test(source.text.slice(to, Math.min(end, to + 3))) && end - to <= 2,
  );
  if (index < 0) throw new Error('the range does not end where a saving ends');
  return sections.slice(index);
}
