import { submitDrafts } from '../store/results';
import { type Step } from '../workflow/workflow';
import { type Context } from './context';

/** Once the diagram waits for the leader's signature the draft is submitted, by whichever way it came there: from here on nobody changes it. */
export async function submitWhenSignable(context: Context, dossierId: string, { opened }: Pick<Step, 'opened'>): Promise<void> {
  if (opened.some(({ act }) => act === 'sign-result')) await submitDrafts(context.tx, dossierId);
}
