import { dongWords } from '../domain/words/fees';
import { Refusal, refuseUnless } from '../domain/refusal';
import { feeLinesOf } from '../store/fees';
import { nextInSeries } from '../store/counters';
import { yearOf } from '../domain/plain-date';
import { localDateOf } from '../domain/local-time';
import { type DossierRow } from '../store/models/dossier';
import { type FeeLineRow } from '../store/models/fee-line';
import { type PaymentRow } from '../store/models/payment';
import { changePayment, findPaymentByReference, insertPayment } from '../store/payments';
import { bookPayments } from './book-payments';
import { type Context } from './context';
import { type FeeFacts } from './open-fees';
import { actorColumns } from './record-act';

export type TakenPayment = {
  method: PaymentRow['method'];
  /** The bank's, the post's or the gateway's own name of it; null: cash. */
  reference: string | null;
  amountDong: number;
  paidAt: Date;
  /** What it is for; empty: what is due now, else whatever is open, else what was paid already. */
  feeKeys: readonly string[];
  /** The collector knows that the fee was settled before. */
  isPaidTwice?: boolean;
  /** `waiting`: declared to come at the door. A failed one may still turn out to have come. */
  outcome: 'received' | 'failed' | 'waiting';
};

export type BookedPayment = { state: PaymentRow['state']; receiptNumber: string | null; fees: FeeFacts };

/**
 * Enters money and books it by the ledger. It pays whole fees: another amount is
 * refused, so that no account is ever half settled. What was known as failed or
 * still to come and has come after all is that same payment (R36).
 */
export async function takePayment(context: Context, dossier: DossierRow, taken: TakenPayment): Promise<BookedPayment> {
  refuseUnless(taken.paidAt <= context.now, 'date-impossible', {
    why: { vi: 'thời điểm thu ở tương lai', en: 'the payment lies in the future' },
  });
  const id = (await knownPayment(context, dossier, taken)) ?? (await newPayment(context, dossier, taken));
  const { ledger, fees } = await bookPayments(context, dossier.id);
  const { booked, payment } = ledger.payments.find((one) => one.payment.id === id)!;
  if (!RECEIPTED.includes(booked) || payment.receiptNumber) return { state: booked, receiptNumber: payment.receiptNumber, fees };
  const receiptNumber = await nextReceipt(context, dossier);
  await changePayment(context.tx, id, { receiptNumber });
  return { state: booked, receiptNumber, fees };
}

const RECEIPTED: readonly PaymentRow['state'][] = ['settled', 'refund-due', 'not-refundable'];

/** A payment of this reference that was not received before; the same one reported once more is refused. */
async function knownPayment(context: Context, dossier: DossierRow, taken: TakenPayment): Promise<string | undefined> {
  const { method, reference, amountDong, paidAt, outcome } = taken;
  if (reference === null) return undefined;
  const known = await findPaymentByReference(context.tx, { method, reference });
  if (!known) return undefined;
  const isAwaited = known.state === 'failed' || known.state === 'waiting';
  if (known.dossierId !== dossier.id || !isAwaited) throw refused('mã giao dịch đã được ghi', 'this reference is on record already');
  if (known.amountDong !== amountDong) throw refused('số tiền khác lần báo trước', 'the amount differs from what was reported before');
  await changePayment(context.tx, known.id, { state: STATES[outcome], paidAt, ...recorder(context) });
  return known.id;
}

async function newPayment(context: Context, dossier: DossierRow, taken: TakenPayment): Promise<string> {
  const { method, reference, amountDong, paidAt, outcome } = taken;
  const lines = chosenLines(await feeLinesOf(context.tx, dossier.id), taken);
  refuseUnless(lines.length > 0, 'fee-not-due');
  if (isCounted(taken) && lines.every(({ state }) => state === 'settled'))
    throw refused('đã thu đủ; tiền thu trùng thì ghi rõ là thu trùng', 'it is settled; money taken twice is recorded as such');
  const parts = lines.map((line) => ({ feeLineId: line.id, amountDong: amountOf(line) }));
  const asked = parts.reduce((sum, part) => sum + part.amountDong, 0);
  if (asked !== amountDong) throw refused(`cần thu ${dongWords(asked, 'vi')}`, `${dongWords(asked, 'en')} are to be paid`);
  const { id } = await insertPayment(
    context.tx,
    { dossierId: dossier.id, method, reference, receiptNumber: null, amountDong, paidAt, state: STATES[outcome], ...recorder(context) },
    parts,
  );
  return id;
}

/** Cash is counted by a person, who can look first; a bank's notice is what came, twice or not. */
function isCounted({ method, outcome, isPaidTwice }: TakenPayment): boolean {
  return method === 'cash' && outcome === 'received' && !isPaidTwice;
}

const STATES = { received: 'settled', failed: 'failed', waiting: 'waiting' } as const;

/** What is due comes before what will be due; a payment for a dossier that ended pays what was given up; then whatever was paid already is paid twice. */
const FIRST: readonly (readonly FeeLineRow['state'][])[] = [['due', 'waiting'], ['not-due'], ['cancelled'], ['settled']];

function chosenLines(lines: readonly FeeLineRow[], { feeKeys }: TakenPayment): FeeLineRow[] {
  if (feeKeys.length > 0) return lines.filter(({ key }) => feeKeys.includes(key));
  const owed = lines.filter(({ amountDong }) => amountDong !== 0);
  const groups = FIRST.map((states) => owed.filter(({ state }) => states.includes(state)));
  return groups.find((group) => group.length > 0) ?? [];
}

function amountOf({ amountDong }: FeeLineRow): number {
  if (amountDong === null) throw refused('mức thu chưa được quyết định', 'the amount is not decided yet');
  return amountDong;
}

function recorder(context: Context) {
  return { recordedBy: actorColumns(context.actor).actorName, recordedAt: context.now };
}

/** Receipts are numbered by centre and year, without a hole. */
async function nextReceipt({ tx, now }: Context, { centreId }: DossierRow): Promise<string> {
  const year = yearOf(localDateOf(now));
  return `${await nextInSeries(tx, `receipt/${centreId}/${year}`)}/${year}`;
}

function refused(vi: string, en: string): Refusal {
  return new Refusal('payment-refused', { why: { vi, en } });
}
