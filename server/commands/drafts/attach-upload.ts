import { actorKey } from '../../policies/actor';
import { type Context } from '../../casework/context';
import { lockOwnDraft } from '../../casework/lock-draft';
import { openScan } from '../../casework/open-scan';
import { anyOpenRequest, itemsOf } from '../../casework/open-request';
import { paperOfDossier } from '../../casework/paper-of-dossier';
import { lockCase } from '../../casework/read-case';
import { refuseUnless } from '../../domain/refusal';
import { RESULT_SCAN } from '../../domain/result-scan';
import { cleanDisplayName } from '../../files/display-name';
import { judgeOwnUpload } from '../../policies/ownership';
import { attachFile, changeComponent, findComponent } from '../../store/components';
import { insertFile } from '../../store/files';
import { type ComponentRow } from '../../store/models/component';
import { type UploadRow } from '../../store/models/upload';
import { finishUpload, lockUpload } from '../../store/uploads';
import { changeWetOriginal } from '../../store/wet-originals';
import { type FileKind } from '../../files/file-kind';

export type AttachUpload = {
  uploadId: string;
  /** What the judge found; its bytes are at rest already. Null where the upload was finished before. */
  judged: {
    sha256: string;
    bytes: number;
    kind: FileKind;
    pageCount: number | null;
    scan: 'clean' | 'unscanned' | 'held';
    inspection: Record<string, unknown>;
  } | null;
};

/**
 * Puts a judged file on record and into its paper, once: a repeat finds it there.
 * The paper must still be asked for; where the request was answered meanwhile, no
 * row is left.
 */
export async function attachUpload(context: Context, { uploadId, judged }: AttachUpload): Promise<string> {
  const { tx, now, actor } = context;
  const upload = await lockUpload(tx, uploadId);
  judgeOwnUpload(actor, upload);
  if (upload.fileId) return upload.fileId;
  refuseUnless(judged, 'upload-part-wrong', { expected: 0 });
  const keep = await placeOf(context, upload);
  const file = await insertFile(tx, {
    sha256: judged.sha256,
    byteSize: judged.bytes,
    kind: judged.kind,
    pageCount: judged.pageCount,
    displayName: cleanDisplayName(upload.displayName, judged.kind),
    scan: judged.scan,
    inspection: judged.inspection,
    addedAt: now,
    addedBy: actorKey(actor),
  });
  await keep(file.id);
  await finishUpload(tx, { id: uploadId, fileId: file.id, at: now });
  return file.id;
}

/** Where the file goes, judged before any row is written: into a paper, or beside the result whose scan it is. */
async function placeOf(context: Context, upload: UploadRow): Promise<(fileId: string) => Promise<void>> {
  const { tx, now } = context;
  if (upload.componentKey === RESULT_SCAN.key) {
    const { id } = await openScan(context, await lockCase(context, upload.dossierId!));
    return async (scanFileId) => void (await changeWetOriginal(tx, id, { scanFileId }));
  }
  const paper = await paperOf(context, upload);
  return async (fileId) => {
    await attachFile(tx, { componentId: paper.id, fileId, at: now });
    if (!paper.isElectronic) await changeComponent(tx, paper.id, { isElectronic: true });
  };
}

async function paperOf(context: Context, { draftId, dossierId, componentKey }: UploadRow): Promise<ComponentRow> {
  if (draftId) {
    await lockOwnDraft(context, draftId);
    const paper = await findComponent(context.tx, { draftId }, componentKey);
    refuseUnless(paper, 'component-unknown');
    return paper;
  }
  const subject = await lockCase(context, dossierId!);
  const isNamed = itemsOf(await anyOpenRequest(context, subject)).some(({ kind, key }) => kind === 'component' && key === componentKey);
  refuseUnless(isNamed, 'item-not-open', { items: [componentKey] });
  return paperOfDossier(context, subject, componentKey);
}
