/**
 * Everything this system says no to, by name. One closed union: a code that is
 * missing from the table of HTTP states or of sentences does not compile.
 */
export const REFUSAL_CODES = [
  // the request itself
  'invalid-input',
  'malformed-body',
  'body-too-large',
  'unsupported-media',
  'key-missing',
  'key-reused',
  'key-in-flight',
  'stale',
  'csrf',
  'too-many-requests',
  'unavailable',
  'method-not-allowed',
  // who may
  'not-signed-in',
  'sign-in-failed',
  'locked-out',
  'second-factor-needed',
  'identity-unconfirmed',
  'assurance-too-low',
  'not-permitted',
  'held-by-colleague',
  'not-found',
  'forbidden-pair',
  'own-case',
  'password-weak',
  'password-same',
  'password-change-needed',
  // the diagram
  'step-not-open',
  'diagram-invalid',
  'migration-refused',
  'incident-open',
  // procedures and drafts
  'procedure-not-in-force',
  'procedure-unverified',
  'channel-closed',
  'draft-incomplete',
  'answer-invalid',
  'component-missing',
  'component-unknown',
  'item-not-open',
  'consent-missing',
  'too-many-drafts',
  // files
  'file-empty',
  'file-too-large',
  'too-many-files',
  'file-type-refused',
  'photo-format-refused',
  'picture-too-large',
  'file-damaged',
  'file-encrypted',
  'file-hostile',
  'file-infected',
  'file-held',
  'upload-part-wrong',
  'upload-hash-wrong',
  'storage-full',
  // time
  'calendar-not-published',
  'date-impossible',
  'reason-missing',
  'ground-missing',
  'approver-needed',
  'supplement-already-asked',
  'supplement-too-late',
  'supplement-not-open',
  'extension-used',
  'extension-too-late',
  'extension-not-later',
  'apology-too-early',
  'withdrawal-too-late',
  'withdrawal-open',
  // signing, numbers, seals
  'authority-missing',
  'certificate-unusable',
  'pin-wrong',
  'pin-needed',
  'signature-invalid',
  'document-changed',
  'document-not-ready',
  'other-signer',
  'signature-under-way',
  'document-incomplete',
  'same-person-signs-and-seals',
  'book-missing',
  'already-numbered',
  'not-signed',
  'numbers-exhausted',
  'value-not-printable',
  // money
  'fee-unsettled',
  'fee-not-due',
  'refund-not-due',
  'payment-refused',
  // results, post
  'result-not-ready',
  'recipient-unproved',
  'parcel-out',
  'parcel-unknown',
  'delivery-way-closed',
  // administration
  'already-exists',
  'in-use',
  'overlap',
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** Plain values that the sentence or the screen needs: names, dates, limits. Never personal data of a third person. */
export type RefusalFacts = Readonly<Record<string, unknown>> & {
  /** Each wrong place of the input. */
  readonly faults?: readonly InputFault[];
};

/** One wrong place, such as `body.answers.copies`, with its words in Vietnamese and English. */
export type InputFault = { readonly path: string; readonly message: string; readonly messageEn: string };

/** The expected "no": bad input, a closed door, a step that is not open. Anything else thrown is a fault of ours. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly facts: RefusalFacts;

  constructor(code: RefusalCode, facts: RefusalFacts = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.facts = facts;
  }
}

/** Refuses unless `condition` holds. */
export function refuseUnless(condition: unknown, code: RefusalCode, facts: RefusalFacts = {}): asserts condition {
  if (!condition) throw new Refusal(code, facts);
}
