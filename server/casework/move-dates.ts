import { parseLimitTerm } from '../domain/limit';
import { waitDueAt } from '../domain/wait-due';
import { type DossierRow } from '../store/models/dossier';
import { moveTaskDue, openTasksOf } from '../store/tasks';
import { type Context } from './context';

/** Timers that ring so long before the dossier's own due date follow it: later when it moves, silent while the clock stands. */
export async function moveBeforeDueTimers(context: Context, dossier: DossierRow): Promise<void> {
  for (const { id, limitText } of await openTasksOf(context.tx, dossier.id)) {
    const term = limitText ? parseLimitTerm(limitText) : undefined;
    if (term?.kind !== 'before-due') continue;
    const calendar = await context.parts.calendarOf(context.tx, dossier.agencyId);
    await moveTaskDue(context.tx, id, waitDueAt({ openedAt: context.now, term, dossierDueAt: dossier.dueAt, named: {}, calendar }));
  }
}
