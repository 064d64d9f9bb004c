import { dictionary, isReference, isString } from './pdf-objects';
import { type Revision } from './pdf-revisions';
import { type PdfDictionary, type PdfValue } from './pdf-scanner';
import { type Modification } from './verdict';

/**
 * What changed between the file as it was signed and the file as it is. Pages
 * and structure must not; fields and annotations are for a person to judge.
 * Everything reachable from a page is compared, through all references.
 */
export function findLaterChanges(signed: Revision, now: Revision): Modification[] {
  const [before, after] = [signed, now].map(readDocument) as [DocumentParts, DocumentParts];
  const compare = new Comparison(signed, now);
  const changes: Modification[] = [];
  if (!compare.isSame(without(before.catalog, ...MAY_GROW), without(after.catalog, ...MAY_GROW))) changes.push('structure');
  const arePagesSame =
    before.pages.length === after.pages.length &&
    before.pages.every((page, index) =>
      compare.isSame(without(page, '/Annots', '/Parent'), without(after.pages[index]!, '/Annots', '/Parent')),
    );
  if (!arePagesSame) changes.push('pages');
  const notes = [signed, now].map((revision, index) => readNotes(revision, [before, after][index]!));
  if (!compare.isSame(notes[0], notes[1])) changes.push('annotations');
  return changes.length > 0 ? changes : ['form'];
}

/** Entries of the catalog that forms and validation material may add to; fields are judged apart. */
const MAY_GROW = ['/AcroForm', '/DSS', '/Pages', '/Extensions'];

interface DocumentParts {
  readonly catalog: PdfDictionary;
  readonly pages: readonly PdfDictionary[];
}

const MOST_PAGES = 20_000;

function readDocument(revision: Revision): DocumentParts {
  const catalog = dictionary(revision.resolve(revision.trailer.get('/Root')), 'the catalog');
  const pages: PdfDictionary[] = [];
  collectPages(revision, catalog.get('/Pages'), new Map(), pages, new Set());
  return { catalog, pages };
}

const INHERITED = ['/Resources', '/MediaBox', '/CropBox', '/Rotate'];

function collectPages(
  revision: Revision,
  value: PdfValue | undefined,
  inherited: PdfDictionary,
  pages: PdfDictionary[],
  seen: Set<number>,
): void {
  if (!isReference(value) || seen.has(value.object) || pages.length > MOST_PAGES) throw new Error('the page tree is damaged');
  seen.add(value.object);
  const node = dictionary(revision.resolve(value), 'a page');
  const own = new Map([...inherited, ...[...node].filter(([key]) => INHERITED.includes(key))]);
  const kids = revision.resolve(node.get('/Kids'));
  if (!Array.isArray(kids)) pages.push(new Map([...own, ...node]));
  else for (const kid of kids) collectPages(revision, kid, own, pages, seen);
}

/** Annotations that are no form fields, page by page. */
function readNotes(revision: Revision, { pages }: DocumentParts): PdfValue[] {
  return pages.map((page) => {
    const annotations = revision.resolve(page.get('/Annots'));
    const list = Array.isArray(annotations) ? annotations : [];
    return list.filter((one) => dictionary(revision.resolve(one), 'an annotation').get('/Subtype') !== '/Widget');
  });
}

function without(entries: PdfDictionary, ...keys: string[]): PdfDictionary {
  return new Map([...entries].filter(([key]) => !keys.includes(key)));
}

/** Equality through references, each pair of objects once. */
class Comparison {
  private readonly before: Revision;
  private readonly after: Revision;
  private readonly compared = new Set<string>();

  constructor(before: Revision, after: Revision) {
    this.before = before;
    this.after = after;
  }

  isSame(one: PdfValue | undefined, other: PdfValue | undefined): boolean {
    if (isReference(one) && isReference(other)) return this.isSameObject(one.object, other.object);
    const [left, right] = [this.before.resolve(one), this.after.resolve(other)];
    if (left instanceof Map) return right instanceof Map && this.isSameDictionary(left, right);
    if (Array.isArray(left)) {
      return Array.isArray(right) && left.length === right.length && left.every((item, index) => this.isSame(item, right[index]));
    }
    return isString(left) ? isString(right) && left.hex === right.hex : left === right;
  }

  private isSameDictionary(left: PdfDictionary, right: PdfDictionary): boolean {
    // The way back to the page, and from a field to its parent, is not content.
    const [own, others] = [without(left, '/Parent', '/P'), without(right, '/Parent', '/P')];
    return own.size === others.size && [...own].every(([key, value]) => this.isSame(value, others.get(key)));
  }

  private isSameObject(one: number, other: number): boolean {
    const pair = `${one} ${other}`;
    if (this.compared.has(pair)) return true;
    this.compared.add(pair);
    if (!this.before.has(one) || !this.after.has(other)) return this.before.has(one) === this.after.has(other);
    const [left, right] = [this.before.object(one), this.after.object(other)];
    const areStreamsSame = left.stream === null || right.stream === null ? left.stream === right.stream : left.stream.equals(right.stream);
    return areStreamsSame && this.isSame(left.value, right.value);
  }
}
