import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageFileOf } from './catalogue/page-file';
import { readNeutral } from './catalogue/read-neutral';
import { readPublished } from './catalogue/read-page';
import { PlainSentence } from './domain/plain-sentence';
import { runProcess } from './run-process';

/** A page as it was read by hand, in the neutral shape, with the name of its file. */
interface Expected extends Record<string, unknown> {
  readonly file: string;
  readonly bodies: string[];
  readonly bodiesAsWritten?: string[];
  readonly bodySource?: string;
}

const FORM = 'the form file is split where its name begins, not inside its number';
const CODE = 'a code with a hyphen is one code, not a code and another result';
const WIDER = 'the page names more bodies than the list, which is a difference too';
/** Where the reader reads otherwise than the hand did, by code of the file and key, and why. */
const REASONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '1.000232': { components: FORM },
  '1.004194': { components: FORM },
  '2.001428': { legalBases: 'a number glued to the year of a name ends that name, so that these are two legal bases' },
  '1.007927': { components: FORM },
  '1.005429': { doubts: WIDER },
  '1.007412': { components: 'two form files in one cell are two files', results: CODE, doubts: 'no result is left without its code' },
  '1.010370': { doubts: WIDER },
  '1.014976': { components: FORM },
  '1.115148': { results: CODE, doubts: 'no result is left without its code' },
  '2.000765': { components: 'Ð for Đ is repaired inside a component as well' },
  '2.000822': { components: FORM },
  '1.013097': { doubts: '“1,5 ngày” in the description is one and a half days, so that the time is among several there' },
  '6.005705': { components: 'three form files in one cell are three files' },
  '1.000213': { components: 'the form file begins after the stop', doubts: 'so that its boundary is not lost' },
};
/** What the lines say of their file, not of the procedure. */
const OF_FILE = ['file', 'fileCode', 'fileName'];

void runProcess(async () => compareCatalogue(process.argv[2]));

/**
 * Holds the reader against pages that were read by hand, and reads a whole
 * catalogue: `catalogue:compare DIR`. Prints each difference, those with a
 * reason by that reason, and ends with 1 where one has none, where a reason is
 * no longer needed, or where a line of the catalogue is refused.
 */
async function compareCatalogue(dir: string | undefined): Promise<void> {
  if (dir === undefined) throw new PlainSentence('Usage: npm run catalogue:compare -- DIR');
  const faults = [...comparePages(dir), ...compareLines(join(dir, 'catalogue.jsonl'))];
  for (const fault of faults) console.log(fault);
  if (faults.length > 0) throw new PlainSentence(`${faults.length} differences without a reason.`);
}

function comparePages(dir: string): string[] {
  const folder = join(dir, 'raw-samples');
  const pages = readdirSync(folder).filter((name) => pageFileOf(name) !== undefined);
  const expected = linesOf(join(folder, 'expected.jsonl')).map((line) => JSON.parse(line) as Expected);
  const results = expected.map((one) => comparePage(folder, one));
  const isEqual = results.filter((one) => one.differing.length === 0).length;
  console.log(`${isEqual} of ${expected.length} pages are read just as by hand, ${expected.length - isEqual} otherwise.`);
  for (const { explained } of results) for (const line of explained) console.log(`  ${line}`);
  return [
    ...results.flatMap((one) => one.faults),
    ...(pages.length === expected.length ? [] : [`${pages.length} pages, ${expected.length} expected`]),
  ];
}

function comparePage(folder: string, wanted: Expected): { differing: string[]; explained: string[]; faults: string[] } {
  const file = pageFileOf(wanted.file)!;
  const page: unknown = JSON.parse(readFileSync(join(folder, wanted.file), 'utf8'));
  // The list of codes is a second source that a page does not hold: what was read of it is handed in.
  const listed = wanted.bodySource === 'list' ? (wanted.bodiesAsWritten ?? wanted.bodies) : undefined;
  const got: Record<string, unknown> = { ...readPublished(page, file, listed).record };
  const byHand = Object.fromEntries(Object.entries(wanted).filter(([key]) => !OF_FILE.includes(key)));
  const differing = [...new Set([...Object.keys(byHand), ...Object.keys(got)])].filter(
    (key) => canonical(byHand[key]) !== canonical(got[key]),
  );
  const reasons = REASONS[file.code] ?? {};
  return {
    differing,
    explained: differing.filter((key) => reasons[key]).map((key) => `${file.code} ${key}: ${reasons[key]}`),
    faults: [
      ...differing
        .filter((key) => !reasons[key])
        .map((key) => `${file.code} ${key}\n  by hand ${canonical(byHand[key])}\n  read    ${canonical(got[key])}`),
      ...Object.keys(reasons)
        .filter((key) => !differing.includes(key))
        .map((key) => `${file.code} ${key} needs its reason no longer`),
    ],
  };
}

/** Reads every line, and again without the doubts that it names; prints how often each trap was named, and how often it was seen unaided. */
function compareLines(path: string): string[] {
  const named = new Map<string, number>();
  const seen = new Map<string, number>();
  const faults: string[] = [];
  for (const line of linesOf(path)) {
    const { record, findings } = readNeutral(line);
    const traps = new Set<string>(findings.map((one) => one.trap));
    const given = JSON.parse(line) as { doubts: string[] };
    const { doubts } = given;
    const unaided = new Set(readNeutral(JSON.stringify({ ...given, doubts: [] })).findings.map((one) => one.trap));
    if (record === undefined) faults.push(`refused: ${line.slice(0, 80)}`);
    for (const doubt of doubts) if (!traps.has(doubt)) faults.push(`${record?.code}: ${doubt} was not found`);
    for (const doubt of doubts) named.set(doubt, (named.get(doubt) ?? 0) + 1);
    for (const trap of unaided) seen.set(trap, (seen.get(trap) ?? 0) + 1);
  }
  for (const trap of [...new Set([...named.keys(), ...seen.keys()])].sort())
    console.log(`  ${trap}: named ${named.get(trap) ?? 0}, seen unaided ${seen.get(trap) ?? 0}`);
  return faults;
}

/** Keys in their order; what is absent, null, false or usual is the same as not said. */
function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    const said = Object.entries(inner).filter(([name, one]) => one !== null && one !== false && !(name === 'codeOk' && one === true));
    return Object.fromEntries(said.sort(([left], [right]) => (left < right ? -1 : 1)));
  });
}

function linesOf(path: string): string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
}
