import { type ProcedureVersionContent } from '../domain/procedure';

type Level = ProcedureVersionContent['level'];

/**
 * What the catalogue does not say and every office has: the diagram, internal
 * limits, books, who signs. It holds for an imported procedure until an
 * administrator publishes a version of its own.
 */
export type Usual = Pick<
  ProcedureVersionContent,
  'diagram' | 'form' | 'limits' | 'pauseRule' | 'intakeRefusalSigner' | 'register' | 'resultBook' | 'refusalBook'
> & {
  signing: Readonly<Record<Level, ProcedureVersionContent['signing']>>;
  result: Pick<ProcedureVersionContent['result'], 'template' | 'refusalTemplate' | 'stopTemplate'>;
  /** The department of a province that does the work of a ministry there. */
  departments: Readonly<Record<string, string>>;
};

/** A body of the province by its name, as far as the catalogue can mean it. */
export type KnownBody = { readonly code: string; readonly name: string };
