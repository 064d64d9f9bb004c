import { refuseUnless } from '../refusal';

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
