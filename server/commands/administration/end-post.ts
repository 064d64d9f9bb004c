import { type Context } from '../../casework/context';
import { recordAct } from '../../casework/record-act';
import { lockDossier } from '../../store/dossiers';
import { endPost as closePost } from '../../store/staff';
import { releaseTasksOf } from '../../store/tasks';

/**
 * Ends a post on a day (the first on which it no longer counts). Open tasks go
 * back to the pool at once, drafts stay, past signatures stand (R45).
 */
export async function endPost(context: Context, { postId, validToOn }: { postId: string; validToOn: string }): Promise<void> {
  const { tx } = context;
  const { staffId } = await closePost(tx, postId, validToOn);
  for (const task of await releaseTasksOf(tx, staffId)) {
    const dossier = await lockDossier(tx, task.dossierId);
    await recordAct(context, dossier, { act: 'return-task-to-pool', taskId: task.id, facts: { detail: { task: task.name } } });
  }
}
