import { type Note } from './lint-words';
import { recordOf } from './normalise-value';

/** What a condition may know of an earlier question. */
export type Known = { readonly type: string; readonly values: readonly string[] | undefined };
export type KnownFields = ReadonlyMap<string, Known>;

/** What the dossier says of itself. A case is a key of the procedure version, so any word will do. */
const DOSSIER: KnownFields = new Map([
  ['$channel', { type: 'choice', values: ['online', 'counter', 'post'] }],
  ['$case', { type: 'choice', values: undefined }],
  ['$owner', { type: 'choice', values: ['person', 'organisation'] }],
]);
const DEEPEST = 8;

/** Notes what is wrong with a condition: its form, a question that is not there yet, a value nobody can answer. */
export function lintCondition(condition: unknown, path: string, known: KnownFields, note: Note, depth = 0): void {
  const entries = Object.entries(recordOf(condition) ?? {});
  const [operator, operand] = entries[0] ?? [];
  if (entries.length !== 1 || depth > DEEPEST) return note(path, 'condition');
  switch (operator) {
    case 'and':
    case 'or':
      if (!Array.isArray(operand) || operand.length === 0) return note(path, 'condition');
      return operand.forEach((one, index) => lintCondition(one, `${path}.${operator}.${index}`, known, note, depth + 1));
    case 'not':
      return lintCondition(operand, `${path}.not`, known, note, depth + 1);
    case 'filled':
      return isAskedBefore(operand, known) ? undefined : note(path, 'later');
    case 'eq':
    case 'ne':
    case 'has':
    case 'in':
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return lintComparison(operator, operand, path, known, note);
    case undefined:
    default:
      return note(path, 'condition');
  }
}

function find(name: unknown, known: KnownFields): Known | undefined {
  return typeof name === 'string' ? (known.get(name) ?? DOSSIER.get(name)) : undefined;
}

function isAskedBefore(name: unknown, known: KnownFields): boolean {
  const field = find(name, known);
  return field !== undefined && field.type !== 'row-only';
}

function lintComparison(operator: string, operand: unknown, path: string, known: KnownFields, note: Note): void {
  if (!Array.isArray(operand) || operand.length !== 2) return note(path, 'condition');
  const [name, value] = operand as [unknown, unknown];
  const field = find(name, known);
  if (!field || field.type === 'row-only') return note(path, 'later');
  const values = operator === 'in' ? value : [value];
  if (!Array.isArray(values) || values.length === 0) return note(path, 'condition');
  if (!values.every((one) => mayBe(operator, field, one))) note(path, 'value');
}

function mayBe(operator: string, { type, values }: Known, value: unknown): boolean {
  if (operator === 'has') return type === 'multi-choice' && typeof value === 'string' && (values ?? []).includes(value);
  if (/^[gl]te?$/.test(operator)) {
    if (type === 'number' || type === 'money') return typeof value === 'number';
    return type === 'date' && typeof value === 'string' && /^\d{4}(-\d{2}){0,2}$/.test(value);
  }
  switch (type) {
    case 'choice':
      return typeof value === 'string' && (values?.includes(value) ?? true);
    case 'yes-no':
    case 'declaration':
      return typeof value === 'boolean';
    case 'number':
    case 'money':
      return typeof value === 'number';
    case 'multi-choice':
    case 'identity-paper':
    case 'address':
    case 'attachment':
    case 'repeat':
      return false;
    default:
      return typeof value === 'string';
  }
}
