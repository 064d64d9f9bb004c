import { type IdentityPaperName } from './identity';

/** Whom the answers of a form name. What is typed there proves nobody (R23). */
export type NamedPerson = {
  readonly kind: 'person';
  readonly fullName: string;
  /** a whole day; otherwise what is known of it is in `bornText` */
  readonly bornOn: string | null;
  readonly bornText: string | null;
  readonly sex: 'male' | 'female' | null;
  /** a newborn has none yet */
  readonly paper: IdentityPaperName | null;
};

export type NamedOrganisation = { readonly kind: 'organisation'; readonly name: string; readonly taxCode: string | null };

/** Whose the result is to be. */
export type NamedOwner = { readonly kind: 'submitter' } | NamedPerson | NamedOrganisation;

/** What the form says of whoever files it. */
export interface NamedSubmitter {
  readonly fullName: string | null;
  readonly paper: IdentityPaperName | null;
  readonly phone: string | null;
  readonly email: string | null;
  /** As it was given: the line and the code of the commune. */
  readonly address: Readonly<Record<string, unknown>> | null;
}
