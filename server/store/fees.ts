import { type Transaction } from './transaction';
import { row } from './rows';

/** Whether anything is still to be paid before a result may be handed out: not settled, not exempt, not declared as cash on delivery (R08). */
export async function isFeeOpen(tx: Transaction, dossierId: string): Promise<boolean> {
  const open = await row<{ dong: number }>(
    tx,
    `select (select coalesce(sum(amount_dong), 0) from fee_lines where dossier_id = $1 and state in ('not-due', 'due', 'waiting'))
          - (select coalesce(sum(cash_on_delivery_dong), 0) from postal_orders
              where dossier_id = $1 and direction = 'to-home' and state not in ('cancelled', 'returned', 'lost')) as dong`,
    [dossierId],
  );
  return Number(open?.dong ?? 0) > 0;
}
