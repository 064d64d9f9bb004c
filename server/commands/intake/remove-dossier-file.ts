import { type Context } from '../../casework/context';
import { anyOpenRequest } from '../../casework/open-request';
import { lockCase } from '../../casework/read-case';
import { refuseUnless } from '../../domain/refusal';
import { detachFile, filesOf, findComponent } from '../../store/components';

export type RemoveDossierFile = { dossierId: string; componentKey: string; fileId: string };

/** Takes back a file that was brought for an open request, before it is answered. What the dossier had before is on record and stays. */
export async function removeDossierFile(context: Context, { dossierId, componentKey, fileId }: RemoveDossierFile): Promise<void> {
  const { tx, now } = context;
  const subject = await lockCase(context, dossierId);
  const request = await anyOpenRequest(context, subject);
  const paper = await findComponent(tx, { dossierId }, componentKey);
  const file = (await filesOf(tx, { dossierId })).find(({ id, componentId }) => id === fileId && componentId === paper?.id);
  const since = request.answeredAt ?? request.issuedAt;
  refuseUnless(paper && file && since && file.addedAt >= since, 'not-found');
  await detachFile(tx, { componentId: paper.id, fileId, at: now });
}
