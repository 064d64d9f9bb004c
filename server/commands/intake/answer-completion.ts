import { answerDueAt } from '../../casework/answer-due';
import { answerRequest } from '../../casework/answer-request';
import { type Context } from '../../casework/context';
import { type GivenAnswer } from '../../casework/keep-answer';
import { lockCase } from '../../casework/read-case';
import { takeStep } from '../../casework/take-step';

export type AnswerCompletion = GivenAnswer & { dossierId: string; expectedVersion: number };

/** The applicant completes the submission. It is back in the inbox, and the centre's time to answer runs anew. */
export async function answerCompletion(context: Context, { dossierId, expectedVersion, ...given }: AnswerCompletion): Promise<void> {
  const subject = await lockCase(context, dossierId, expectedVersion);
  const { answers, detail } = await answerRequest(context, subject, { ...given, phase: 'intake' });
  const { centreId } = subject.dossier;
  await takeStep(context, subject, {
    act: 'answer-completion',
    change: { answers, subStatus: null, answerDueAt: await answerDueAt(context, { procedure: subject.procedure, centreId }) },
    record: { detail },
  });
}
