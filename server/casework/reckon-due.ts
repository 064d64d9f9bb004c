import { dueDate, type DueDate, type DueDateInput } from '../domain/due-date';
import { dueInputOf, pinnedLimit } from '../domain/due-input';
import { type Channel } from '../domain/channels';
import { type ProcedureVersionContent } from '../domain/procedure';
import { type PauseKind } from '../domain/pauses';
import { findDeliveredExtension } from '../store/extensions';
import { pausesOf } from '../store/pauses';
import { type Context } from './context';
import { type Case } from './read-case';

/** The time that the version gives for this channel and case, as it is pinned at acceptance. */
export function timeLimitOf(
  procedure: ProcedureVersionContent,
  channel: Channel,
  caseKey: string,
): { limit: string | null; wording: string } {
  const fitting = procedure.timeLimits.find(
    ({ channels, cases }) => (!channels.length || channels.includes(channel)) && (!cases.length || cases.includes(caseKey)),
  );
  return { limit: fitting?.limit ?? null, wording: fitting?.wording.vi ?? '' };
}

export { parsedLimit } from '../domain/due-input';

/** All that the due date of an accepted dossier follows from: the pinned limit, the pauses and the extension on record, the calendar as published now. */
export async function dueInput(context: Context, { dossier, procedure }: Case): Promise<DueDateInput> {
  const pauses = await pausesOf(context.tx, dossier.id);
  const extension = await findDeliveredExtension(context.tx, dossier.id);
  return dueInputOf({
    ...dossier,
    limit: pinnedLimit(dossier.timeLimit),
    pauses: pauses.map(({ fromAt, toAt, kind }) => ({ fromAt, toAt, kind: kind as PauseKind })),
    pauseRule: procedure.pauseRule,
    extension: extension ?? null,
    calendar: await context.parts.calendarOf(context.tx, dossier.agencyId),
  });
}

/** The due date of a dossier as it follows from its record now, with its explanation. */
export async function reckonDue(context: Context, subject: Case): Promise<DueDate> {
  return dueDate(await dueInput(context, subject));
}
