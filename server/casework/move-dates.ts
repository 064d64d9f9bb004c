import { parseLimitTerm } from '../domain/limit';
import { waitDueAt } from '../domain/wait-due';
import { type DossierRow } from '../store/models/dossier';
import { type TaskRow } from '../store/models/task';
import { moveTaskDue, openTasksOf, tasksOf } from '../store/tasks';
import { type Context } from './context';
import { namedLimits } from './opened-tasks';
import { type Case } from './read-case';

/** Timers that ring so long before the dossier's own due date follow it: later when it moves, silent while the clock stands. */
export async function moveBeforeDueTimers(context: Context, dossier: DossierRow): Promise<void> {
  for (const { id, limitText } of await openTasksOf(context.tx, dossier.id)) {
    const term = limitText ? parseLimitTerm(limitText) : undefined;
    if (term?.kind !== 'before-due') continue;
    const calendar = await context.parts.calendarOf(context.tx, dossier.agencyId);
    await moveTaskDue(context.tx, id, waitDueAt({ openedAt: context.now, term, dossierDueAt: dossier.dueAt, named: {}, calendar }));
  }
}

export type MovedWait = { task: TaskRow; dueAt: Date };

/**
 * Counts the open waits of a dossier again on the calendar as it is published
 * now, each from the moment it opened, and moves those that end later. None ever
 * moves earlier (R42); waits that hang on the dossier's own date follow that.
 */
export async function moveWaitsForCalendar(context: Context, { dossier, procedure }: Case): Promise<MovedWait[]> {
  const all = await tasksOf(context.tx, dossier.id);
  const moved: MovedWait[] = [];
  for (const task of all.filter(({ closedAt }) => !closedAt)) {
    const term = task.limitText ? parseLimitTerm(task.limitText) : undefined;
    if (!term || term.kind === 'before-due' || !task.dueAt) continue;
    const isFirst = all.find(({ elementId }) => elementId === task.elementId)?.id === task.id;
    const isFirstHandOver = term.kind === 'named' && term.name === 'hand-over' && isFirst;
    const dueAt = waitDueAt({
      openedAt: isFirstHandOver ? (dossier.acceptedAt ?? task.openedAt) : task.openedAt,
      term,
      dossierDueAt: dossier.dueAt,
      named: namedLimits(procedure),
      calendar: await context.parts.calendarOf(context.tx, task.agencyId ?? dossier.agencyId),
    });
    if (!dueAt || dueAt <= task.dueAt) continue;
    await moveTaskDue(context.tx, task.id, dueAt);
    moved.push({ task, dueAt });
  }
  return moved;
}
