import { actingStaff } from '../../casework/acting-staff';
import { type Context } from '../../casework/context';
import { findIdlePaymentWait } from '../../casework/payment-wait';
import { lockCase } from '../../casework/read-case';
import { recordAct } from '../../casework/record-act';
import { takePayment } from '../../casework/take-payment';
import { takeStep } from '../../casework/take-step';
import { refuseUnless } from '../../domain/refusal';

export type RecordPayment = {
  dossierId: string;
  expectedVersion: number;
  method: 'cash' | 'transfer';
  amountDong: number;
  reference?: string | undefined;
  /** When the payer's bank says; the moment of recording where nothing is said. */
  paidAt?: string | undefined;
  feeKeys: readonly string[];
  isFailed: boolean;
  isPaidTwice?: boolean;
};

/**
 * The collector enters money that came. Where the diagram waits for it and nothing
 * more is to be paid, it goes on; a payment after the end, or a second one, is
 * booked and moves nothing (R36).
 */
export async function recordPayment(context: Context, input: RecordPayment): Promise<void> {
  const { dossierId, expectedVersion, method, amountDong, reference, paidAt, feeKeys, isFailed, isPaidTwice } = input;
  const subject = await lockCase(context, dossierId, expectedVersion);
  actingStaff(context, subject.dossier);
  const at = paidAt === undefined ? context.now : new Date(paidAt);
  refuseUnless(at >= subject.dossier.submittedAt, 'date-impossible', {
    why: { vi: 'thời điểm thu trước khi nộp hồ sơ', en: 'the payment lies before the filing' },
  });
  const { state, receiptNumber, fees } = await takePayment(context, subject.dossier, {
    method,
    reference: reference ?? null,
    amountDong,
    paidAt: at,
    feeKeys,
    isPaidTwice: isPaidTwice ?? false,
    outcome: isFailed ? 'failed' : 'received',
  });
  const record = { fees, detail: { method, amountDong, booked: state, receiptNumber } };
  const wait = state === 'settled' ? await findIdlePaymentWait(context, subject) : undefined;
  if (wait) await takeStep(context, subject, { act: 'record-payment', taskId: wait.id, record });
  else await recordAct(context, subject.dossier, { act: 'record-payment', facts: record });
}
