import { row } from './rows';
import { type Transaction } from './transaction';

/** What is still to be paid: neither settled, exempt, nor declared as cash on delivery to the post (R08). */
export type OpenFees = { isOpen: boolean; isEarlyOpen: boolean };

/**
 * Whether anything is still to be paid before a result may be handed out, and
 * whether part of it was due before the work begins (at filing or acceptance).
 */
export async function readOpenFees(tx: Transaction, dossierId: string): Promise<OpenFees> {
  const open = await row<OpenFees>(
    tx,
    `select coalesce(bool_or(true), false) as "isOpen", coalesce(bool_or(l.due_when in ('filing', 'acceptance')), false) as "isEarlyOpen"
       from fee_lines l join dossiers d on d.id = l.dossier_id
      where l.dossier_id = $1 and l.amount_dong > 0 and l.state in ('not-due', 'due', 'waiting')
        and not (d.pays_on_delivery and d.return_way = 'post')`,
    [dossierId],
  );
  return open!;
}
