import { type Context } from '../../casework/context';
import { lockCase } from '../../casework/read-case';
import { submitWhenSignable } from '../../casework/submit-drafts';
import { takeStep } from '../../casework/take-step';
import { refuseUnless } from '../../domain/refusal';

export type AnswerDraft = { dossierId: string; expectedVersion: number; isAgreed: boolean; note: string };

/** The applicant has looked at the draft and agrees, or says what is wrong with it; then it is drafted anew. */
export async function answerDraft(context: Context, { dossierId, expectedVersion, isAgreed, note }: AnswerDraft): Promise<void> {
  refuseUnless(isAgreed || note, 'reason-missing');
  const subject = await lockCase(context, dossierId, expectedVersion);
  const step = await takeStep(context, subject, {
    act: 'answer-draft',
    facts: { draft: isAgreed ? 'agreed' : 'changes' },
    record: { detail: { isAgreed, ...(note ? { note } : {}) } },
  });
  await submitWhenSignable(context, dossierId, step);
}
