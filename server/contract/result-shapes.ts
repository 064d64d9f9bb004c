import { z } from 'zod';
import { SIGNING_KINDS } from '../domain/signing-kind';
import { Day, Id, Instant } from './shapes';

export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A drafted, signed or sealed document. `nextSha256` names the file that waits to be signed or sealed: whoever signs says which one they looked at. */
export const ResultShape = z.strictObject({
  id: Id,
  outcome: z.enum(['grant', 'refuse', 'stop']),
  kind: z.enum(['electronic', 'paper']),
  state: z.enum(['draft', 'submitted', 'signed', 'sealed', 'void']),
  signerName: z.string().nullable(),
  nextSha256: Sha256.nullable(),
  number: z.string().nullable(),
  issuedOn: Day.nullable(),
  draftedAt: Instant,
  voidedAt: Instant.nullable(),
  voidReason: z.string().nullable(),
  releasedAt: Instant.nullable(),
  /** Of a result that is signed by hand: how far its paper has come. */
  onPaper: z
    .strictObject({
      originals: z.int(),
      blankNumbers: z.string().nullable(),
      spoiled: z.int(),
      printedAt: Instant,
      signerName: z.string().nullable(),
      authorityText: z.string().nullable(),
      signedAt: Instant.nullable(),
      sealerName: z.string().nullable(),
      sealedAt: Instant.nullable(),
      scanFileId: Id.nullable(),
      scannedAt: Instant.nullable(),
    })
    .nullable(),
});
export type ResultShape = z.infer<typeof ResultShape>;

/** How one document of a batch fared. A refused one says why; the others are not held up by it. */
export const SignatureItem = z.strictObject({
  id: Id,
  resultId: Id,
  dossierId: Id,
  state: z.enum(['waiting', 'working', 'done', 'failed', 'pin-needed']),
  refusal: z.strictObject({ code: z.string(), detail: z.string(), detailEn: z.string() }).nullable(),
  number: z.string().nullable(),
  finishedAt: Instant.nullable(),
});

export const SignatureBatchShape = z.strictObject({
  id: Id,
  kind: z.enum(SIGNING_KINDS),
  requestedAt: Instant,
  /** Whether nothing is left to do. */
  isFinished: z.boolean(),
  /** Whether items wait for the PIN to be given again. */
  needsPin: z.boolean(),
  items: z.array(SignatureItem),
});
export type SignatureBatchShape = z.infer<typeof SignatureBatchShape>;

/** A certificate (X.509, DER) in base64 (RFC 4648). */
const Der = z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/);
const RecordedFile = z.strictObject({ sha256: Sha256, length: z.int() });

/**
 * What is on record about a sealed document: enough for anybody who has the file
 * to judge it as the office does. Each act names the file before it, the
 * certificate that had to sign, what may be seen of it (a
 * registered image by the hash of its pixels, or these lines), the fields it
 * filled and closed, when, and since when that certificate counts no more.
 */
export const SigningRecordShape = z.strictObject({
  document: RecordedFile,
  signatures: z.array(
    z.strictObject({
      field: z.string(),
      before: RecordedFile,
      certificate: Der,
      shown: z.union([z.strictObject({ image: z.string() }), z.strictObject({ lines: z.array(z.string()) })]),
      fills: z.record(z.string(), z.string()),
      at: Instant,
      revokedAt: Instant.nullable(),
    }),
  ),
});
export type SigningRecordShape = z.infer<typeof SigningRecordShape>;

/** A root that signatures of this office lead up to. `isDemonstration`: made up, and binding on nobody. */
export const TrustAnchorShape = z.strictObject({
  subject: z.string(),
  certificate: Der,
  validFrom: Instant,
  validTo: Instant,
  isDemonstration: z.boolean(),
});
export type TrustAnchorShape = z.infer<typeof TrustAnchorShape>;

/** It travels once, in the body of a request over https, and is never stored. */
export const Pin = z
  .string()
  .min(4)
  .max(64)
  .regex(/^[\u0020-\u007e]+$/);
