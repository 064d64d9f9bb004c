import { type Context } from '../../casework/context';
import { type AnnouncedFile, enterUpload } from '../../casework/enter-upload';
import { openScan } from '../../casework/open-scan';
import { lockCase } from '../../casework/read-case';
import { RESULT_SCAN } from '../../domain/result-scan';
import { cleanDisplayName } from '../../files/display-name';
import { asStaff } from '../../policies/actor';

/** Announces the scan of a result on paper; parts follow as of any upload. Answers the upload's id. */
export async function beginScan(
  context: Context,
  { dossierId, ...file }: Omit<AnnouncedFile, 'componentKey'> & { dossierId: string },
): Promise<string> {
  const subject = await lockCase(context, dossierId);
  await openScan(context, subject);
  const { accountId } = asStaff(context.actor);
  const named = { ...file, componentKey: RESULT_SCAN.key, name: cleanDisplayName(file.name) };
  const upload = await enterUpload(context, { accountId, holder: { dossierId }, component: RESULT_SCAN, most: 1, there: 0, file: named });
  return upload.id;
}
