import { IDENTITY_PAPERS, PREFILL_SOURCES } from './definition';
import { type KnownFields } from './lint-condition';
import { type LintCode, type Note } from './lint-words';
import { recordOf } from './normalise-value';
import { parseTypedDate } from './values/typed-date';

type Parts = Readonly<Record<string, unknown>>;
/** Judges one property of a field; names its fault, or nothing. */
type Check = (value: unknown, field: Parts, known: KnownFields) => LintCode | undefined;

/** A label, a hint, a message: both languages, neither empty. */
export function isWords(value: unknown): boolean {
  const parts = recordOf(value);
  const isText = (text: unknown) => typeof text === 'string' && text.trim() !== '';
  return !!parts && isText(parts.vi) && isText(parts.en) && Object.keys(parts).length === 2;
}

const words: Check = (value) => (isWords(value) ? undefined : 'words');
const boolean: Check = (value) => (typeof value === 'boolean' ? undefined : 'boolean');
const count: Check = (value) => (Number.isInteger(value) && (value as number) >= 0 ? undefined : 'count');
/** As many as a typed number may have. */
const decimals: Check = (value) => (Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 6 ? undefined : 'count');
const number: Check = (value) => (typeof value === 'number' && Number.isFinite(value) ? undefined : 'number');
/** Checked where the whole form is known. */
const elsewhere: Check = () => undefined;

const least: Check = (value, field, known) => count(value, field, known) ?? (isAbove(value, field.max) ? 'order' : undefined);
const leastNumber: Check = (value, field, known) => number(value, field, known) ?? (isAbove(value, field.max) ? 'order' : undefined);
const isAbove = (one: unknown, other: unknown) => typeof one === 'number' && typeof other === 'number' && one > other;

/** A repeated group, or many open repetitions, may take for ever on a hostile answer, so they are not allowed at all. */
const pattern: Check = (value) => {
  if (typeof value !== 'string' || value.length > 200 || /\)[*+{]/.test(value)) return 'pattern';
  if ((value.match(/[*+]|\{\d*,\}/g) ?? []).length > 2) return 'pattern';
  try {
    new RegExp(value, 'u');
    return undefined;
  } catch {
    return 'pattern';
  }
};
const errors: Check = (value) => (isWords(recordOf(value)?.pattern) ? undefined : 'words');

const options: Check = (value) => {
  if (!Array.isArray(value) || value.length === 0) return 'list';
  const all = value.map(recordOf);
  const isRight = (option: Parts | undefined) =>
    typeof option?.value === 'string' &&
    option.value !== '' &&
    isWords(option.label) &&
    (option.hint === undefined || isWords(option.hint));
  return all.every(isRight) && new Set(all.map((option) => option?.value)).size === all.length ? undefined : 'options';
};

const bound: Check = (value, _field, known) => {
  if (typeof value === 'string') return value === 'today' || parseTypedDate(value) === value ? undefined : 'bound';
  const field = recordOf(value)?.field;
  return typeof field === 'string' && known.get(field)?.type === 'date' ? undefined : 'bound';
};
const person: Check = (value, _field, known) => {
  const parts = recordOf(value);
  if (!parts || Object.keys(parts).some((key) => key !== 'bornOn' && key !== 'sex')) return 'person';
  const isType = (name: unknown, type: string) => name === undefined || (typeof name === 'string' && known.get(name)?.type === type);
  return isType(parts.bornOn, 'date') && isType(parts.sex, 'choice') ? undefined : 'person';
};
const papers: Check = (value) =>
  Array.isArray(value) && value.length > 0 && value.every((kind) => (IDENTITY_PAPERS as readonly unknown[]).includes(kind))
    ? undefined
    : 'papers';
const prefill: Check = (value) => {
  const parts = recordOf(value);
  const isKnown = (PREFILL_SOURCES as readonly unknown[]).includes(parts?.from);
  return parts && isKnown && (parts.verified === undefined || typeof parts.verified === 'boolean') ? undefined : 'prefill';
};
const level: Check = (value) => (value === 'province' || value === 'commune' ? undefined : 'level');
const component: Check = (value) => (typeof value === 'string' && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value) ? undefined : 'component');

/** `!` after a name: the property must be there. */
type Shape = Readonly<Record<string, Check>>;
const ASKED: Shape = { 'id!': elsewhere, 'type!': elsewhere, 'label!': words, hint: words, required: boolean, when: elsewhere, prefill };
const NUMBERS: Shape = { ...ASKED, min: leastNumber, max: number, unit: words };
const TEXTS: Shape = { ...ASKED, maxLength: count, pattern, errors };

export const FIELD_SHAPES: Readonly<Record<string, Shape>> = {
  text: TEXTS,
  'long-text': TEXTS,
  name: ASKED,
  phone: ASKED,
  email: ASKED,
  'tax-code': ASKED,
  'citizen-number': { ...ASKED, of: person },
  date: { ...ASKED, isPartial: boolean, notBefore: bound, notAfter: bound },
  'identity-paper': { ...ASKED, papers, of: person },
  number: { ...NUMBERS, decimals },
  money: NUMBERS,
  choice: { ...ASKED, 'options!': options },
  'multi-choice': { ...ASKED, 'options!': options, min: least, max: count },
  'yes-no': ASKED,
  declaration: ASKED,
  'administrative-unit': { ...ASKED, 'level!': level },
  address: ASKED,
  attachment: { ...ASKED, 'component!': component, max: count },
  note: { 'id!': elsewhere, 'type!': elsewhere, 'label!': words, when: elsewhere },
  repeat: { ...ASKED, 'itemLabel!': words, min: least, max: count, 'fields!': elsewhere },
};

/** Notes every property that is missing, unknown or wrong. */
export function lintShape(field: Parts, shape: Shape, path: string, known: KnownFields, note: Note): void {
  for (const name of Object.keys(field)) if (!shape[name] && !shape[`${name}!`]) note(`${path}.${name}`, 'unknown');
  for (const [name, check] of Object.entries(shape)) {
    const property = name.replace('!', '');
    const isThere = Object.hasOwn(field, property);
    const fault = isThere || name.endsWith('!') ? check(field[property], field, known) : undefined;
    if (fault) note(`${path}.${property}`, fault);
  }
}
