import { z } from 'zod';
import { at, issuer, on, paper, person, procedure, signer, words } from './parts';

export const civilStatusExtract = z
  .strictObject({
    issuer,
    issuedOn: on,
    /** “TRÍCH LỤC KHAI SINH”, “GIẤY KHAI SINH”, “TRÍCH LỤC KẾT HÔN” … */
    title: words,
    /** The lines of the register, in its order and words. */
    entries: z.array(z.strictObject({ label: words, value: words })).min(1),
    register: z.strictObject({ office: words, number: words, volume: words.optional(), on }),
    source: words,
    signer,
  })
  .refine(({ register, issuedOn }) => register.on <= issuedOn, { path: ['register', 'on'] });

export const lawyerRegistration = z.strictObject({
  issuer,
  issuedOn: on,
  lawyer: z.strictObject({
    name: words,
    sex: words,
    bornOn: on,
    paper,
    address: words,
    phone: words.optional(),
    email: words.optional(),
    practisingCertificate: z.strictObject({ number: words, on }),
    card: z.strictObject({ number: words, on }),
    barAssociation: words,
  }),
  employer: z.strictObject({ name: words, address: words }),
  contract: z.strictObject({ number: words.optional(), on }),
  signer,
});

export const refusalDecision = z.strictObject({
  issuer,
  issuedOn: on,
  dossierCode: words,
  procedure,
  owner: person,
  receivedAt: at,
  reasons: z.array(words).min(1),
  clauses: z.array(words).min(1),
  guidance: words.optional(),
  recipients: z.array(words).min(1),
  signer,
});

/** Answered like a refusal: the same facts, other words. Form 05 is the centre's own letter about it. */
export const stopDecision = refusalDecision;

/** For whatever has no document of its own: a title and what was found, in paragraphs. */
export const generalResult = z.strictObject({
  issuer,
  issuedOn: on,
  dossierCode: words,
  procedure,
  owner: person,
  title: words,
  paragraphs: z.array(words).min(1).max(60),
  recipients: z.array(words).min(1),
  signer,
});
