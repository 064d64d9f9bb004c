import { execute } from './rows';
import { type Transaction } from './transaction';

/** Drafts and signed papers that were not sealed lose their effect and stay on record, marked (R31). */
export async function voidUnsealedResults(
  tx: Transaction,
  dossierId: string,
  voided: { at: Date; by: string; reason: string },
): Promise<void> {
  await execute(
    tx,
    `update results set state = 'void', voided_at = $2, voided_by = $3, void_reason = $4, version = version + 1
      where dossier_id = $1 and state in ('draft', 'submitted', 'signed')`,
    [dossierId, voided.at, voided.by, voided.reason],
  );
}
