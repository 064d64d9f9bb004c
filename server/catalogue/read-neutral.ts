import { type z } from 'zod';
import { doubtfulContent } from './doubtful-content';
import { doubtfulFees } from './doubtful-fees';
import { doubtfulHeading, mentionsDistrict } from './doubtful-heading';
import { doubtfulTimes } from './doubtful-times';
import { type Finding, finding } from './finding';
import { judgeLevels } from './judge-bodies';
import { type Reading } from './reading';
import { type ProcedureRecord, recordShape } from './record';
import { letterTraps, oneLine } from './repair-text';
import { settleRecord } from './settle-record';
import { isTrap } from './verdicts';

/** No key of the shape lies deeper; what does is not ours, and may be as deep as it likes. */
const DEEPEST = 8;

/**
 * Reads one line of the neutral shape. Letters are repaired before anything is
 * looked at; a key that the shape does not know is left out with a warning,
 * because a newer source may say more than we can use; a missing or wrong one
 * refuses the line. Doubts that the line names hold even where they cannot be
 * seen in its shortened texts.
 */
export function readNeutral(line: string): Reading {
  const given = parseLine(line.replace(/^\ufeff/u, ''));
  if (given === undefined) return { record: undefined, code: undefined, findings: [finding('not-json', 'record')] };
  const { value, unknown } = parseShape(repaired(given, 0));
  const ofLine = [
    ...letterTraps(textsIn(given, 0).join('\n')).map((trap) => finding(trap, 'record')),
    ...unknown.map((key) => finding('unknown-key', key)),
  ];
  if (!value.success) return { record: undefined, code: codeOf(given), findings: [...ofLine, ...faults(value.error)] };
  const isBroken = typeof given['name'] === 'string' && /\S\s*\n\s*\S/u.test(given['name']);
  const findings = [...ofLine, ...(isBroken ? [finding('name-with-line-break', 'name')] : []), ...doubtsOf(value.data)];
  return settleRecord(value.data, [...findings, ...namedDoubts(value.data, findings)]);
}

/** What can be seen in the record itself, whatever the line says of it. */
function doubtsOf(record: ProcedureRecord): Finding[] {
  return [
    ...judgeLevels(record.levelsStated, record.bodyKinds).findings,
    ...doubtfulHeading(record),
    ...mentionsDistrict(textsOf(record)),
    ...doubtfulTimes(record),
    ...doubtfulFees(record),
    ...doubtfulContent(record),
  ];
}

function parseLine(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function textsIn(value: unknown, depth: number): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return [];
  return Object.values(value).flatMap((one) => textsIn(one, depth + 1));
}

/** Every text of a value repaired; the shape is shallow, so that what lies deeper is dropped and the shape refuses it. */
function repaired(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return oneLine(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > DEEPEST) return undefined;
  if (Array.isArray(value)) return value.map((one) => repaired(one, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, repaired(one, depth + 1)]));
}

/** The value by its shape, without the keys that the shape does not know, which are named. */
function parseShape(value: unknown): { value: z.ZodSafeParseResult<ProcedureRecord>; unknown: string[] } {
  const first = recordShape.safeParse(value);
  if (first.success) return { value: first, unknown: [] };
  const unknown = first.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ path: issue.path, key })) : [],
  );
  if (unknown.length === 0) return { value: first, unknown: [] };
  for (const { path, key } of unknown) Reflect.deleteProperty(valueAt(value, path), key);
  return { value: recordShape.safeParse(value), unknown: unknown.map(({ path, key }) => placeOf([...path, key])) };
}

function valueAt(value: unknown, path: readonly PropertyKey[]): object {
  return path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown>)[key], value) as object;
}

function placeOf(path: readonly PropertyKey[]): string {
  return path.map((key, order) => (typeof key === 'number' ? `[${key}]` : `${order === 0 ? '' : '.'}${String(key)}`)).join('');
}

function faults(error: z.ZodError): Finding[] {
  return error.issues.map((issue) => finding('shape-broken', placeOf(issue.path) || 'record', issue.message));
}

function namedDoubts(record: ProcedureRecord, seen: readonly Finding[]): Finding[] {
  const traps = new Set<string>(seen.map((one) => one.trap));
  return record.doubts
    .filter((doubt) => !traps.has(doubt))
    .map((doubt) => (isTrap(doubt) ? finding(doubt, 'record') : finding('unknown-doubt', 'record', doubt)));
}

/** Every text of the record but the doubts, for what may stand in any of them. */
function textsOf({ doubts: _, bodyKinds: __, ...record }: ProcedureRecord): string {
  return JSON.stringify(record);
}

function codeOf(given: Record<string, unknown>): string | undefined {
  return typeof given['code'] === 'string' ? given['code'] : undefined;
}
