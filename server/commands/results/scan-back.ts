import { type Context } from '../../casework/context';
import { openScan } from '../../casework/open-scan';
import { lockCase } from '../../casework/read-case';
import { takeStep } from '../../casework/take-step';
import { refuseUnless } from '../../domain/refusal';
import { asStaff } from '../../policies/actor';
import { readFile } from '../../store/files';
import { changeWetOriginal, findWetOriginal } from '../../store/wet-originals';

export type ScanBack = { dossierId: string; expectedVersion: number; fileId: string; note: string };

/** The officer has looked at the scan and puts it on record as the digitised result: named by its hash, and by whom and when (R35). */
export async function scanBack(context: Context, { dossierId, expectedVersion, fileId, note }: ScanBack): Promise<void> {
  const { staffId } = asStaff(context.actor);
  const subject = await lockCase(context, dossierId, expectedVersion);
  const result = await openScan(context, subject);
  const paper = await findWetOriginal(context.tx, result.id);
  refuseUnless(paper?.scanFileId, 'document-not-ready');
  refuseUnless(paper.scanFileId === fileId, 'document-changed');
  const { sha256, byteSize, kind, pageCount } = await readFile(context.tx, fileId);
  const detail = { resultId: result.id, document: sha256, bytes: byteSize, kind, pages: pageCount, ...(note ? { note } : {}) };
  await takeStep(context, subject, { act: 'scan-back', record: { detail } });
  await changeWetOriginal(context.tx, result.id, { scannedBy: staffId, scannedAt: context.now });
}
