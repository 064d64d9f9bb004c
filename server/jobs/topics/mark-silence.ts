import { markSilence } from '../../commands/results/mark-silence';
import { type Topic } from '../outbox-runner';

/** The day for the applicant's word on the draft is over. */
export function markSilenceTopic(): Topic {
  return async ({ entry, finish }) => {
    const { dossierId, executionId } = entry;
    if (dossierId === null || executionId === null) throw new Error('mark-silence outside a diagram');
    await finish((context) => markSilence(context, { dossierId, executionId }));
  };
}
