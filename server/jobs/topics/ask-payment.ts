import { sendPaymentRequest } from '../../commands/money/send-payment-request';
import { type Topic } from '../outbox-runner';

/** The diagram asks for the fees that are due before work begins (national 6): the applicant is told, and the diagram waits for the money. */
export function askPaymentTopic(): Topic {
  return async (delivery) => {
    const { dossierId, executionId } = delivery.entry;
    if (dossierId === null || executionId === null) throw new Error('ask-payment outside a diagram');
    await delivery.finish((context) => sendPaymentRequest(context, { dossierId, executionId }));
  };
}
