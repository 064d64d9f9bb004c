import { type LetterRoom } from './make-letter';
import { type Topic } from './outbox-runner';
import { issueReceiptTopic } from './topics/issue-receipt';
import { letterTopic } from './topics/letter';
import { markSilenceTopic } from './topics/mark-silence';
import { releaseResultTopic } from './topics/release-result';
import { renderResultTopic } from './topics/render-result';
import { sendDraftTopic } from './topics/send-draft';

/** What papers ask of the outbox: letters, drafts to be drawn and shown, results to be released. */
export function paperTopics(room: LetterRoom): Record<string, Topic> {
  return {
    'issue-receipt': issueReceiptTopic(room),
    letter: letterTopic(room),
    'render-result': renderResultTopic(room.desk),
    'send-draft': sendDraftTopic(),
    'mark-silence': markSilenceTopic(),
    'release-result': releaseResultTopic(room.desk),
  };
}
