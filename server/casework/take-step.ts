import { Refusal } from '../domain/refusal';
import { type Facts } from '../domain/facts';
import { type JournalFacts } from '../domain/journal';
import { isPastWithdrawal, mayMoveStatus, type NationalStatus } from '../domain/status';
import { judgeStep } from '../policies/tasks';
import { lockInstance } from '../store/instances';
import { openTasksOf } from '../store/tasks';
import { beginPause, endPause } from '../store/pauses';
import { writeStep } from '../store/steps';
import { type DossierRow } from '../store/models/dossier';
import { type TaskRow } from '../store/models/task';
import { StepImpossible, type Step, type WorkflowEvent } from '../workflow/workflow';
import { caseFacts } from './case-facts';
import { type Context } from './context';
import { moveDutyPause } from './move-duty-pause';
import { moveFees } from './move-fees';
import { openedTasks } from './opened-tasks';
import { outrunWithdrawal } from './outrun-withdrawal';
import { type Case } from './read-case';
import { recordAct, type DossierChange } from './record-act';

/** One step of a dossier through its diagram, asked for by an act. */
export type StepRequest = {
  act: string;
  /** Which of several open steps of this act; without it there must be exactly one. */
  taskId?: string;
  /** What the act decided, in the diagram's own closed words. */
  facts?: Partial<Facts>;
  /** What later steps of the diagram count over: keys, never names. */
  output?: Record<string, unknown>;
  change?: DossierChange;
  pause?: { open: { kind: string; ground: string | null; at: Date } } | { closeAt: Date };
  record?: JournalFacts;
};

/**
 * The only way a dossier moves: the policy lets the actor in, the diagram decides
 * what comes next, and position, tasks, outbox, status and journal move together
 * in the transaction of the act.
 */
export async function takeStep(context: Context, subject: Case, request: StepRequest): Promise<Step> {
  const { tx, actor } = context;
  const { dossier } = subject;
  const open = await openTasksOf(tx, dossier.id);
  const task = chooseTask(open, request);
  judgeStep(actor, task, dossier);
  const instance = await lockInstance(tx, dossier.id);
  if (instance.status !== 'running' || !instance.state)
    throw new Refusal(instance.status === 'incident' ? 'incident-open' : 'step-not-open');

  Object.assign(dossier, request.change);
  const pause = await movePause(context, dossier, request);
  const kept = { ...instance.facts, ...request.facts };
  const facts = await caseFacts(context, subject, kept);
  const workflow = await context.parts.workflowOf(tx, instance.diagramVersionId);
  const step = await workflow.advance(instance.state, eventOf(task, request, facts), { waits: open, active: instance.active });
  if (step.stale) throw new Refusal('step-not-open');

  const moved = await writeStep(tx, {
    dossierId: dossier.id,
    expectedVersion: instance.version,
    state: step.state,
    stateSha256: step.stateSha256,
    active: step.active,
    status: step.ended ? 'ended' : 'running',
    facts: kept,
    entered: step.entered,
    opened: await openedTasks(context, subject, step.opened),
    closedExecutionIds: step.closed.map(({ executionId }) => executionId),
    closedBy: request.act,
    at: context.now,
  });
  if (!moved) throw new Refusal('step-not-open');
  const before = dossier.status;
  const status = followStatuses(before, step.statuses);
  const duty = await moveDutyPause(context, subject, { from: before, to: status });
  const fees = status === before ? [] : await moveFees(context, dossier.id, status);
  await recordAct(context, dossier, {
    act: request.act,
    taskId: task.id,
    opened: step.opened,
    change: {
      ...request.change,
      ...duty.change,
      ...(status === before ? {} : { status }),
      ...(step.ended ? { finishedAt: context.now } : {}),
    },
    facts: {
      ...pause,
      ...duty.facts,
      ...request.record,
      ...(fees.length > 0 ? { fees: [...(request.record?.fees ?? []), ...fees] } : {}),
      ...stepFacts(step),
    },
  });
  if (status !== before && isPastWithdrawal(status)) await outrunWithdrawal(context, dossier);
  return step;
}

export function stepFacts(step: Step): JournalFacts {
  return {
    opened: step.opened.map(({ executionId, elementId }) => ({ executionId, elementId })),
    closed: step.closed.map(({ executionId }) => executionId),
  };
}

/** R06: the national status moves only as the portal knows it; a diagram that leaps is a fault of the diagram, not of the act. */
export function followStatuses(from: number, entered: readonly NationalStatus[]): NationalStatus {
  let status = from as NationalStatus;
  for (const next of entered) {
    if (next !== status && !mayMoveStatus(status, next)) throw new StepImpossible(`status ${next} may not follow ${status}`);
    status = next;
  }
  return status;
}

function chooseTask(open: readonly TaskRow[], { act, taskId }: StepRequest): TaskRow {
  const fitting = open.filter((task) => (taskId ? task.id === taskId : task.act === act || task.topic === act));
  const [task, more] = fitting;
  if (!task || more) throw new Refusal('step-not-open', { act });
  if (taskId && (task.kind === 'user' || task.kind === 'message') && task.act !== act) throw new Refusal('step-not-open', { act });
  return task;
}

function eventOf(task: TaskRow, request: StepRequest, facts: Facts): WorkflowEvent {
  const { executionId } = task;
  const output = request.output ? { output: request.output } : {};
  switch (task.kind) {
    case 'timer':
      return { kind: 'fire', executionId, facts };
    case 'message':
      return { kind: 'message', executionId, facts, ...output };
    case 'user':
    case 'service':
      return { kind: 'complete', executionId, facts, ...output };
  }
}

async function movePause(context: Context, dossier: DossierRow, { pause }: StepRequest): Promise<JournalFacts> {
  if (!pause) return {};
  if ('closeAt' in pause) {
    await endPause(context.tx, dossier.id, pause.closeAt);
    return { pauseClosed: { at: pause.closeAt.toISOString() } };
  }
  const { kind, ground, at } = pause.open;
  await beginPause(context.tx, { dossierId: dossier.id, kind, ground, fromAt: at });
  return { pauseOpened: { kind, ground, at: at.toISOString() } };
}
