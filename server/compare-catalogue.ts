import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageFileOf } from './catalogue/page-file';
import { readNeutral } from './catalogue/read-neutral';
import { readPublished } from './catalogue/read-page';

/**
 * Compares what the reader makes of collected pages with what was read of them
 * by hand: `npm run catalogue:compare -- DIR`. Prints each difference that has
 * no reason in the table below, and ends with 1 if there is one.
 */
const dir = process.argv[2];
if (!dir) {
  console.error('Usage: npm run catalogue:compare -- DIR');
  process.exit(2);
}

interface Expected extends Record<string, unknown> {
  readonly file: string;
  readonly bodies: string[];
  readonly bodiesAsWritten?: string[];
  readonly bodySource?: string;
  readonly doubts: string[];
}

/** Where the reader reads otherwise, and why: by file and key, or for all files. */
const allowed: readonly { readonly file?: string; readonly key: string; readonly why: string }[] = [];

let differences = 0;
let equal = 0;
const pages = readdirSync(join(dir, 'raw-samples')).filter((name) => pageFileOf(name));
const expected = linesOf(join(dir, 'raw-samples', 'expected.jsonl')).map((line) => JSON.parse(line) as Expected);
for (const wanted of expected) if (comparePage(wanted)) equal += 1;
console.log(`${equal} of ${expected.length} pages are read as expected, ${pages.length} pages are there.`);
process.exitCode = differences > 0 || expected.length !== pages.length ? 1 : 0;
countNeutral();

function comparePage(wanted: Expected): boolean {
  const file = pageFileOf(wanted.file)!;
  const page: unknown = JSON.parse(readFileSync(join(dir!, 'raw-samples', wanted.file), 'utf8'));
  const listed = wanted.bodySource === 'list' ? (wanted.bodiesAsWritten ?? wanted.bodies) : undefined;
  const { record } = readPublished(page, file, listed);
  const got: Record<string, unknown> = { ...record };
  const { file: _, fileCode: __, fileName: ___, ...rest } = wanted;
  let isEqual = true;
  for (const key of new Set([...Object.keys(rest), ...Object.keys(got)])) {
    const [left, right] = [canonical(rest[key]), canonical(got[key])];
    if (left === right) continue;
    isEqual = false;
    if (allowed.some((one) => one.key === key && (one.file === undefined || one.file === wanted.file))) continue;
    differences += 1;
    console.log(`${wanted.file} ${key}\n  expected ${left}\n  read     ${right}`);
  }
  return isEqual;
}

function countNeutral(): void {
  const counts = new Map<string, number>();
  for (const line of linesOf(join(dir!, 'catalogue.jsonl'))) {
    const reading = readNeutral(line);
    if (reading.record === undefined) {
      differences += 1;
      console.log('refused', reading.code, reading.findings);
    }
    for (const trap of new Set(reading.findings.map((one) => one.trap))) counts.set(trap, (counts.get(trap) ?? 0) + 1);
  }
  console.log([...counts].sort().map(([trap, count]) => `${trap} ${count}`).join('\n'));
}

/** Keys in order; what is absent, null, false or the usual value is the same as not said. */
function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    const said = Object.entries(inner).filter(([name, one]) => one !== null && one !== false && !(name === 'codeOk' && one === true));
    return Object.fromEntries(said.sort(([left], [right]) => (left < right ? -1 : 1)));
  });
}

function linesOf(path: string): string[] {
  return readFileSync(path, 'utf8').split('\n').filter((line) => line.trim() !== '');
}
