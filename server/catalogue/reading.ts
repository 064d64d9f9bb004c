import { type Finding } from './finding';
import { type ProcedureRecord } from './record';

/**
 * What became of one line or one page: a record as the office may use it, or
 * a refusal; either with the lines of the report.
 */
export type Reading =
  | { readonly record: ProcedureRecord; readonly findings: readonly Finding[] }
  | { readonly record: undefined; readonly code: string | undefined; readonly findings: readonly Finding[] };
