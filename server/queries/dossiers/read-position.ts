import { asStaff } from '../../policies/actor';
import { judgeReading } from '../../policies/reading';
import { readDossier } from '../../store/dossiers';
import { readInstance } from '../../store/instances';
import { type DiagramVersionRow } from '../../store/models/diagram-version';
import { type InstanceRow } from '../../store/models/instance';
import { type TaskRow } from '../../store/models/task';
import { readDiagramVersion } from '../../store/published-versions';
import { openTasksOf } from '../../store/tasks';
import { type Reader } from '../reader';

export type ReadPosition = { instance: InstanceRow; diagram: DiagramVersionRow; open: TaskRow[] };

/** Where a dossier stands in the drawing that it runs on: what it has passed, and what it waits for now. */
export async function readPosition({ tx, actor, seen }: Reader, { dossierId }: { dossierId: string }): Promise<ReadPosition> {
  const staff = asStaff(actor);
  judgeReading(staff, await readDossier(tx, dossierId));
  seen.push({ dossierId });
  const instance = await readInstance(tx, dossierId);
  return { instance, diagram: await readDiagramVersion(tx, instance.diagramVersionId), open: await openTasksOf(tx, dossierId) };
}

/** The drawing itself. It tells nothing of a person, and never changes. */
export async function readDossierDiagram({ tx, actor }: Reader, { dossierId }: { dossierId: string }): Promise<DiagramVersionRow> {
  const staff = asStaff(actor);
  judgeReading(staff, await readDossier(tx, dossierId));
  return readDiagramVersion(tx, (await readInstance(tx, dossierId)).diagramVersionId);
}
