import { type FeeLedger } from '../../domain/fee-ledger';
import { judgeReading } from '../../policies/reading';
import { readDossier } from '../../store/dossiers';
import { readLedger } from '../../store/fee-account';
import { type FeeLineRow } from '../../store/models/fee-line';
import { type PaymentWithLines } from '../../store/payments';
import { type Reader } from '../reader';

/** The account of a dossier, for whoever may see the dossier. */
export async function readFees(
  { tx, actor, seen }: Reader,
  { dossierId }: { dossierId: string },
): Promise<FeeLedger<FeeLineRow, PaymentWithLines>> {
  const dossier = await readDossier(tx, dossierId);
  judgeReading(actor, dossier);
  seen.push({ dossierId });
  return readLedger(tx, dossierId);
}
