import { type FeeEnd, type FeeLedger } from '../domain/fee-ledger';
import { readLedger } from '../store/fee-account';
import { changeFeeLine } from '../store/fees';
import { type FeeLineRow } from '../store/models/fee-line';
import { changePayment, type PaymentWithLines } from '../store/payments';
import { type Context } from './context';
import { factsOf, type FeeFacts } from './open-fees';

/**
 * Books every payment of a dossier anew, as the ledger says: the first that
 * reaches a fee settles it, a second is due back, one after the end is kept or due
 * back by its fee line (R36). Answers the ledger and the fees that were settled.
 */
export async function bookPayments(
  context: Context,
  dossierId: string,
  ending?: FeeEnd,
): Promise<{ ledger: FeeLedger<FeeLineRow, PaymentWithLines>; fees: FeeFacts }> {
  const ledger = await readLedger(context.tx, dossierId, ending);
  for (const { payment, booked } of ledger.payments)
    if (payment.state !== booked) await changePayment(context.tx, payment.id, { state: booked });
  const settled = ledger.lines
    .filter(({ line, settlement }) => settlement.state === 'settled' && MAY_SETTLE.includes(line.state))
    .map(({ line }) => ({ ...line, state: 'settled' as const }));
  for (const { id, state } of settled) await changeFeeLine(context.tx, id, { state });
  return { ledger, fees: factsOf(settled) };
}

/** A fee that was given up stays given up: a payment after the end revives nothing. */
const MAY_SETTLE: readonly FeeLineRow['state'][] = ['not-due', 'due', 'waiting'];
