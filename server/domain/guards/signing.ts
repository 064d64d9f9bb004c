import { type PlainDate } from '../plain-date';
import { Refusal, refuseUnless } from '../refusal';

/** An authority to sign, given to one person for kinds of documents of one agency and a period. */
export interface SigningAuthority {
  readonly staffId: string;
  readonly agencyId: string;
  readonly documentKinds: readonly string[];
  /** TM., Q., KT., TL., TUQ. before the position (NĐ 30/2020, Annex I) */
  readonly formula: string;
  readonly fromOn: PlainDate;
  readonly toOn: PlainDate | null;
}

/** Who wants to sign what, on which day. */
export interface SignatureAttempt {
  readonly signerId: string;
  readonly agencyId: string;
  readonly documentKind: string;
  readonly on: PlainDate;
}

/**
 * Signing needs an authority of one's own on the day of signing: a deputy
 * inherits the inbox, never the pen. Judged per document, so that one whose
 * authority ends in the middle of a batch stops there. Returns the authority,
 * whose formula the document prints.
 */
export function checkAuthority(authorities: readonly SigningAuthority[], attempt: SignatureAttempt): SigningAuthority {
  const held = authorities.find(
    (one) =>
      one.staffId === attempt.signerId &&
      one.agencyId === attempt.agencyId &&
      one.documentKinds.includes(attempt.documentKind) &&
      one.fromOn <= attempt.on &&
      (one.toOn === null || attempt.on <= one.toOn),
  );
  if (!held) throw new Refusal('authority-missing', { documentKind: attempt.documentKind, on: attempt.on });
  return held;
}

/** A result document on its way: signed, then numbered and sealed in one act. */
export interface ResultDocument {
  readonly signedBy: string | null;
  readonly numberedAt: Date | null;
}

/** Leader signs first; number and seal follow, by another person, once (NĐ 30/2020 Art. 15). */
export function checkNumberAndSeal({ signedBy, numberedAt }: ResultDocument, sealerId: string): void {
  refuseUnless(signedBy !== null, 'not-signed');
  refuseUnless(numberedAt === null, 'already-numbered');
  refuseUnless(sealerId !== signedBy, 'same-person-signs-and-seals');
}

/** A document is signed once; a voided signature leaves it unsigned. */
export function checkSign({ signedBy, numberedAt }: ResultDocument): void {
  refuseUnless(numberedAt === null, 'already-numbered');
  refuseUnless(signedBy === null, 'step-not-open');
}

/** Between signature and seal an error voids the signature, with a reason; a sealed document is never voided here. */
export function checkVoidSignature({ signedBy, numberedAt }: ResultDocument, reason: string): void {
  refuseUnless(numberedAt === null, 'already-numbered');
  refuseUnless(signedBy !== null, 'not-signed');
  refuseUnless(reason.trim(), 'reason-missing');
}
