import { actingStaff } from '../../casework/acting-staff';
import { bookPayments } from '../../casework/book-payments';
import { type Context } from '../../casework/context';
import { lockCase } from '../../casework/read-case';
import { recordAct } from '../../casework/record-act';
import { Refusal, refuseUnless } from '../../domain/refusal';
import { readLedger } from '../../store/fee-account';
import { findRefundByReference, insertRefund } from '../../store/refunds';

export type RecordRefund = {
  dossierId: string;
  paymentId: string;
  expectedVersion: number;
  method: 'cash' | 'transfer';
  /** The bank's own name of the transfer. */
  reference?: string | undefined;
  /** Who took the money. */
  receiver: string;
  reason: string;
};

/**
 * The collector gives back what a payment brought too much: paid twice, paid after
 * the end, or refundable by its fee line (R36). All of it at once, never more than
 * the ledger says is due back; the part that the office keeps stays.
 */
export async function recordRefund(context: Context, input: RecordRefund): Promise<void> {
  const { dossierId, paymentId, expectedVersion, method, reference, receiver, reason } = input;
  const { dossier } = await lockCase(context, dossierId, expectedVersion);
  const { staffId } = actingStaff(context, dossier);
  const known = (await readLedger(context.tx, dossierId)).payments.find(({ payment }) => payment.id === paymentId);
  refuseUnless(known, 'not-found');
  const { refundDueDong: amountDong, payment } = known;
  refuseUnless(amountDong > 0, 'refund-not-due');
  await judgeReference(context, input);
  const given = { method, reference: reference ?? null, receiver, reason };
  await insertRefund(context.tx, { paymentId, amountDong, ...given, refundedBy: staffId, refundedAt: context.now });
  await bookPayments(context, dossierId);
  const detail = { amountDong, ...given, receiptNumber: payment.receiptNumber };
  await recordAct(context, dossier, { act: 'record-refund', facts: { detail } });
}

/** A transfer is known by its bank's name of it, and is entered once. */
async function judgeReference({ tx }: Context, { method, reference }: RecordRefund): Promise<void> {
  if (method === 'cash') return;
  if (reference === undefined)
    throw new Refusal('invalid-input', {
      faults: [{ path: 'body.reference', message: 'Ghi số chứng từ.', messageEn: 'Give the reference.' }],
    });
  refuseUnless(!(await findRefundByReference(tx, reference)), 'already-exists', {
    what: { vi: `chứng từ số ${reference}`, en: `The voucher ${reference}` },
  });
}
