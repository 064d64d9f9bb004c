import { answerRequest } from '../../casework/answer-request';
import { type Context } from '../../casework/context';
import { type GivenAnswer } from '../../casework/keep-answer';
import { lockCase } from '../../casework/read-case';
import { takeStep } from '../../casework/take-step';

export type AnswerSupplement = GivenAnswer & { dossierId: string; expectedVersion: number };

/** The applicant answers the supplement request. The clock still stands until the clerk finds it whole. */
export async function answerSupplement(context: Context, { dossierId, expectedVersion, ...given }: AnswerSupplement): Promise<void> {
  const subject = await lockCase(context, dossierId, expectedVersion);
  const { answers, detail } = await answerRequest(context, subject, { ...given, phase: 'appraisal' });
  await takeStep(context, subject, { act: 'answer-supplement', change: { answers }, record: { detail } });
}
