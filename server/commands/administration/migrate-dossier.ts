import { type Context } from '../../casework/context';
import { type JudgedMigration } from '../../casework/migration';
import { dueAtOf, openedTasks } from '../../casework/opened-tasks';
import { type Case, lockUnreadCase } from '../../casework/read-case';
import { recordAct } from '../../casework/record-act';
import { refuseUnless } from '../../domain/refusal';
import { lockInstance, saveInstance } from '../../store/instances';
import { rewordTask, setDiagramVersion } from '../../store/migrated-position';
import { type TaskRow } from '../../store/models/task';
import { readDiagramVersion } from '../../store/published-versions';
import { openTasksOf } from '../../store/tasks';

export type MigrateDossier = { dossierId: string; expectedVersion: number; reason: string; judged: JudgedMigration };

/**
 * Moves one running dossier to another version of its drawing, by an explicit act
 * with its reason, after the dry run has let it through. Its open waits stay open
 * under the words of the new drawing; a limit that the new drawing says otherwise
 * counts from the moment the wait opened.
 */
export async function migrateDossier(context: Context, { dossierId, expectedVersion, reason, judged }: MigrateDossier): Promise<void> {
  const { tx } = context;
  const subject = await lockUnreadCase(context, dossierId, expectedVersion);
  const instance = await lockInstance(tx, dossierId);
  refuseUnless(instance.version === judged.instanceVersion && instance.status === 'running', 'step-not-open');
  const { migrated, toVersionId } = judged;
  await saveInstance(tx, instance.version, {
    ...instance,
    diagramVersionId: toVersionId,
    state: migrated.state,
    stateSha256: migrated.stateSha256,
    active: migrated.active,
    engineVersion: migrated.engineVersion,
  });
  const [from, to] = [await readDiagramVersion(tx, instance.diagramVersionId), await readDiagramVersion(tx, toVersionId)];
  await setDiagramVersion(tx, dossierId, toVersionId);
  const renamed = await rewordTasks(context, subject, judged);
  await recordAct(context, subject.dossier, {
    act: 'migrate-dossier',
    facts: {
      closed: renamed.map(({ executionId }) => executionId),
      opened: renamed,
      detail: { diagram: to.key, from: from.version, to: to.version, reason },
    },
  });
}

/** Answers the waits whose element has another id now. */
async function rewordTasks(
  context: Context,
  subject: Case,
  { migrated }: JudgedMigration,
): Promise<{ executionId: string; elementId: string }[]> {
  const before = new Map((await openTasksOf(context.tx, subject.dossier.id)).map((task) => [task.executionId, task]));
  const renamed = [];
  for (const opened of await openedTasks(context, subject, migrated.waits)) {
    const { executionId, elementId, limitText } = opened;
    const old = before.get(executionId)!;
    const dueAt =
      limitText === old.limitText ? old.dueAt : await dueSinceOpened(context, subject, old, { ...opened, limit: limitText ?? null });
    await rewordTask(context.tx, subject.dossier.id, { ...old, ...opened, dueAt });
    if (elementId !== old.elementId) renamed.push({ executionId, elementId });
  }
  return renamed;
}

async function dueSinceOpened(
  context: Context,
  subject: Case,
  { openedAt }: TaskRow,
  wait: { elementId: string; limit: string | null; agencyId?: number | null },
): Promise<Date | null> {
  return dueAtOf({ ...context, now: openedAt }, subject, wait, wait.agencyId ?? subject.dossier.agencyId);
}
