import { type EmailGateway } from '../../gateways/messages/message';
import { type Topic } from '../outbox-runner';
import { remindTopic } from '../remind';

/** A dossier that has not reached its division in time (R01, R02) is brought to the heads of both sides. */
export function warnHandOverTopic(letterbox: { mail: EmailGateway }): Topic {
  return remindTopic('warn-hand-over', letterbox);
}
