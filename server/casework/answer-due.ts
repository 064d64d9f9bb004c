import { type ProcedureVersionContent } from '../domain/procedure';
import { limitEndsAt } from '../domain/wait-due';
import { type Context } from './context';
import { parsedLimit } from './reckon-due';

/**
 * By when the centre answers what was filed now: accepted, to be completed, or
 * refused. Counted in open hours, so that what comes at night or during Tết waits
 * for the next opening (R47). Null where the version sets no such limit.
 */
export async function answerDueAt(
  context: Context,
  { procedure, centreId }: { procedure: ProcedureVersionContent; centreId: number },
): Promise<Date | null> {
  const limit = parsedLimit(procedure.limits['intake-answer'] ?? null);
  return limit && limitEndsAt(context.now, limit, await context.parts.calendarOf(context.tx, centreId));
}
