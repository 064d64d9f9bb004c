import { type Context } from '../../casework/context';
import { type AnnouncedFile, enterUpload } from '../../casework/enter-upload';
import { anyOpenRequest, itemsOf } from '../../casework/open-request';
import { lockCase } from '../../casework/read-case';
import { refuseUnless } from '../../domain/refusal';
import { cleanDisplayName } from '../../files/display-name';
import { asSignedIn } from '../../policies/actor';
import { componentsOf, filesOf } from '../../store/components';

/** Beside what was handed in at first, an answer may bring so many files for a paper. */
const MOST_FILES = 20;

/** Announces a file for a paper that an open request names; the other papers of the dossier stay as they are. Answers the upload's id. */
export async function beginDossierUpload(context: Context, { dossierId, ...file }: AnnouncedFile & { dossierId: string }): Promise<string> {
  const subject = await lockCase(context, dossierId);
  const request = await anyOpenRequest(context, subject);
  const isNamed = itemsOf(request).some(({ kind, key }) => kind === 'component' && key === file.componentKey);
  refuseUnless(isNamed, 'item-not-open', { items: [file.componentKey] });
  const component = subject.procedure.components.find(({ key }) => key === file.componentKey);
  refuseUnless(component, 'component-unknown', { component: file.componentKey });
  const place = (await componentsOf(context.tx, { dossierId })).find(({ key }) => key === file.componentKey);
  const there = (await filesOf(context.tx, { dossierId })).filter(({ componentId }) => componentId === place?.id).length;
  const named = { ...file, name: cleanDisplayName(file.name) };
  const { accountId } = asSignedIn(context.actor);
  const upload = await enterUpload(context, { accountId, holder: { dossierId }, component, most: MOST_FILES, there, file: named });
  return upload.id;
}
