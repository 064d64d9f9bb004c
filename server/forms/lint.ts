import { type FormDefinition } from './definition';
import { type Known, lintCondition } from './lint-condition';
import { FIELD_SHAPES, isWords, lintShape } from './lint-field';
import { LINT_WORDS, type LintFault, type Note } from './lint-words';
import { recordOf } from './normalise-value';

/**
 * Everything for which a form definition cannot be published, each with its
 * place and reason. A definition without faults is safe for every function of
 * this folder; nothing here throws, whatever is given.
 */
export function lintForm(value: unknown): LintFault[] {
  const faults: LintFault[] = [];
  const note: Note = (path, code) => {
    faults.push({ path, reason: LINT_WORDS[code] });
  };
  const form = recordOf(value);
  if (!form) return [{ path: '', reason: LINT_WORDS.object }];
  for (const name of Object.keys(form)) if (!['id', 'version', 'title', 'pages', 'stops'].includes(name)) note(name, 'unknown');
  if (!isKey(form.id)) note('id', 'key');
  if (!Number.isInteger(form.version) || (form.version as number) < 1) note('version', 'count');
  if (!isWords(form.title)) note('title', 'words');
  const known = new Map<string, Known>();
  if (!isFilledList(form.pages)) note('pages', 'list');
  else lintPages(form.pages, known, note);
  if (form.stops !== undefined) lintStops(form.stops, known, note);
  return faults;
}

/** A definition that has passed; the faults else. */
export function readForm(value: unknown): { readonly form: FormDefinition } | { readonly faults: readonly LintFault[] } {
  const faults = lintForm(value);
  return faults.length > 0 ? { faults } : { form: value as FormDefinition };
}

function lintPages(pages: readonly unknown[], known: Map<string, Known>, note: Note): void {
  const ids = new Set<unknown>();
  pages.forEach((one, index) => {
    const path = `pages.${index}`;
    const page = recordOf(one);
    if (!page) return note(path, 'object');
    for (const name of Object.keys(page))
      if (!['id', 'title', 'intro', 'when', 'fields'].includes(name)) note(`${path}.${name}`, 'unknown');
    if (!isKey(page.id)) note(`${path}.id`, 'key');
    if (ids.has(page.id)) note(`${path}.id`, 'twice');
    ids.add(page.id);
    if (!isWords(page.title)) note(`${path}.title`, 'words');
    if (page.intro !== undefined && !isWords(page.intro)) note(`${path}.intro`, 'words');
    if (page.when !== undefined) lintCondition(page.when, `${path}.when`, known, note);
    if (!isFilledList(page.fields)) return note(`${path}.fields`, 'list');
    lintFields(page.fields, `${path}.fields`, known, note, false);
  });
}

function lintFields(fields: readonly unknown[], before: string, known: Map<string, Known>, note: Note, isInRow: boolean): void {
  fields.forEach((one, index) => {
    const path = `${before}.${index}`;
    const field = recordOf(one);
    if (!field) return note(path, 'object');
    const shape = typeof field.type === 'string' && Object.hasOwn(FIELD_SHAPES, field.type) ? FIELD_SHAPES[field.type] : undefined;
    if (!shape) return note(`${path}.type`, 'type');
    const { id, type } = field as { id: unknown; type: string };
    if (typeof id !== 'string' || !/^[a-z][A-Za-z0-9]{0,59}$/.test(id)) note(`${path}.id`, 'id');
    else if (known.has(id)) note(`${path}.id`, 'twice');
    if (type === 'repeat' && isInRow) return note(path, 'nested');
    lintShape(field, shape, path, known, note);
    if (field.when !== undefined) lintCondition(field.when, `${path}.when`, known, note);
    if (type === 'repeat') lintRepeat(field.fields, `${path}.fields`, known, note);
    if (typeof id === 'string') known.set(id, { type, values: valuesOf(field.options) });
  });
}

/** Questions of a row are known inside the row only, but their ids are not used again outside. */
function lintRepeat(fields: unknown, path: string, known: Map<string, Known>, note: Note): void {
  if (!isFilledList(fields)) return note(path, 'list');
  const inside = new Map(known);
  lintFields(fields, path, inside, note, true);
  for (const id of inside.keys()) if (!known.has(id)) known.set(id, { type: 'row-only', values: [] });
}

function lintStops(stops: unknown, known: Map<string, Known>, note: Note): void {
  if (!isFilledList(stops)) return note('stops', 'list');
  const keys = new Set<unknown>();
  stops.forEach((one, index) => {
    const path = `stops.${index}`;
    const stop = recordOf(one);
    if (!stop) return note(path, 'object');
    for (const name of Object.keys(stop)) if (!['key', 'when', 'message'].includes(name)) note(`${path}.${name}`, 'unknown');
    if (!isKey(stop.key)) note(`${path}.key`, 'key');
    if (keys.has(stop.key)) note(`${path}.key`, 'twice');
    keys.add(stop.key);
    if (!isWords(stop.message)) note(`${path}.message`, 'words');
    lintCondition(stop.when, `${path}.when`, known, note);
  });
}

function valuesOf(options: unknown): readonly string[] | undefined {
  if (!Array.isArray(options)) return undefined;
  return options.map((option) => recordOf(option)?.value).filter((value) => typeof value === 'string');
}

function isFilledList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > 0;
}

function isKey(value: unknown): boolean {
  return typeof value === 'string' && /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/.test(value);
}
