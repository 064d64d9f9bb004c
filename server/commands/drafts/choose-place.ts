import { type Context } from '../../casework/context';
import { lockOwnDraft } from '../../casework/lock-draft';
import { communePlace } from '../../casework/place-of';
import { localDateOf } from '../../domain/local-time';
import { refuseUnless } from '../../domain/refusal';
import { saveDraft } from '../../store/drafts';

export type ChoosePlace = { draftId: string; expectedVersion: number; communeCode: string };

/** Names the commune that is to decide, where the procedure leaves the choice. */
export async function choosePlace(context: Context, { draftId, expectedVersion, communeCode }: ChoosePlace): Promise<void> {
  const { version } = await lockOwnDraft(context, draftId, expectedVersion);
  const isFree = version.content.competence.kind === 'commune';
  refuseUnless(isFree, 'invalid-input', {
    faults: [
      { path: 'body.communeCode', message: 'Thủ tục này do một cơ quan giải quyết.', messageEn: 'One body decides in this procedure.' },
    ],
  });
  const { centre } = await communePlace(context.tx, { communeCode, onDate: localDateOf(context.now) });
  await saveDraft(context.tx, draftId, { centreId: centre.id, savedAt: context.now });
}
