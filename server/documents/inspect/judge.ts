import { type PdfFile, readPdf } from './file';
import { type Dict, isDict, isRef, type Value } from './reader';
import { refuseHostile } from './suspects';
import { Damaged, Hostile, type PdfVerdict } from './verdict';

/** Judges the bytes of an uploaded PDF. Every fault becomes a verdict: a file that the judge trips over is damaged. */
export function judgePdf(bytes: Buffer): PdfVerdict {
  try {
    const file = readPdf(bytes);
    refuseHostile(file);
    if (file.trailers.some((trailer) => trailer.has('/Encrypt'))) return { verdict: 'encrypted' };
    return { verdict: 'ok', ...count(file) };
  } catch (fault) {
    if (fault instanceof Hostile) return { verdict: 'hostile', why: fault.reason };
    return { verdict: 'damaged', why: fault instanceof Damaged ? fault.message : 'unreadable' };
  }
}

function count(file: PdfFile): { pages: number; signatures: number; version: string } {
  const objects = new Map(file.objects.map(({ number, value }) => [number, value]));
  const follow = (value: Value | undefined): Value | undefined => (isRef(value) ? objects.get(value.ref) : value);
  const catalog = file.trailers.map((trailer) => follow(trailer.get('/Root'))).findLast(isDict);
  if (!catalog) throw new Damaged('no catalog');
  const pages = countPages(follow(catalog.get('/Pages')), follow);
  if (pages === 0) throw new Damaged('no pages');
  const own = catalog.get('/Version');
  const version = typeof own === 'string' && /^\/\d\.\d$/.test(own) && own.slice(1) > file.version ? own.slice(1) : file.version;
  return { pages, signatures: [...objects.values()].reduce<number>((sum, value) => sum + countSignatures(value), 0), version };
}

/** Counts leaves of the page tree; a tree that bites its own tail is damaged. */
function countPages(root: Value | undefined, follow: (value: Value | undefined) => Value | undefined): number {
  const seen = new Set<Value>();
  const open = [root];
  let pages = 0;
  while (open.length > 0) {
    const node = open.pop();
    if (!isDict(node)) throw new Damaged('a page is missing');
    if (seen.has(node)) throw new Damaged('the page tree is a circle');
    seen.add(node);
    const kids = follow(node.get('/Kids'));
    if (!Array.isArray(kids)) pages += 1;
    else for (const kid of kids) open.push(follow(kid));
  }
  return pages;
}

/** Signature dictionaries in an object, not time stamps of the document. */
function countSignatures(value: Value): number {
  let found = 0;
  const open: Value[] = [value];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (Array.isArray(one)) for (const item of one) open.push(item);
    if (!isDict(one)) continue;
    if (isSignature(one)) found += 1;
    for (const item of one.values()) open.push(item);
  }
  return found;
}

function isSignature(dict: Dict): boolean {
  return Array.isArray(dict.get('/ByteRange')) && dict.has('/Contents') && dict.get('/Type') !== '/DocTimeStamp';
}
