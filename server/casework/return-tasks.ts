import { localDateOf } from '../domain/local-time';
import { lockDossier } from '../store/dossiers';
import { strayTasks } from '../store/stray-tasks';
import { type TaskRow } from '../store/models/task';
import { assignTask } from '../store/tasks';
import { type Context } from './context';
import { recordAct } from './record-act';

/** So many open tasks of one person as nobody has. */
const ALL = 10_000;

/** R45: what somebody held and may no longer do goes back to the pool at once; drafts stay, past signatures stand. */
export async function returnTasksOf(context: Context, staffId: string): Promise<void> {
  const onDate = localDateOf(context.now);
  for (const task of await strayTasks(context.tx, { staffId, onDate, limit: ALL })) await returnTask(context, task);
}

/** Gives one task back to the pool; the dossier's officer is open again with it. Answers false where it is no longer with that holder. */
export async function returnTask(context: Context, task: TaskRow): Promise<boolean> {
  const { tx, now } = context;
  const dossier = await lockDossier(tx, task.dossierId);
  if (!(await assignTask(tx, { id: task.id, fromId: task.assigneeId, toId: null, at: now }))) return false;
  const isOfficers = task.duty === 'officer' && dossier.officerId === task.assigneeId;
  await recordAct(context, dossier, {
    act: 'return-task-to-pool',
    taskId: task.id,
    ...(isOfficers ? { change: { officerId: null } } : {}),
    facts: { detail: { task: task.name } },
  });
  return true;
}
