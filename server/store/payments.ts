import { type CreationAttributes } from 'sequelize';
import { PaymentLine, type PaymentLineRow } from './models/payment-line';
import { Payment, type PaymentRow } from './models/payment';
import { changeRecord, columns, insertRecord, insertRecords } from './records';
import { refundsOf } from './refunds';
import { row, rows } from './rows';
import { type Transaction } from './transaction';

/** A payment with the part of it that was brought for each fee, and what of it went back. */
export type PaymentWithLines = PaymentRow & { lines: PaymentLineRow[]; refundedDong: number };

/** Enters money that came, or is declared to come, with what it is for. Its lines add up to its amount. */
export async function insertPayment(
  tx: Transaction,
  values: CreationAttributes<Payment>,
  lines: readonly Omit<PaymentLineRow, 'paymentId'>[],
): Promise<PaymentRow> {
  const payment = await insertRecord(tx, Payment, values);
  await insertRecords(
    tx,
    PaymentLine,
    lines.map((line) => ({ ...line, paymentId: payment.id })),
  );
  return payment;
}

/** The payments of a dossier in the order in which they were made. */
export async function paymentsOf(tx: Transaction, dossierId: string): Promise<PaymentWithLines[]> {
  const payments = await rows<PaymentRow>(
    tx,
    `select ${columns(Payment)} from payments where dossier_id = $1 order by paid_at, recorded_at, id`,
    [dossierId],
  );
  const lines = await rows<PaymentLineRow>(
    tx,
    `select ${columns(PaymentLine, 'l')} from payment_lines l join payments p on p.id = l.payment_id where p.dossier_id = $1`,
    [dossierId],
  );
  const refunds = await refundsOf(tx, dossierId);
  return payments.map((payment) => ({
    ...payment,
    lines: lines.filter(({ paymentId }) => paymentId === payment.id),
    refundedDong: refunds.filter(({ paymentId }) => paymentId === payment.id).reduce((sum, { amountDong }) => sum + amountDong, 0),
  }));
}

/** The payment that a bank, the post or the gateway knows by this reference. */
export async function findPaymentByReference(
  tx: Transaction,
  { method, reference }: { method: PaymentRow['method']; reference: string },
): Promise<PaymentRow | undefined> {
  return row<PaymentRow>(tx, `select ${columns(Payment)} from payments where method = $1 and reference = $2`, [method, reference]);
}

/** What may change of a payment: how it is booked, when it truly came, its receipt. */
export async function changePayment(
  tx: Transaction,
  id: string,
  changes: Partial<Pick<PaymentRow, 'state' | 'paidAt' | 'receiptNumber' | 'recordedAt' | 'recordedBy'>>,
): Promise<void> {
  await changeRecord(tx, Payment, id, changes);
}
