import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pageFileOf } from './catalogue/page-file';
import { readNeutral } from './catalogue/read-neutral';
import { readPage } from './catalogue/read-page';
import { type Reading } from './catalogue/reading';
import { type ProcedureRecord } from './catalogue/record';

/** One reading and where it came from: a page by its file, a line by its number. */
export type PlacedReading = { place: string; reading: Reading };

const LINES = 'catalogue.jsonl';

/**
 * Reads procedures from a file (`*.jsonl` in the neutral shape, one collected
 * page as `N.NNNNNN.json`) or from a folder: the pages that lie in it, however
 * deep, and its `catalogue.jsonl`. Where a code has its page and a line, the
 * page is read and the line left: a line is a page shortened. The line still
 * says which bodies the portal's own list names, which no page does.
 */
export function readCatalogueFiles(path: string): PlacedReading[] {
  if (!statSync(path).isDirectory()) return path.endsWith('.jsonl') ? linesOf(path) : pageOf(path, basename(path));
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).sort();
  const lines = names.includes(LINES) ? linesOf(join(path, LINES)) : [];
  const listed = new Map(
    lines.flatMap(({ reading: { record } }) => (record?.bodySource === 'list' ? [[record.code, bodiesOf(record)]] : [])),
  );
  const pages = names.filter((name) => pageFileOf(name)).flatMap((name) => pageOf(join(path, name), name, listed));
  const paged = new Set(pages.map(({ reading }) => codeOf(reading)));
  return [...pages, ...lines.filter(({ reading }) => !paged.has(codeOf(reading)))];
}

function linesOf(path: string): PlacedReading[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.flatMap((line, order) =>
    line.trim() === '' ? [] : [{ place: `${basename(path)}:${order + 1}`, reading: readNeutral(line) }],
  );
}

function pageOf(path: string, name: string, listed = new Map<string, readonly string[]>()): PlacedReading[] {
  const file = pageFileOf(name) ?? { code: '?', ministry: null };
  return [{ place: name, reading: readPage(parsed(readFileSync(path, 'utf8')), file, listed.get(file.code)) }];
}

function bodiesOf({ bodies, bodiesAsWritten }: ProcedureRecord): readonly string[] {
  return bodiesAsWritten ?? bodies;
}

/** What is no JSON is refused by the reader, in its words. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/u, '')) as unknown;
  } catch {
    return undefined;
  }
}

function codeOf(reading: Reading): string | undefined {
  return reading.record ? reading.record.code : reading.code;
}
