import { type FeeLineShape } from '../contract/dossier-shapes';
import { type FeesAnswer } from '../contract/return-shapes';
import { type FeeLedger, type LedgerPayment } from '../domain/fee-ledger';
import { outstandingDong } from '../domain/fee-settlement';
import { type FeeLineRow } from '../store/models/fee-line';
import { type PaymentWithLines } from '../store/payments';

/** Shapes the account of a dossier: each fee with its wording, each payment with what becomes of it. */
export function presentFees({ lines, payments }: FeeLedger<FeeLineRow, PaymentWithLines>): FeesAnswer {
  const keys = new Map(lines.map(({ line }) => [line.id, line.key]));
  return {
    lines: lines.map(({ line }) => presentFeeLine(line)),
    payments: payments.map((payment) => presentPayment(payment, keys)),
    outstandingDong: outstandingDong(lines.map(({ settlement }) => settlement)),
    refundDueDong: payments.reduce((sum, one) => sum + one.refundDueDong, 0),
    isAmountKnown: lines.every(({ line }) => line.amountDong !== null || line.state === 'exempt'),
  };
}

export function presentFeeLine(line: FeeLineRow): FeeLineShape {
  const { key, kind, name, wording, amountDong, dueWhen, isRefundable, refundClause, state, exemptGround } = line;
  return { key, kind, name, wording, amountDong, dueWhen, isRefundable, refundClause, state, exemptGround };
}

function presentPayment(
  { payment, booked, keptDong, refundDueDong }: LedgerPayment<PaymentWithLines>,
  keys: ReadonlyMap<string, string>,
): FeesAnswer['payments'][number] {
  const { id, method, amountDong, reference, receiptNumber, paidAt, lines } = payment;
  const feeKeys = lines.map(({ feeLineId }) => keys.get(feeLineId) ?? '').sort();
  return {
    id,
    method,
    amountDong,
    state: booked,
    keptDong,
    refundDueDong,
    reference,
    receiptNumber,
    feeKeys,
    paidAt: paidAt.toISOString(),
  };
}
