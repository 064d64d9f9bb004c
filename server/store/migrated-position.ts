import { type TaskRow } from './models/task';
import { execute } from './rows';
import { type Transaction } from './transaction';

/** What another version of the diagram may say of an open wait; its execution stays the same. */
export type RewordedTask = Pick<
  TaskRow,
  'executionId' | 'elementId' | 'name' | 'act' | 'duty' | 'agencyId' | 'message' | 'topic' | 'form' | 'template' | 'limitText' | 'dueAt'
>;

/** Gives an open wait of a dossier the words of the new drawing. */
export async function rewordTask(tx: Transaction, dossierId: string, task: RewordedTask): Promise<void> {
  const { executionId, elementId, name, act, duty, agencyId, message, topic, form, template, limitText, dueAt } = task;
  const touched = await execute(
    tx,
    `update tasks set element_id = $3, name = $4, act = $5, duty = $6, agency_id = $7, message = $8, topic = $9, form = $10, template = $11,
       limit_text = $12, due_at = $13 where dossier_id = $1 and execution_id = $2 and closed_at is null`,
    [dossierId, executionId, elementId, name, act, duty, agencyId, message, topic, form, template, limitText, dueAt],
  );
  if (touched !== 1) throw new Error(`The wait ${executionId} of dossier ${dossierId} is not open`);
}

/** The dossier itself names its drawing, too: the position is shown on it. */
export async function setDiagramVersion(tx: Transaction, dossierId: string, diagramVersionId: string): Promise<void> {
  await execute(tx, 'update dossiers set diagram_version_id = $2 where id = $1', [dossierId, diagramVersionId]);
}
