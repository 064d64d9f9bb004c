import { type EmailGateway } from '../../gateways/messages/message';
import { type Topic } from '../outbox-runner';
import { remindTopic } from '../remind';

/** The time in which a supplement may be asked for without a further ground has run out (R28): the head of the division is told. */
export function warnSupplementLimitTopic(letterbox: { mail: EmailGateway }): Topic {
  return remindTopic('warn-supplement-limit', letterbox);
}
