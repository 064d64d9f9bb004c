import { refuseUnless } from '../refusal';
import { isFinalStatus, type NationalStatus } from '../status';

/** A dossier whose owner asks to take it back. */
export interface WithdrawalRequest {
  readonly status: NationalStatus;
  /** when the result was given its number; null while it has none */
  readonly numberedAt: Date | null;
  readonly hasOpenRequest: boolean;
}

/** Withdrawal is a request, open from filing until a number is given; the first of seal and consent to commit wins. */
export function checkWithdrawal({ status, numberedAt, hasOpenRequest }: WithdrawalRequest): void {
  refuseUnless(numberedAt === null, 'withdrawal-too-late');
  refuseUnless(!isFinalStatus(status) && status !== 9, 'step-not-open');
  refuseUnless(!hasOpenRequest, 'withdrawal-open');
}

/** The consent looks again: what was open when asked may have been numbered since. */
export function checkWithdrawalConsent({ numberedAt, hasOpenRequest }: WithdrawalRequest): void {
  refuseUnless(numberedAt === null, 'withdrawal-too-late');
  refuseUnless(hasOpenRequest, 'step-not-open');
}
