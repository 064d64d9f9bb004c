import { type Context } from '../../casework/context';
import { lockOwnDraft } from '../../casework/lock-draft';
import { refuseUnless } from '../../domain/refusal';
import { changeComponent, detachFile, filesOf, findComponent } from '../../store/components';

export type RemoveFile = { draftId: string; componentKey: string; fileId: string };

/** Takes a file out of a paper of a draft. */
export async function removeFile(context: Context, { draftId, componentKey, fileId }: RemoveFile): Promise<void> {
  const { tx, now } = context;
  await lockOwnDraft(context, draftId);
  const paper = await findComponent(tx, { draftId }, componentKey);
  refuseUnless(paper, 'not-found');
  await detachFile(tx, { componentId: paper.id, fileId, at: now });
  const isLeft = (await filesOf(tx, { draftId })).some(({ componentId }) => componentId === paper.id);
  if (!isLeft) await changeComponent(tx, paper.id, { isElectronic: false });
}
