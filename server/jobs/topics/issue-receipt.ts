import { makeLetter, type LetterRoom } from '../make-letter';
import { type Topic } from '../outbox-runner';

/** The receipt with the promised day (form 01), which the diagram waits for. */
export function issueReceiptTopic(room: LetterRoom): Topic {
  return async (delivery) => {
    const { dossierId, executionId } = delivery.entry;
    if (dossierId === null || executionId === null) throw new Error('issue-receipt outside a diagram');
    const nothing = { supplementId: null, extensionId: null, resultId: null, postalOrderId: null, reprintOfId: null };
    await makeLetter(room, delivery, { dossierId, form: 'form-01', ...nothing });
  };
}
