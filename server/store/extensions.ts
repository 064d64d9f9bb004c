import { row } from './rows';
import { type Transaction } from './transaction';

/** The one extension that a dossier may have had, once it was delivered: when it was decided and how much it added, in the office's terms. */
export async function findDeliveredExtension(
  tx: Transaction,
  dossierId: string,
): Promise<{ decidedAt: Date; addedLimit: string } | undefined> {
  return row(
    tx,
    `select signed_at as "decidedAt", added_limit as "addedLimit" from extensions
      where dossier_id = $1 and kind = 'extension' and state = 'delivered'`,
    [dossierId],
  );
}
