import { z } from 'zod';
import { at, count, issuer, on, procedure, words } from './parts';

const address = z.strictObject({ name: words, address: words, phone: words, email: words.optional() });
export const postalSlip = z.strictObject({
  issuedOn: on,
  reprint: z.boolean(),
  /** The post's own code; one code, one direction. */
  parcelCode: words,
  dossierCode: words.optional(),
  direction: z.enum(['to-office', 'to-home']),
  procedure,
  sender: address,
  receiver: address,
  contents: z.array(z.strictObject({ name: words, originals: count, copies: count })).min(1),
  postOffice: words,
  acceptedAt: at,
  service: words,
  postageDong: count,
  /** Fees the postman takes for the office, or collects on delivery. */
  collectDong: count,
  payment: words,
  carrier: words,
});

export const handOverRecord = z.strictObject({
  issuer,
  /** The post brings dossiers: the moment of signing is the legal submission time (Decision 45/2016, Art. 7.4). */
  isSubmission: z.boolean(),
  issuedOn: on,
  reprint: z.boolean(),
  number: words,
  signedAt: at,
  giver: z.strictObject({ unit: words, name: words }),
  taker: z.strictObject({ unit: words, name: words }),
  entries: z
    .array(
      z.strictObject({ code: words, parcelCode: words.optional(), content: words, person: words, papers: words, note: words.optional() }),
    )
    .min(1),
});

export const resultHandOver = z.strictObject({
  issuer,
  issuedOn: on,
  reprint: z.boolean(),
  number: words,
  giver: z.strictObject({ unit: words, name: words }),
  taker: z.strictObject({ unit: words, name: words }),
  entries: z
    .array(
      z.strictObject({
        code: words,
        content: words,
        result: words,
        owner: words,
        address: words,
        isFeeDue: z.boolean(),
        isByPost: z.boolean(),
      }),
    )
    .min(1),
});
