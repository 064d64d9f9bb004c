import { z } from 'zod';
import { describeRead, describeWrite } from './describe';
import { CLERICAL_OFFICER, describeDossierAct, LEADER, OFFICER } from './dossier-act';
import { UploadAnswer } from './draft-shapes';
import { AnnouncedBytes } from './paper-shapes';
import { DossierParams, Id, text } from './shapes';

/** What the form of the office's own tasks asks at each hand (workflows/forms/wet-original.json). */
const counted = {
  originals: z.int().min(1).max(50),
  blankNumbers: text(500).default(''),
  spoiled: z.int().min(0).max(50).default(0),
  note: text(2000).default(''),
};
const reason = text(2000).default('');

/** Results on paper (R35): printed, signed and sealed by hand, scanned back. */
export const paperResultEndpoints = {
  readPrintFile: describeRead({
    id: 'readPrintFile',
    path: '/api/results/:resultId/print',
    summary: { vi: 'Tải bản in để ký tay', en: 'The file to print and sign by hand' },
    audience: { kind: 'staff', duties: ['officer', 'division-head', 'leader', 'clerical-officer'] },
    params: z.strictObject({ resultId: Id }),
    answer: z.unknown(),
    gives: 'bytes',
    refusals: ['document-not-ready'],
  }),
  printOriginal: describeDossierAct({
    id: 'printOriginal',
    path: '/original',
    summary: { vi: 'Ghi đã in bản giấy', en: 'Record that the original was printed' },
    audience: OFFICER,
    body: counted,
    refusals: ['document-not-ready'],
  }),
  recordWetSignature: describeDossierAct({
    id: 'recordWetSignature',
    path: '/original/signature',
    summary: { vi: 'Ghi đã ký tay, hoặc trả lại', en: 'Record the signature by hand, or send the paper back' },
    audience: LEADER,
    body: { ...counted, decision: z.enum(['signed', 'back']), reason },
    refusals: ['reason-missing', 'document-changed', 'authority-missing', 'other-signer', 'forbidden-pair'],
  }),
  recordWetSeal: describeDossierAct({
    id: 'recordWetSeal',
    path: '/original/seal',
    summary: { vi: 'Cấp số, đóng dấu bản giấy, hoặc hủy chữ ký', en: 'Number and seal the paper, or void its signature' },
    audience: CLERICAL_OFFICER,
    body: { ...counted, decision: z.enum(['sealed', 'void']), reason },
    refusals: ['reason-missing', 'same-person-signs-and-seals', 'book-missing'],
  }),
  beginScan: describeWrite({
    id: 'beginScan',
    path: '/api/dossiers/:dossierId/original/scans',
    summary: { vi: 'Bắt đầu tải bản quét kết quả giấy', en: 'Begin the upload of the scan of a paper result' },
    audience: OFFICER,
    params: DossierParams,
    body: AnnouncedBytes,
    answer: UploadAnswer,
    status: 201,
    refusals: ['step-not-open', 'own-case', 'held-by-colleague', 'file-empty', 'file-too-large', 'storage-full'],
  }),
  scanBack: describeDossierAct({
    id: 'scanBack',
    path: '/original/scan',
    summary: { vi: 'Ghi bản quét vào hồ sơ', en: 'Put the scan on record' },
    audience: OFFICER,
    body: { fileId: Id, note: text(2000).default('') },
    refusals: ['document-not-ready', 'document-changed'],
  }),
};
