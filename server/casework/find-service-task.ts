import { openTasksOf } from '../store/tasks';
import { type TaskRow } from '../store/models/task';
import { type Context } from './context';

/** The service task that an outbox entry was laid down for; undefined where the dossier has gone on without it (withdrawn, migrated). */
export async function findServiceTask(
  { tx }: Context,
  { dossierId, executionId }: { dossierId: string; executionId: string },
): Promise<TaskRow | undefined> {
  return (await openTasksOf(tx, dossierId)).find((task) => task.kind === 'service' && task.executionId === executionId);
}
