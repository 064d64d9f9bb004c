import { type Context } from '../../casework/context';
import { type PlannedMigration } from '../../casework/migration';
import { Refusal, refuseUnless } from '../../domain/refusal';
import { readInstance } from '../../store/instances';
import { readDiagramVersion } from '../../store/published-versions';
import { openTasksOf } from '../../store/tasks';

/** Reads what a migration is judged by. Refuses a drawing of another procedure’s kind, the one the dossier is on already, and a dossier that no longer runs. */
export async function planMigration(
  context: Context,
  { dossierId, toVersionId }: { dossierId: string; toVersionId: string },
): Promise<PlannedMigration> {
  const { tx, parts } = context;
  const instance = await readInstance(tx, dossierId);
  const [from, to] = [await readDiagramVersion(tx, instance.diagramVersionId), await readDiagramVersion(tx, toVersionId)];
  if (from.key !== to.key) throw new Refusal('migration-refused', { why: `${from.key} ≠ ${to.key}` });
  refuseUnless(from.id !== to.id, 'already-exists', { what: `${to.key} ${to.version}` });
  if (instance.status !== 'running' || !instance.state) throw new Refusal('step-not-open');
  return {
    dossierId,
    toVersionId,
    instanceVersion: instance.version,
    state: instance.state,
    known: { waits: await openTasksOf(tx, dossierId), active: instance.active },
    from: await parts.workflowOf(tx, from.id),
    to: await parts.workflowOf(tx, to.id),
  };
}
