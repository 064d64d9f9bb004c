import { Refusal } from '../../domain/refusal';

/** What a placeholder may see: the facts of this document, `form` (title and source of the form), and `row`, `n` inside a list. */
export type Scope = Readonly<Record<string, unknown>>;

/** Finds a fact by its path, through own properties only; undefined where the path ends early. */
export function findFact(scope: Scope, path: string): unknown {
  let value: unknown = scope;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

/** Finds a fact that must be there: an empty date on an official letter is worse than no letter. */
export function readFact(scope: Scope, path: string): unknown {
  const value = findFact(scope, path);
  if (value === undefined || value === null || value === '') throw new Refusal('document-incomplete', { what: path });
  return value;
}

/** The rows of a list. */
export function readRows(scope: Scope, path: string): unknown[] {
  const rows = findFact(scope, path);
  if (!Array.isArray(rows)) throw new Refusal('document-incomplete', { what: path });
  return rows;
}

/** Whether a `when` holds: the fact equals `is`, or, without `is`, is there and not false, empty or zero. */
export function holds(scope: Scope, path: string, is: string | number | boolean | undefined): boolean {
  const value = findFact(scope, path);
  if (is !== undefined) return value === is;
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
