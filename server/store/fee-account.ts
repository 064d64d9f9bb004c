import { endOfStatus, ledgerOf, type FeeEnd, type FeeLedger } from '../domain/fee-ledger';
import { feeLinesOf, findEndWithoutResult } from './fees';
import { type FeeLineRow } from './models/fee-line';
import { paymentsOf, type PaymentWithLines } from './payments';
import { type Transaction } from './transaction';

/**
 * The account of a dossier as it stands on record. `ending` is the end that the
 * running act brings and the journal does not know yet.
 */
export async function readLedger(tx: Transaction, dossierId: string, ending?: FeeEnd): Promise<FeeLedger<FeeLineRow, PaymentWithLines>> {
  const lines = await feeLinesOf(tx, dossierId);
  if (lines.length === 0) return { lines: [], payments: [] };
  return ledgerOf(lines, await paymentsOf(tx, dossierId), ending ?? (await findEnd(tx, dossierId)));
}

async function findEnd(tx: Transaction, dossierId: string): Promise<FeeEnd> {
  const end = await findEndWithoutResult(tx, dossierId);
  return end ? { kind: endOfStatus(end.status), at: end.at } : null;
}
