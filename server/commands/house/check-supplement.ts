import { type Context } from '../../casework/context';
import { reckonDue } from '../../casework/reckon-due';
import { lockCase } from '../../casework/read-case';
import { takeStep } from '../../casework/take-step';
import { refuseUnless } from '../../domain/refusal';
import { endPause } from '../../store/pauses';
import { changeSupplement, findOpenSupplement } from '../../store/supplements';

export type CheckSupplement = { dossierId: string; expectedVersion: number; isComplete: boolean; note: string };

/**
 * The clerk says whether the answer is complete. If it is, the pause ended at the
 * moment of sending, not now (R29); if it is not, the same request is open again
 * and no second one is counted (E19).
 */
export async function checkSupplement(context: Context, { dossierId, expectedVersion, isComplete, note }: CheckSupplement): Promise<void> {
  refuseUnless(isComplete || note, 'reason-missing');
  const subject = await lockCase(context, dossierId, expectedVersion);
  const supplement = await findOpenSupplement(context.tx, dossierId);
  const answeredAt = supplement?.answeredAt;
  refuseUnless(supplement?.state === 'answered' && answeredAt, 'supplement-not-open');
  const detail = { isComplete, ...(note ? { note } : {}) };
  const facts = { supplement: isComplete ? 'complete' : 'incomplete' } as const;
  await changeSupplement(context.tx, supplement.id, { state: isComplete ? 'complete' : 'issued', checkedAt: context.now });
  if (!isComplete) {
    await takeStep(context, subject, { act: 'check-supplement', facts, record: { detail } });
    return;
  }
  await endPause(context.tx, dossierId, answeredAt);
  const { dueAt } = await reckonDue(context, subject);
  await takeStep(context, subject, {
    act: 'check-supplement',
    facts,
    change: { dueAt },
    record: { pauseClosed: { at: answeredAt.toISOString() }, detail },
  });
}
