import { type FactsOf, type TemplateKey } from '../../server/documents/facts';
import { letters } from './samples/letters';
import { results } from './samples/results';
import { slips } from './samples/slips';

/** One set of facts for each template, as the office would write them; made-up people. */
export const samples: { [Key in TemplateKey]: FactsOf<Key> } = { ...letters, ...slips, ...results };
