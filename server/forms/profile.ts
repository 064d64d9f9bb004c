import { type IdentityPaperName } from '../domain/identity';
import { type IdentityPaperKind } from './definition';
import { type Profile } from './prefill';

/** What the record knows of whoever is signed in. */
export interface KnownFiler {
  /** Seen by a clerk or confirmed by the identity gateway; otherwise everything is only what they once typed. */
  readonly isVerified: boolean;
  readonly account: { readonly displayName: string; readonly phone: string | null; readonly email: string | null };
  readonly person:
    | {
        readonly fullName: string;
        readonly bornOn: string | null;
        readonly sex: 'male' | 'female' | 'other' | null;
        readonly phone: string | null;
        readonly email: string | null;
        readonly address: Readonly<Record<string, unknown>> | null;
      }
    | undefined;
  readonly papers: readonly (IdentityPaperName & { readonly provedAt: Date | null })[];
  /** The organisation for which they may speak, where there is just one. */
  readonly organisation: { readonly name: string; readonly taxCode: string | null } | undefined;
}

const PAPERS: Record<IdentityPaperName['kind'], IdentityPaperKind> = {
  'citizen-number': 'citizen-card',
  'old-citizen-number': 'old-identity-card',
  passport: 'passport',
  'foreign-paper': 'other',
};

/**
 * What a form may be filled in with. Name, birth and paper of a verified person
 * are fixed; telephone, e-mail and address never are: only their owner knows
 * which one is right today.
 */
export function profileOf({ isVerified, account, person, papers, organisation }: KnownFiler): Profile {
  const paper = papers.find(({ provedAt }) => !isVerified || provedAt !== null);
  const sex = person?.sex === 'male' || person?.sex === 'female' ? person.sex : undefined;
  return {
    ...known('person.fullName', person?.fullName ?? account.displayName, isVerified),
    ...known('person.bornOn', person?.bornOn, isVerified),
    ...known('person.sex', sex, isVerified),
    ...known('person.identityPaper', paper && paperAnswer(paper), isVerified),
    ...known('person.citizenNumber', paper?.kind === 'citizen-number' ? paper.number : undefined, isVerified),
    ...known('person.phone', person?.phone ?? account.phone, false),
    ...known('person.email', person?.email ?? account.email, false),
    ...known('person.address', person?.address, false),
    ...known('organisation.name', organisation?.name, isVerified),
    ...known('organisation.taxCode', organisation?.taxCode, isVerified),
  };
}

function known(from: keyof Profile, value: unknown, isVerified: boolean): Profile {
  return value === undefined || value === null ? {} : { [from]: { value, isVerified } };
}

function paperAnswer({ kind, number, country }: IdentityPaperName): Record<string, string> {
  const hasCountry = kind === 'passport' || kind === 'foreign-paper';
  return { paper: PAPERS[kind], number, ...(hasCountry ? { country } : {}) };
}
