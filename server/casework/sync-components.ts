import { type ProcedureVersionContent } from '../domain/procedure';
import { papersFor } from '../domain/version-case';
import { componentsOf, dropEmptyComponents, insertComponents } from '../store/components';
import { type DraftRow } from '../store/models/draft';
import { type Context } from './context';

/** Gives a draft a place for each paper that the version asks for online, and takes away places that are empty and not asked for any more. */
export async function syncComponents({ tx }: Context, draft: DraftRow, content: ProcedureVersionContent): Promise<void> {
  const asked = papersFor(content, { caseKey: draft.caseKey, channel: 'online' });
  const there = await componentsOf(tx, { draftId: draft.id });
  const gone = there.filter(({ key }) => !asked.some((one) => one.key === key)).map(({ key }) => key);
  await dropEmptyComponents(tx, draft.id, gone);
  await insertComponents(
    tx,
    asked
      .filter(({ key }) => !there.some((one) => one.key === key))
      .map(({ key, name, isRequired }) => ({
        draftId: draft.id,
        key,
        name: name.vi,
        position: content.components.findIndex((one) => one.key === key),
        isRequired,
      })),
  );
}
