import { stepFacts } from './take-step';
import { openedTasks } from './opened-tasks';
import { caseFacts } from './case-facts';
import { insertInstance } from '../store/instances';
import { insertTasks } from '../store/tasks';
import { engineVersion } from '../workflow/workflow';
import { type JournalFacts } from '../domain/journal';
import { type Context } from './context';
import { type Case } from './read-case';
import { recordAct } from './record-act';

/**
 * Puts a new dossier into its diagram: at submission, registration at the counter
 * or receipt from the post. From here on it moves only by steps.
 */
export async function openCase(context: Context, subject: Case, act: string, record: JournalFacts): Promise<void> {
  const { tx, now } = context;
  const { dossier } = subject;
  const workflow = await context.parts.workflowOf(tx, dossier.diagramVersionId);
  const step = await workflow.open({}, await caseFacts(context, subject, {}));
  await insertInstance(tx, {
    dossierId: dossier.id,
    diagramVersionId: dossier.diagramVersionId,
    version: 1,
    state: step.state,
    stateSha256: step.stateSha256,
    active: step.active,
    engineVersion,
    facts: {},
    doneElements: step.entered,
    status: 'running',
  });
  const opened = await openedTasks(context, subject, step.opened);
  await insertTasks(
    tx,
    opened.map((task) => ({
      ...task,
      dossierId: dossier.id,
      assignedAt: task.assigneeId === null ? null : now,
      openedAt: now,
      closedAt: null,
      closedBy: null,
    })),
  );
  await recordAct(context, dossier, {
    act,
    opened: step.opened,
    change: { ...(step.status && step.status !== dossier.status ? { status: step.status } : {}) },
    facts: { status: step.status ?? dossier.status, ...record, ...stepFacts(step) },
  });
}
