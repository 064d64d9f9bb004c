import { refuseUnless } from '../domain/refusal';
import { type ResultRow } from '../store/models/result';
import { findLiveResult } from '../store/results';
import { type Context } from './context';
import { openStep } from './open-step';
import { type Case } from './read-case';

/** The result on paper whose scan the diagram waits for from this actor. */
export async function openScan(context: Context, { dossier }: Case): Promise<ResultRow> {
  await openStep(context, dossier, 'scan-back');
  const result = await findLiveResult(context.tx, dossier.id);
  refuseUnless(result?.kind === 'paper' && result.state === 'sealed', 'step-not-open', { act: 'scan-back' });
  return result;
}
