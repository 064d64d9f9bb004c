import { isLetterForm, type LetterOrder } from '../../domain/letter';
import { type OutboxEntryRow } from '../../store/models/outbox-entry';
import { makeLetter, type LetterRoom } from '../make-letter';
import { type Topic } from '../outbox-runner';

/** Letters that acts outside a service task ask for: supplement request, refusal at intake, new date, stop, the slips of hand-overs, and every reprint. */
export function letterTopic(room: LetterRoom): Topic {
  return (delivery) => makeLetter(room, delivery, orderOf(delivery.entry));
}

function orderOf({ dossierId, payload }: OutboxEntryRow): LetterOrder {
  const { form } = payload;
  if (dossierId === null || !isLetterForm(form)) throw new Error(`no letter is called ${String(form)}`);
  const id = (name: string) => (typeof payload[name] === 'string' ? payload[name] : null);
  return {
    dossierId,
    form,
    supplementId: id('supplementId'),
    extensionId: id('extensionId'),
    resultId: id('resultId'),
    postalOrderId: id('postalOrderId'),
    reprintOfId: id('reprintOfId'),
  };
}
