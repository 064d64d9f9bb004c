import { type Context } from '../../casework/context';
import { unansweredFiles } from '../../casework/keep-answer';
import { anyOpenRequest } from '../../casework/open-request';
import { lockCase } from '../../casework/read-case';
import { refuseUnless } from '../../domain/refusal';
import { detachFile, findComponent } from '../../store/components';

export type RemoveDossierFile = { dossierId: string; componentKey: string; fileId: string };

/** Takes back a file that was brought for an open request, before it is answered. What the dossier had before is on record and stays. */
export async function removeDossierFile(context: Context, { dossierId, componentKey, fileId }: RemoveDossierFile): Promise<void> {
  const { tx, now } = context;
  await anyOpenRequest(context, await lockCase(context, dossierId));
  const paper = await findComponent(tx, { dossierId }, componentKey);
  const file = (await unansweredFiles(context, dossierId)).find(({ id, componentId }) => id === fileId && componentId === paper?.id);
  refuseUnless(paper && file, 'not-found');
  await detachFile(tx, { componentId: paper.id, fileId, at: now });
}
