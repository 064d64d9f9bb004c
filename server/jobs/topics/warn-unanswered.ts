import { type EmailGateway } from '../../gateways/messages/message';
import { type Topic } from '../outbox-runner';
import { remindTopic } from '../remind';

/** An online dossier that waits past its answer limit stays at 1 and goes to the head of the centre; nobody accepts it by itself (R47). */
export function warnUnansweredTopic(letterbox: { mail: EmailGateway }): Topic {
  return remindTopic('warn-unanswered', letterbox);
}
