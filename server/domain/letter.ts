/** The letters of the centre (TT 03/2025/TT-VPCP, Annex I): receipt, supplement request, refusal at intake, extension or apology, stop. */
export const LETTER_FORMS = ['form-01', 'form-02', 'form-03', 'form-04', 'form-05'] as const;
export type LetterForm = (typeof LETTER_FORMS)[number];

/** What a letter is asked for with: its form, and the record that it speaks of. */
export type LetterOrder = {
  readonly dossierId: string;
  readonly form: LetterForm;
  readonly supplementId: string | null;
  readonly extensionId: string | null;
  readonly resultId: string | null;
  /** A letter that is printed once more, marked so: never a new act. */
  readonly reprintOfId: string | null;
};

/** These carry a number of the centre's own; the others are known by the register or by the dossier's code. */
const NUMBERED: readonly LetterForm[] = ['form-04', 'form-05'];

/** The book of the centre that numbers this form, by its key; null where the form has no number. */
export function letterBook(form: LetterForm): string | null {
  return NUMBERED.includes(form) ? form : null;
}

export function isLetterForm(form: unknown): form is LetterForm {
  return (LETTER_FORMS as readonly unknown[]).includes(form);
}
