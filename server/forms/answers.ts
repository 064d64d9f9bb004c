import { type IdentityPaperKind } from './definition';

export type IdentityPaper = {
  readonly paper: IdentityPaperKind;
  readonly number: string;
  /** ISO 3166-1 alpha-2, for a passport or a foreign paper. */
  readonly country?: string;
  readonly issuedOn?: string;
  readonly issuedBy?: string;
};

/** `unit` is the code of a commune of today; the text keeps what the person calls the place. */
export type Address = { readonly unit?: string; readonly line?: string };

/** A row keeps its id while others come and go, so that a fault, a file or a supplement request can name it. */
export type Row = { readonly id: string; readonly answers: Answers };

/**
 * One answer. A date is 'YYYY-MM-DD' (partial: 'YYYY-MM', 'YYYY'), money whole
 * dong, an attachment the ids of its files. Text that could not be read as its
 * type stays as typed, so that the person sees it again with the fault.
 */
export type Answer = string | number | boolean | readonly string[] | IdentityPaper | Address | readonly Row[];

export type Answers = { readonly [field: string]: Answer | undefined };

/** What conditions and bounds know besides the answers. `today` is the day of filing, 'YYYY-MM-DD'. */
export type FormContext = {
  readonly channel: string;
  readonly case: string;
  readonly owner: string;
  readonly today: string;
};

export function isRows(answer: Answer | undefined): answer is readonly Row[] {
  return Array.isArray(answer) && answer.every((one) => typeof one === 'object');
}

export function isTexts(answer: Answer | undefined): answer is readonly string[] {
  return Array.isArray(answer) && answer.every((one) => typeof one === 'string');
}

/** The answer of that name, never something every object inherits. */
export function answerOf(answers: Answers, field: string): Answer | undefined {
  return Object.hasOwn(answers, field) ? answers[field] : undefined;
}
