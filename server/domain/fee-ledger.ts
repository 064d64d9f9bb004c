import { settle, type Payment, type PaymentOutcome, type Settlement } from './fee-settlement';
import { type DossierEnd } from './fees';
import { ENDS_WITHOUT_RESULT } from './version-fees';

/** A fee of a dossier as the record has it. */
export interface FeeOnRecord {
  readonly id: string;
  /** null: by a decision of the council that is not entered yet */
  readonly amountDong: number | null;
  readonly isRefundable: boolean;
  readonly state: 'not-due' | 'due' | 'waiting' | 'settled' | 'exempt' | 'cancelled';
}

/** A payment as the record has it, with the part that was brought for each fee. */
export interface PaymentOnRecord {
  readonly id: string;
  readonly state: 'waiting' | 'settled' | 'refund-due' | 'not-refundable' | 'refunded' | 'failed';
  readonly paidAt: Date;
  /** What of it went back already. */
  readonly refundedDong: number;
  readonly lines: readonly { readonly feeLineId: string; readonly amountDong: number }[];
}

/** How and when a dossier ended without a result; null: it has not. */
export type FeeEnd = { readonly kind: DossierEnd; readonly at: Date } | null;

export interface LedgerLine<Fee> {
  readonly line: Fee;
  readonly settlement: Settlement;
}

/** A payment, how it is to be booked, and what of it is the office's and what goes back. */
export interface LedgerPayment<Paid> {
  readonly payment: Paid;
  readonly booked: PaymentOnRecord['state'];
  readonly keptDong: number;
  readonly refundDueDong: number;
}

export interface FeeLedger<Fee, Paid> {
  readonly lines: readonly LedgerLine<Fee>[];
  readonly payments: readonly LedgerPayment<Paid>[];
}

/** The one account of a dossier's money: every fee, every payment, and how each payment is booked (R36). */
export function ledgerOf<Fee extends FeeOnRecord, Paid extends PaymentOnRecord>(
  fees: readonly Fee[],
  payments: readonly Paid[],
  end: FeeEnd,
): FeeLedger<Fee, Paid> {
  const lines = fees.map((line) => ({ line, settlement: settlementOf(line, payments, end) }));
  return { lines, payments: payments.map((payment) => bookingOf(payment, lines)) };
}

/** The national status under which a dossier ends without a result, as fees call it. */
export function endOfStatus(status: number): DossierEnd {
  if (status === 3) return 'refused-at-intake';
  return status === 7 ? 'withdrawn' : 'refused';
}

function settlementOf(line: FeeOnRecord, payments: readonly PaymentOnRecord[], end: FeeEnd): Settlement {
  const settlement = settle({
    amountDong: line.state === 'exempt' ? 0 : line.amountDong,
    refundAfter: line.isRefundable ? ENDS_WITHOUT_RESULT : [],
    payments: payments.flatMap((payment) => paidFor(line, payment)),
    end,
  });
  // what was given up when the dossier ended is owed by nobody
  return line.state === 'cancelled' ? { ...settlement, outstandingDong: 0 } : settlement;
}

function paidFor({ id: lineId }: FeeOnRecord, { id, state, paidAt, lines }: PaymentOnRecord): Payment[] {
  return lines
    .filter(({ feeLineId }) => feeLineId === lineId)
    .map(({ amountDong }) => ({ id, amountDong, status: STATUSES[state], at: paidAt }));
}

/** What went back was received before it did: what is kept of the same payment stays, and settles what it settled. */
const STATUSES: Record<PaymentOnRecord['state'], Payment['status']> = {
  waiting: 'pending',
  settled: 'succeeded',
  'refund-due': 'succeeded',
  'not-refundable': 'succeeded',
  refunded: 'succeeded',
  failed: 'failed',
};

function bookingOf<Paid extends PaymentOnRecord>(payment: Paid, lines: readonly LedgerLine<FeeOnRecord>[]): LedgerPayment<Paid> {
  const outcomes = lines.flatMap(({ settlement }) => settlement.outcomes.filter(({ paymentId }) => paymentId === payment.id));
  const keptDong = outcomes.reduce((sum, one) => sum + one.keptDong, 0);
  const toGiveBackDong = outcomes.reduce((sum, one) => sum + one.refundDueDong, 0);
  const refundDueDong = Math.max(0, toGiveBackDong - payment.refundedDong);
  return { payment, keptDong, refundDueDong, booked: bookedAs(payment, outcomes, refundDueDong) };
}

/** `refund-due` as soon as any part of it goes back; how much is in the ledger. */
function bookedAs(
  { state, refundedDong }: PaymentOnRecord,
  outcomes: readonly PaymentOutcome[],
  refundDueDong: number,
): PaymentOnRecord['state'] {
  if (STATUSES[state] !== 'succeeded') return state;
  if (refundDueDong > 0) return 'refund-due';
  if (refundedDong > 0) return 'refunded';
  return outcomes.some(({ booked }) => booked === 'after-end') ? 'not-refundable' : 'settled';
}
