import { RESULT_SCAN } from '../../domain/result-scan';
import { judgeOwnUpload } from '../../policies/ownership';
import { readDraft } from '../../store/drafts';
import { readDossier } from '../../store/dossiers';
import { type UploadRow } from '../../store/models/upload';
import { type ComponentDescription } from '../../domain/procedure';
import { readProcedureVersion } from '../../store/procedures';
import { readUpload } from '../../store/uploads';
import { type Reader } from '../reader';

/** An upload of whoever began it; nobody else reaches it by its id. */
export async function ownUpload({ tx, actor }: Reader, uploadId: string): Promise<UploadRow> {
  const upload = await readUpload(tx, uploadId);
  judgeOwnUpload(actor, upload);
  return upload;
}

/** The same, with the kinds of file that its paper takes. */
export async function ownUploadWithKinds(
  reader: Reader,
  uploadId: string,
): Promise<{ upload: UploadRow; accepts: ComponentDescription['accepts'] }> {
  const { tx } = reader;
  const upload = await ownUpload(reader, uploadId);
  if (upload.componentKey === RESULT_SCAN.key) return { upload, accepts: [...RESULT_SCAN.accepts] };
  const { procedureVersionId } = upload.draftId ? await readDraft(tx, upload.draftId) : await readDossier(tx, upload.dossierId!);
  const { content } = await readProcedureVersion(tx, procedureVersionId);
  return { upload, accepts: content.components.find(({ key }) => key === upload.componentKey)?.accepts ?? [] };
}
