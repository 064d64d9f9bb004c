/** The kinds of paper by which a person is known. */
export type IdentityPaperKind = 'citizen-number' | 'old-citizen-number' | 'passport' | 'foreign-paper';

/** One paper: its number counts only with its kind and the country that issued it (ISO 3166-1 alpha-2). */
export interface IdentityPaperName {
  readonly kind: IdentityPaperKind;
  readonly number: string;
  readonly country: string;
}

/** Letters, with the spaces and signs that names have in some countries. */
export function isPersonName(name: string): boolean {
  return /^\p{L}[\p{L}\p{M} .,'’()-]*$/u.test(name);
}

/** A person's or an organisation's name has letters; digits and signs alone name nobody. */
export function isReceiverName(name: string): boolean {
  return /\p{L}.*\p{L}/su.test(name);
}

/** Whether two names as they were written are the same name: composed letters, capitals and spaces aside. */
export function isSameName(one: string, other: string): boolean {
  return tidied(one) === tidied(other);
}

function tidied(name: string): string {
  return name.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();
}
