import { type Words } from '../domain/words/words';

/**
 * An e-form as the office thinks of it: pages, questions, papers. The citizen's
 * page, the counter's dense form and an officer's task form are drawn from one
 * definition, and the server judges the answers by the same one.
 */
export type FormDefinition = {
  readonly id: string;
  readonly version: number;
  readonly title: Words;
  readonly pages: readonly FormPage[];
  /** Answers with which the procedure cannot go on; the clause stands in the procedure version under the same key. */
  readonly stops?: readonly StopRule[];
};

export type FormPage = {
  readonly id: string;
  readonly title: Words;
  readonly intro?: Words;
  readonly when?: Condition;
  readonly fields: readonly Field[];
};

export type StopRule = { readonly key: string; readonly when: Condition; readonly message: Words };

export type Scalar = string | number | boolean;

/**
 * When a question is asked. A closed language over earlier answers, never code.
 * Names are looked for in the row first, then in the form; `$channel`, `$case`
 * and `$owner` come from the dossier.
 */
export type Condition =
  | { readonly eq: readonly [string, Scalar] }
  | { readonly ne: readonly [string, Scalar] }
  | { readonly in: readonly [string, readonly Scalar[]] }
  /** A multi-choice that holds this value. */
  | { readonly has: readonly [string, string] }
  | { readonly filled: string }
  | { readonly gt: readonly [string, number | string] }
  | { readonly gte: readonly [string, number | string] }
  | { readonly lt: readonly [string, number | string] }
  | { readonly lte: readonly [string, number | string] }
  | { readonly and: readonly Condition[] }
  | { readonly or: readonly Condition[] }
  | { readonly not: Condition };

/** What the system may know of the signed-in person or of the dossier's owner. */
export const PREFILL_SOURCES = [
  'person.fullName',
  'person.citizenNumber',
  'person.identityPaper',
  'person.bornOn',
  'person.sex',
  'person.phone',
  'person.email',
  'person.address',
  'organisation.name',
  'organisation.taxCode',
] as const;
export type PrefillSource = (typeof PREFILL_SOURCES)[number];

type Asked = {
  readonly id: string;
  readonly label: Words;
  readonly hint?: Words;
  readonly required?: boolean;
  readonly when?: Condition;
  /** `verified`: an answer that comes from a verified source is shown and cannot be changed in the form. */
  readonly prefill?: { readonly from: PrefillSource; readonly verified?: boolean };
};

export type Option = { readonly value: string; readonly label: Words; readonly hint?: Words };

/** A day, the day of filing, or an earlier question of the form. */
export type DateBound = string | { readonly field: string };

export const IDENTITY_PAPERS = ['citizen-card', 'old-identity-card', 'passport', 'other'] as const;
export type IdentityPaperKind = (typeof IDENTITY_PAPERS)[number];

export type TextField = Asked & {
  readonly type: 'text' | 'long-text';
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly errors?: { readonly pattern: Words };
};
/** `name`, `phone`, `email`, `tax-code`: each has its own rule and nothing to set. */
export type PlainField = Asked & { readonly type: 'name' | 'phone' | 'email' | 'tax-code' };
/** Earlier questions that the personal number must agree with: the birth date, and the sex as `male` or `female`. */
export type Person = { readonly bornOn?: string; readonly sex?: string };
export type CitizenNumberField = Asked & { readonly type: 'citizen-number'; readonly of?: Person };
/** `isPartial`: a year, or month and year, will do (older register entries have no more). */
export type DateField = Asked & {
  readonly type: 'date';
  readonly isPartial?: boolean;
  readonly notBefore?: DateBound;
  readonly notAfter?: DateBound;
};
export type IdentityPaperField = Asked & {
  readonly type: 'identity-paper';
  readonly papers?: readonly IdentityPaperKind[];
  readonly of?: Person;
};
/** `decimals` 0: whole numbers only. Money is whole dong. */
export type NumberField = Asked & {
  readonly type: 'number' | 'money';
  readonly decimals?: number;
  readonly min?: number;
  readonly max?: number;
  readonly unit?: Words;
};
export type ChoiceField = Asked & { readonly type: 'choice'; readonly options: readonly Option[] };
export type MultiChoiceField = Asked & {
  readonly type: 'multi-choice';
  readonly options: readonly Option[];
  readonly min?: number;
  readonly max?: number;
};
/** `declaration`: a sentence that must be agreed to. */
export type YesNoField = Asked & { readonly type: 'yes-no' | 'declaration' };
export type UnitField = Asked & { readonly type: 'administrative-unit'; readonly level: 'province' | 'commune' };
export type AddressField = Asked & { readonly type: 'address' };
/** `component`: the paper of the procedure version that is handed in here. */
export type AttachmentField = Asked & { readonly type: 'attachment'; readonly component: string; readonly max?: number };
export type NoteField = Pick<Asked, 'id' | 'label' | 'when'> & { readonly type: 'note' };
export type RepeatField = Asked & {
  readonly type: 'repeat';
  readonly itemLabel: Words;
  readonly min?: number;
  readonly max?: number;
  readonly fields: readonly RowField[];
};

export type RowField =
  | TextField
  | PlainField
  | CitizenNumberField
  | DateField
  | IdentityPaperField
  | NumberField
  | ChoiceField
  | MultiChoiceField
  | YesNoField
  | UnitField
  | AddressField
  | AttachmentField
  | NoteField;
export type Field = RowField | RepeatField;
/** What is answered: everything but notes. */
export type QuestionField = Exclude<Field, NoteField>;

export function isQuestion(field: Field): field is QuestionField {
  return field.type !== 'note';
}
