import { post } from '../store/outbox';
import { findLiveResult } from '../store/results';
import { type Step } from '../workflow/workflow';
import { type Context } from './context';

/** The notice of a stop (form 05) is written once the centre is to hand it out. */
export async function issueStopLetter(context: Context, dossierId: string, { opened }: Step): Promise<void> {
  if (!opened.some(({ act }) => act === 'return-refusal')) return;
  const result = await findLiveResult(context.tx, dossierId);
  if (result?.outcome !== 'stop') return;
  const letter = { form: 'form-05', resultId: result.id };
  await post(context.tx, { dossierId, executionId: null, topic: 'letter', payload: letter }, context.now);
}
