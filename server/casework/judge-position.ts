import { type DossierRecord } from '../store/invariants';
import { type Transaction } from '../store/transaction';
import { DamagedState, type Wait } from '../workflow/workflow';
import { type CaseworkParts } from './parts';

export type PositionFault = { kind: 'position-astray'; detail: string };

/**
 * Recovers the stored position without moving it, and holds it against the rows:
 * the same waits are open, and all that is alive has the digest that was stored.
 * A dossier that stands as an incident already is before an administrator.
 */
export async function judgePosition(
  tx: Transaction,
  { dossier, instance, open }: DossierRecord,
  parts: Pick<CaseworkParts, 'workflowOf'>,
): Promise<PositionFault[]> {
  if (!instance) return [astray('no position')];
  if (instance.diagramVersionId !== dossier.diagramVersionId) return [astray('another diagram')];
  if ((instance.status === 'ended') !== (dossier.finishedAt !== null))
    return [astray(`${instance.status}, finished ${String(dossier.finishedAt)}`)];
  if (instance.status !== 'running') return [];
  if (!instance.state) return [astray('running without a state')];
  try {
    const workflow = await parts.workflowOf(tx, instance.diagramVersionId);
    const position = await workflow.look(instance.state);
    const [stored, held] = [listed(position.waits), listed(open)];
    return [
      ...(stored === held ? [] : [astray(`open in the position: ${stored}; in the rows: ${held}`)]),
      ...(position.active === instance.active ? [] : [astray('what is alive is not what was stored')]),
    ];
  } catch (fault) {
    if (fault instanceof DamagedState) return [astray(fault.message)];
    throw fault;
  }
}

function listed(waits: readonly Pick<Wait, 'elementId' | 'executionId' | 'kind'>[]): string {
  return waits
    .map(({ elementId, executionId, kind }) => `${elementId}|${executionId}|${kind}`)
    .sort()
    .join();
}

function astray(detail: string): PositionFault {
  return { kind: 'position-astray', detail };
}
