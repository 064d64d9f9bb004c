import { isReference, readObject, type PdfObject, type PdfSource } from './pdf-objects';
import { readSection, type Revision } from './pdf-revisions';
import { isSame } from './same-value';

/** All that one update added behind an earlier revision. */
export interface Tail {
  readonly objects: ReadonlyMap<number, PdfObject>;
}

const MOST_OBJECTS = 40;

/**
 * Reads what stands behind an earlier revision: objects, one table, the end of
 * the file, and not a byte besides. Every entry of the table must lead to its
 * object in this tail; the trailer may differ only by what an update must add.
 */
export function readTail(source: PdfSource, from: number, earlier: Revision, start: number): Tail {
  const objects = new Map<number, PdfObject>();
  let at = skipLines(source, from);
  while (!source.text.startsWith('xref\n', at)) {
    const object = readObject(source, at);
    if (objects.has(object.number) || objects.size >= MOST_OBJECTS)
      throw new Error(`object ${object.number} stands twice or is one too many`);
    objects.set(object.number, object);
    at = skipLines(source, object.to);
  }
  const section = readSection(source, at);
  if (section.to !== source.bytes.length) throw new Error('bytes stand behind the update');
  const places = new Map([...section.entries].flatMap(([number, entry]) => (entry && 'offset' in entry ? [[number, entry.offset]] : [])));
  const isWhole = places.size === objects.size && [...objects].every(([number, object]) => places.get(number) === object.from);
  if (!isWhole) throw new Error('the table and the objects do not agree');
  const size = Math.max(Number(earlier.trailer.get('/Size')), ...[...objects.keys()].map((number) => number + 1));
  const expected = new Map([...earlier.trailer, ['/Prev', start], ['/Size', size]] as const);
  if (!isReference(section.trailer.get('/Root')) || !isSame(section.trailer, expected)) throw new Error('the trailer differs');
  return { objects };
}

function skipLines(source: PdfSource, from: number): number {
  let at = from;
  while (source.text[at] === '\n') at++;
  return at;
}
