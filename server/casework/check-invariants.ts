import { type DossierRecord, findRecordFaults, readRecords, type RecordFault } from '../store/invariants';
import { type Transaction } from '../store/transaction';
import { type FoldFaultKind, judgeRecord } from './judge-record';
import { judgePosition } from './judge-position';
import { type CaseworkParts } from './parts';

/** Something that may never be, as data: for a person to look at, never for a program to repair. */
export type Violation = { kind: RecordFault['kind'] | FoldFaultKind | 'position-astray'; dossierId: string | null; detail: string };

const AT_ONCE = 100;

/**
 * Checks that nothing was lost and nothing was done twice: what one statement can
 * find across all tables; and for each dossier that its journal folds to its rows
 * and its stored position recovers to its open steps.
 *
 * @param tx one snapshot (repeatable read), or a system in which nobody acts
 */
export async function checkInvariants(tx: Transaction, parts: Pick<CaseworkParts, 'workflowOf'>): Promise<Violation[]> {
  const violations: Violation[] = await findRecordFaults(tx);
  let after: string | null = null;
  for (;;) {
    const page: DossierRecord[] = await readRecords(tx, { after, limit: AT_ONCE });
    for (const record of page) {
      const faults = [...judgeRecord(record), ...(await judgePosition(tx, record, parts))];
      violations.push(...faults.map((fault) => ({ ...fault, dossierId: record.dossier.id })));
    }
    after = page.at(-1)?.dossier.id ?? null;
    if (after === null) return violations;
  }
}
