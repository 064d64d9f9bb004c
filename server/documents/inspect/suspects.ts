import { type PdfFile } from './file';
import { type Dict, isDict, isRef, type Value } from './reader';
import { Hostile, type HostileReason } from './verdict';

/** Actions that an official paper never needs. `GoTo`, `Named` and `URI` (a link that is clicked) pass. */
const ACTIONS = new Map<Value, HostileReason>([
  ['/JavaScript', 'script'],
  ['/Rendition', 'media'],
  ['/RichMediaExecute', 'media'],
  ['/Movie', 'media'],
  ['/Sound', 'media'],
  ['/Launch', 'launch'],
  ['/SubmitForm', 'form-action'],
  ['/ImportData', 'form-action'],
  ['/GoToR', 'external'],
  ['/GoToE', 'external'],
]);
const KEYS = new Map<string, HostileReason>([
  ['/JavaScript', 'script'],
  ['/XFA', 'script'],
  ['/OnInstantiate', 'script'],
  ['/EmbeddedFiles', 'embedded-file'],
  ['/Collection', 'embedded-file'],
]);
const TYPES = new Map<Value, HostileReason>([
  ['/EmbeddedFile', 'embedded-file'],
  ['/FileAttachment', 'embedded-file'],
  ['/RichMedia', 'media'],
  ['/Screen', 'media'],
  ['/Movie', 'media'],
  ['/Sound', 'media'],
]);
/** What may run by itself, on opening or on an event. */
const HARMLESS = new Set<Value>(['/GoTo', '/Named']);

/** Refuses a file that acts, carries other files or opens something by itself; every object counts, reachable or not. */
export function refuseHostile(file: PdfFile): void {
  const definitions = new Map<number, Value[]>();
  for (const { number, value } of file.objects) {
    const known = definitions.get(number);
    if (known) known.push(value);
    else definitions.set(number, [value]);
  }
  const meanings = (value: Value): Value[] => (isRef(value) ? (definitions.get(value.ref) ?? []) : [value]);
  const open: Value[] = [...file.objects.map(({ value }) => value), ...file.trailers];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (Array.isArray(value)) for (const item of value) open.push(item);
    if (!isDict(value)) continue;
    judge(value, meanings);
    for (const item of value.values()) open.push(item);
  }
  if (file.hidesObject) refuse('hidden-object');
}

function judge(dict: Dict, meanings: (value: Value) => Value[]): void {
  for (const [written, value] of dict) {
    const key = written.split(' ', 1)[0]!;
    refuse(KEYS.get(key));
    for (const meaning of meanings(value)) {
      if (key === '/S') refuse(ACTIONS.get(meaning));
      if (key === '/Type' || key === '/Subtype') refuse(TYPES.get(meaning));
      if (key === '/OpenAction') refuseUnlessHarmless(meaning, meanings);
      if (key === '/EF' && isDict(meaning)) refuse('embedded-file');
      if (key === '/AA' && isDict(meaning))
        for (const event of meaning.values()) for (const one of meanings(event)) refuseUnlessHarmless(one, meanings);
    }
  }
}

/** An opening place is an array or a name; an action must be one that only moves within the document. */
function refuseUnlessHarmless(action: Value, meanings: (value: Value) => Value[]): void {
  if (!isDict(action)) return;
  const kinds = meanings(action.get('/S') ?? null);
  if (!kinds.every((kind) => HARMLESS.has(kind))) refuse(kinds.map((kind) => ACTIONS.get(kind)).find((reason) => reason) ?? 'open-action');
}

function refuse(reason: HostileReason | undefined): void {
  if (reason) throw new Hostile(reason);
}
