import { row } from './rows';
import { type Transaction } from './transaction';

/** Whether this dossier has waited at this element before: a second round counts from its own beginning. */
export async function wasOpenBefore(tx: Transaction, dossierId: string, elementId: string): Promise<boolean> {
  return (
    (await row(tx, 'select 1 as known from tasks where dossier_id = $1 and element_id = $2 limit 1', [dossierId, elementId])) !== undefined
  );
}
