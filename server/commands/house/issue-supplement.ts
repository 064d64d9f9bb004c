import { type Context } from '../../casework/context';
import { parsedLimit } from '../../casework/reckon-due';
import { lockCase, type Case } from '../../casework/read-case';
import { takeStep } from '../../casework/take-step';
import { answerLastDay } from '../../domain/guards/supplement';
import { refuseUnless } from '../../domain/refusal';
import { post } from '../../store/outbox';
import { changeSupplement, findLastSupplement } from '../../store/supplements';

export type IssueSupplement = { dossierId: string; expectedVersion: number };

/** The centre sends the approved request to the applicant. From this moment the clock stands; a last day exists only with its clause (R29). */
export async function issueSupplement(context: Context, { dossierId, expectedVersion }: IssueSupplement): Promise<void> {
  const subject = await lockCase(context, dossierId, expectedVersion);
  const supplement = await findLastSupplement(context.tx, dossierId, 'appraisal');
  refuseUnless(supplement?.state === 'approved', 'supplement-not-open');
  const answer = await lastDayOf(context, subject);
  await takeStep(context, subject, {
    act: 'issue-supplement',
    change: { dueAt: null },
    pause: { open: { kind: 'supplement', ground: supplement.ground, at: context.now } },
    record: { detail: { reason: supplement.reason, items: supplement.items, ...answer } },
  });
  await changeSupplement(context.tx, supplement.id, { state: 'issued', issuedAt: context.now, ...answer });
  const letter = { form: 'form-02', supplementId: supplement.id };
  await post(context.tx, { dossierId, executionId: null, topic: 'letter', payload: letter }, context.now);
}

async function lastDayOf(context: Context, { dossier, procedure }: Case): Promise<{ answerUntilOn?: string; answerClause?: string }> {
  const within = procedure.supplement.answerWithin;
  const limit = within && parsedLimit(within.limit);
  const calendar = await context.parts.calendarOf(context.tx, dossier.agencyId);
  const last = answerLastDay(limit && { limit, clause: within.clause.text }, context.now, calendar);
  return last ? { answerUntilOn: last.on, answerClause: last.clause } : {};
}
