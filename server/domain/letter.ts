/** The letters of the centre (TT 03/2025/TT-VPCP, Annex I): receipt, supplement request, refusal at intake, extension or apology, stop. */
export const LETTER_FORMS = ['form-01', 'form-02', 'form-03', 'form-04', 'form-05'] as const;
/** Papers that go with a hand-over and are signed by hand. */
export const SLIP_FORMS = ['postal-slip', 'hand-over-record', 'result-hand-over'] as const;
export type LetterForm = (typeof LETTER_FORMS)[number] | (typeof SLIP_FORMS)[number];

/** What a letter is asked for with: its form, and the record that it speaks of. */
export type LetterOrder = {
  readonly dossierId: string;
  readonly form: LetterForm;
  readonly supplementId: string | null;
  readonly extensionId: string | null;
  readonly resultId: string | null;
  readonly postalOrderId: string | null;
  /** A letter that is printed once more, marked so: never a new act. */
  readonly reprintOfId: string | null;
};

/** These carry a number of their own, from a book of the body that writes them; the others are known by the register or by the dossier's code. */
const NUMBERED: readonly LetterForm[] = ['form-04', 'form-05', 'hand-over-record', 'result-hand-over'];

/** The book that numbers this form, by its key; null where the form has no number. */
export function letterBook(form: LetterForm): string | null {
  return NUMBERED.includes(form) ? form : null;
}

/** Whether the centre puts its electronic seal on it. */
export function isSealedLetter(form: LetterForm): boolean {
  return !(SLIP_FORMS as readonly string[]).includes(form);
}

/** Papers by which desks give each other a dossier stay in the house; the applicant gets what is written to them, and the slip of their parcel. */
export function isForApplicant(form: string): boolean {
  return form === 'postal-slip' || (LETTER_FORMS as readonly string[]).includes(form);
}

export function isLetterForm(form: unknown): form is LetterForm {
  return ([...LETTER_FORMS, ...SLIP_FORMS] as readonly unknown[]).includes(form);
}
