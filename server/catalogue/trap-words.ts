import { type Words } from '../domain/words/words';
import { contentWords } from './content-words';
import { channelWords } from './channel-words';
import { sourceWords } from './source-words';
import { type Trap } from './verdicts';

/** What an administrator reads of each trap, without the full stop: what was read follows it where that helps. */
export const trapWords: Readonly<Record<Trap, Words>> = { ...sourceWords, ...channelWords, ...contentWords };
