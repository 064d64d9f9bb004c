import { keepDrawnResult } from '../../commands/results/keep-drawn-result';
import { keepWhole } from '../../files/read-whole';
import { readTemplateVersion } from '../../store/published-versions';
import { readResult } from '../../store/results';
import { type PaperDesk } from '../affix-signature';
import { type Topic } from '../outbox-runner';

/** Draws the file of a drafted result, once and for good: what the leader sees, signs and the citizen gets begins with these bytes. */
export function renderResultTopic({ paper, files }: PaperDesk): Topic {
  return async ({ entry, perform, finish }) => {
    const resultId = String(entry.payload['resultId']);
    const { result, template } = await perform(async ({ tx }) => {
      const draft = await readResult(tx, resultId);
      return { result: draft, template: (await readTemplateVersion(tx, draft.templateVersionId)).content };
    });
    const { sha256 } = await keepWhole(files, await paper.render({ template, facts: result.facts }));
    await finish((context) => keepDrawnResult(context, { id: resultId, facts: result.facts, sha256 }));
  };
}
