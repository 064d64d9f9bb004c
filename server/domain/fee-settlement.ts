import { type ReturnWay } from './channels';
import { type DossierEnd, type FeeLine, type FeeMoment } from './fees';

/** One attempt to pay one fee line, as it stands now: a late success has become `succeeded`. */
export interface Payment {
  readonly id: string;
  readonly amountDong: number;
  readonly status: 'pending' | 'succeeded' | 'failed';
  /** when it last changed its status, by the payer's bank or the collector */
  readonly at: Date;
}

/** What a payment is booked as. What it brings beyond the amount due is due back as well. */
export interface PaymentOutcome {
  readonly paymentId: string;
  readonly booked: 'settles' | 'in-part' | 'paid-twice' | 'after-end' | 'not-paid';
  readonly refundDueDong: number;
  readonly keptDong: number;
}

export type FeeState = 'exempt' | 'settled' | 'unsettled' | 'amount-unknown';

/** What is asked for one fee line, its payments, and how the dossier ended, if it did without a result. */
export interface FeeAccount {
  /** null: by council decision, not known yet */
  readonly amountDong: number | null;
  readonly refundAfter: readonly DossierEnd[];
  readonly payments: readonly Payment[];
  readonly end: { readonly kind: DossierEnd; readonly at: Date } | null;
}

export interface Settlement {
  readonly state: FeeState;
  readonly outstandingDong: number;
  readonly outcomes: readonly PaymentOutcome[];
}

/**
 * Books the payments of one fee line in order of time. The first that reach the
 * amount settle it; what comes after, by whatever way, is paid twice and due
 * back, to be seen in reconciliation. What was paid for a dossier that ended
 * without a result is given back or kept by its fee line, and a payment after
 * the end revives nothing.
 */
export function settle({ amountDong, refundAfter, payments, end }: FeeAccount): Settlement {
  const isRefundable = end !== null && refundAfter.includes(end.kind);
  const neededDong = amountDong ?? 0;
  let paidDong = 0;
  const inOrder = [...payments].sort((one, other) => one.at.getTime() - other.at.getTime());
  const outcomes = inOrder.map((payment): PaymentOutcome => {
    const { id: paymentId, amountDong: broughtDong } = payment;
    if (payment.status !== 'succeeded') return { paymentId, booked: 'not-paid', refundDueDong: 0, keptDong: 0 };
    if (amountDong !== null && paidDong >= neededDong) return book(paymentId, 'paid-twice', 0, broughtDong);
    const usedDong = amountDong === null ? broughtDong : Math.min(broughtDong, neededDong - paidDong);
    paidDong += usedDong;
    const isAfterEnd = end !== null && payment.at > end.at;
    const booked = isAfterEnd ? 'after-end' : amountDong !== null && paidDong >= neededDong ? 'settles' : 'in-part';
    return book(paymentId, booked, isRefundable ? 0 : usedDong, broughtDong);
  });
  return { state: stateOf(amountDong, paidDong), outstandingDong: Math.max(0, neededDong - paidDong), outcomes };
}

/**
 * Whether money stands in the way of the return of a result. At the counter and
 * online all must be settled or exempt; by post, what is outstanding may be
 * declared as cash on delivery. An amount nobody has decided is not cleared.
 */
export function isFeeCleared(settlements: readonly Settlement[], way: ReturnWay, codDong: number): boolean {
  if (settlements.some((one) => one.state === 'amount-unknown')) return false;
  const outstanding = outstandingDong(settlements);
  return outstanding === 0 || (way === 'post' && codDong >= outstanding);
}

export function outstandingDong(settlements: readonly Settlement[]): number {
  return settlements.reduce((sum, one) => sum + one.outstandingDong, 0);
}

const MOMENTS: readonly FeeMoment[] = ['filing', 'acceptance', 'return'];

/** True once a line is due: a fee of filing is still due at the return. */
export function isDueBy(line: Pick<FeeLine, 'dueOn'>, moment: FeeMoment): boolean {
  return MOMENTS.indexOf(line.dueOn) <= MOMENTS.indexOf(moment);
}

function stateOf(amountDong: number | null, paidDong: number): FeeState {
  if (amountDong === null) return 'amount-unknown';
  if (amountDong === 0) return 'exempt';
  return paidDong >= amountDong ? 'settled' : 'unsettled';
}

function book(paymentId: string, booked: PaymentOutcome['booked'], keptDong: number, amountDong: number): PaymentOutcome {
  return { paymentId, booked, keptDong, refundDueDong: amountDong - keptDong };
}
