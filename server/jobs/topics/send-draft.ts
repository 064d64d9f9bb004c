import { sendDraft } from '../../commands/results/send-draft';
import { type Topic } from '../outbox-runner';

/** The applicant is shown what the office means to issue, before it is signed. */
export function sendDraftTopic(): Topic {
  return async ({ entry, finish }) => {
    const { dossierId, executionId } = entry;
    if (dossierId === null || executionId === null) throw new Error('send-draft outside a diagram');
    await finish((context) => sendDraft(context, { dossierId, executionId }));
  };
}
