import { type Context } from '../../casework/context';
import { moveWaitsForCalendar } from '../../casework/move-dates';
import { lockCase } from '../../casework/read-case';
import { dueInput } from '../../casework/reckon-due';
import { recordAct, type DossierChange } from '../../casework/record-act';
import { moveForCalendar as moveDate } from '../../domain/calendar-change';
import { endOfProcessing, type NationalStatus } from '../../domain/status';
import { type DossierRow } from '../../store/models/dossier';

/**
 * A day was published in the middle of things: this dossier is counted again.
 * Its date moves only where its span holds the day, and only later; the journal
 * says by which decision, and the citizen is told (R41, R42). A dossier whose
 * processing has ended keeps the date it was judged by, a paused one moves when
 * it resumes. Answers whether the citizen's date moved; a repeat moves nothing.
 */
export async function moveForCalendar(
  context: Context,
  { dossierId, decision }: { dossierId: string; decision: string },
): Promise<boolean> {
  const subject = await lockCase(context, dossierId);
  const { dossier } = subject;
  if (dossier.finishedAt) return false;
  const change: DossierChange = {};
  for (const { task, dueAt } of await moveWaitsForCalendar(context, subject))
    if (task.dueAt?.getTime() === dossier.answerDueAt?.getTime()) change.answerDueAt = dueAt;
  const oldDueAt = dossier.dueAt;
  if (oldDueAt && !isJudged(dossier)) {
    const move = moveDate({ input: await dueInput(context, subject), dueAt: oldDueAt, finishedAt: null });
    if (move.moves) change.dueAt = move.dueAt;
  }
  if (!change.dueAt && !change.answerDueAt) return false;
  const detail = { decision, ...(change.dueAt ? { oldDueAt: oldDueAt?.toISOString() } : {}) };
  await recordAct(context, dossier, { act: 'move-for-calendar', change, facts: { detail } });
  return change.dueAt !== undefined;
}

/** The result is there, or the matter has ended otherwise: what remains is the return. */
function isJudged({ status, submittedAt }: DossierRow): boolean {
  return endOfProcessing([{ status: status as NationalStatus, at: submittedAt }]) !== null;
}
