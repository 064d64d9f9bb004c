import { type Context } from '../../casework/context';
import { type DraftShape } from '../../contract/draft-shapes';
import { presentDraft } from '../../presenters/draft';
import { draftView } from '../../queries/drafts/draft-view';

/** What every act on a draft answers: the draft as it now stands, with what is still wrong or wanting. */
export async function answerDraft(context: Context, draftId: string): Promise<{ draft: DraftShape }> {
  return { draft: presentDraft(await draftView(context, draftId)) };
}
