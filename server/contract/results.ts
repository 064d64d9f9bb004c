import { z } from 'zod';
import { SIGNING_KINDS } from '../domain/signing-kind';
import { describeRead, describeWrite } from './describe';
import { CITIZEN_OR_CLERK, CLERICAL_OFFICER, CLERK, describeDossierAct, DIVISION_HEAD, LEADER, OFFICER } from './dossier-act';
import { DossierAnswer } from './dossier-shapes';
import { CITIZEN_OR_READER } from './reading-audience';
import { Pin, ResultShape, Sha256, SignatureBatchShape, SigningRecordShape, TrustAnchorShape } from './result-shapes';
import { DossierParams, Id, saying, text } from './shapes';
import { told } from './told';

const ResultParams = z.strictObject({ resultId: Id });
const BatchParams = z.strictObject({ batchId: Id });
const LetterParams = z.strictObject({ letterId: Id });
const reason = saying(2000);
const note = text(2000).default('');
const SIGNERS = { kind: 'staff', duties: ['leader', 'clerical-officer'] } as const;
const SIGNING_REFUSALS = ['pin-wrong', 'locked-out', 'certificate-unusable'] as const;

/** What an officer adds to the facts on record: the fields of the document's own template. */
const resultFacts = z
  .record(z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/), z.json())
  .refine(
    (facts) => JSON.stringify(facts).length <= 50_000,
    told('Nội dung quá dài, nhiều nhất 50.000 ký tự.', 'Too long: at most 50,000 characters.'),
  )
  .transform((facts) => facts as Record<string, unknown>);

export const resultEndpoints = {
  proposeOutcome: describeDossierAct({
    id: 'proposeOutcome',
    path: '/proposals',
    summary: { vi: 'Dự thảo kết quả, từ chối hoặc dừng giải quyết', en: 'Propose the outcome and draft its document' },
    audience: OFFICER,
    body: {
      outcome: z.enum(['grant', 'refuse', 'stop']),
      reason: text(2000).default(''),
      ground: text(100).default(''),
      opinion: note,
      kind: z.enum(['electronic', 'paper']).nullable().default(null),
      signerId: Id.nullable().default(null),
      resultFacts: resultFacts.default({}),
    },
    refusals: ['reason-missing', 'ground-missing', 'authority-missing', 'document-incomplete', 'delivery-way-closed'],
  }),
  previewResult: describeRead({
    id: 'previewResult',
    path: '/api/results/:resultId/preview',
    summary: { vi: 'Xem dự thảo kết quả', en: 'Preview a draft' },
    audience: CITIZEN_OR_READER,
    params: ResultParams,
    answer: z.unknown(),
    gives: 'bytes',
    refusals: ['document-incomplete'],
  }),
  reviewProposal: describeDossierAct({
    id: 'reviewProposal',
    path: '/proposals/current/review',
    summary: { vi: 'Duyệt hoặc trả lại dự thảo', en: 'Agree to a proposal or give it back' },
    audience: DIVISION_HEAD,
    body: { isAgreed: z.boolean(), note },
    refusals: ['reason-missing', 'forbidden-pair'],
  }),
  nameSigner: describeDossierAct({
    id: 'nameSigner',
    path: '/result-signer',
    summary: { vi: 'Đổi người ký văn bản', en: 'Make the document out for another signer' },
    audience: { kind: 'staff', duties: ['officer', 'leader'] },
    body: { staffId: Id },
    refusals: ['authority-missing', 'signature-under-way'],
  }),
  listResults: describeRead({
    id: 'listResults',
    path: '/api/dossiers/:dossierId/results',
    summary: { vi: 'Kết quả của hồ sơ', en: 'List the results of a dossier' },
    audience: CITIZEN_OR_READER,
    params: DossierParams,
    answer: z.strictObject({ results: z.array(ResultShape) }),
  }),
  readResultFile: describeRead({
    id: 'readResultFile',
    path: '/api/results/:resultId/file',
    summary: { vi: 'Tải kết quả đã ký số, đóng dấu', en: 'Read the sealed result' },
    audience: CITIZEN_OR_READER,
    params: ResultParams,
    answer: z.unknown(),
    gives: 'bytes',
    refusals: ['result-not-ready', 'signature-invalid'],
  }),
  readSigningRecord: describeRead({
    id: 'readSigningRecord',
    path: '/api/results/:resultId/signing-record',
    summary: { vi: 'Hồ sơ ký số của kết quả', en: 'Read what is on record about a sealed result' },
    audience: CITIZEN_OR_READER,
    params: ResultParams,
    answer: SigningRecordShape,
    refusals: ['result-not-ready'],
  }),
  listTrustAnchors: describeRead({
    id: 'listTrustAnchors',
    path: '/api/trust-anchors',
    summary: { vi: 'Các tổ chức chứng thực được tin cậy', en: 'List the certification authorities that are trusted' },
    audience: { kind: 'anyone' },
    answer: z.strictObject({ items: z.array(TrustAnchorShape) }),
  }),
  requestSignatures: describeWrite({
    id: 'requestSignatures',
    path: '/api/signature-batches',
    summary: { vi: 'Ký số, hoặc cấp số và đóng dấu một hay nhiều văn bản', en: 'Sign, or number and seal, one or many documents' },
    audience: SIGNERS,
    body: z.strictObject({
      kind: z.enum(SIGNING_KINDS),
      items: z
        .array(z.strictObject({ resultId: Id, expectedSha256: Sha256 }))
        .min(1)
        .max(500)
        .refine(
          (items) => new Set(items.map(({ resultId }) => resultId)).size === items.length,
          told('Có văn bản được chọn hai lần.', 'A document was chosen twice.'),
        ),
      pin: Pin,
    }),
    answer: z.strictObject({ batch: SignatureBatchShape }),
    status: 202,
    refusals: [...SIGNING_REFUSALS],
  }),
  readSignatureBatch: describeRead({
    id: 'readSignatureBatch',
    path: '/api/signature-batches/:batchId',
    summary: { vi: 'Tiến độ ký', en: 'Read how far a batch has come' },
    audience: SIGNERS,
    params: BatchParams,
    answer: z.strictObject({ batch: SignatureBatchShape }),
  }),
  resumeBatch: describeWrite({
    id: 'resumeBatch',
    path: '/api/signature-batches/:batchId/resumption',
    summary: { vi: 'Nhập lại mã PIN để ký tiếp', en: 'Give the PIN again and go on' },
    audience: SIGNERS,
    params: BatchParams,
    body: z.strictObject({ pin: Pin }),
    answer: z.strictObject({ batch: SignatureBatchShape }),
    status: 202,
    refusals: [...SIGNING_REFUSALS],
  }),
  sendBackFromSignature: describeDossierAct({
    id: 'sendBackFromSignature',
    path: '/signature-return',
    summary: { vi: 'Không ký, trả lại dự thảo', en: 'Send a draft back unsigned' },
    audience: LEADER,
    body: { reason },
  }),
  voidSignature: describeDossierAct({
    id: 'voidSignature',
    path: '/signature-void',
    summary: { vi: 'Hủy chữ ký trước khi đóng dấu', en: 'Void the signature before the seal' },
    audience: CLERICAL_OFFICER,
    body: { reason },
    refusals: ['not-signed', 'already-numbered', 'reason-missing'],
  }),
  enterBook: describeDossierAct({
    id: 'enterBook',
    path: '/book-entry',
    summary: { vi: 'Vào sổ', en: 'Enter the result in the book' },
    audience: { kind: 'staff', duties: ['book-keeper'] },
    body: { note },
  }),
  deliverToCentre: describeDossierAct({
    id: 'deliverToCentre',
    path: '/result-delivery',
    summary: { vi: 'Bàn giao kết quả cho Trung tâm', en: 'Deliver the result to the centre' },
    audience: OFFICER,
    body: { papers: z.array(saying(300)).max(100).default([]) },
  }),
  confirmResult: describeDossierAct({
    id: 'confirmResult',
    path: '/result-confirmation',
    summary: { vi: 'Xác nhận nhận kết quả hoặc trả lại', en: 'Confirm or return a delivered result' },
    audience: CLERK,
    body: { outcome: z.enum(['received', 'returned']).default('received'), reason: text(2000).default('') },
    refusals: ['reason-missing'],
  }),
  answerDraft: describeDossierAct({
    id: 'answerDraft',
    path: '/draft-answer',
    summary: { vi: 'Trả lời bản dự thảo', en: 'Answer the draft' },
    audience: CITIZEN_OR_CLERK,
    body: { isAgreed: z.boolean(), note },
    refusals: ['reason-missing'],
  }),
  typeSectorNumber: describeDossierAct({
    id: 'typeSectorNumber',
    path: '/sector-number',
    summary: { vi: 'Nhập số từ hệ thống ngành', en: 'Type the number from the sector’s system' },
    audience: OFFICER,
    body: { number: saying(60) },
  }),
  checkSectorNumber: describeDossierAct({
    id: 'checkSectorNumber',
    path: '/sector-number/check',
    summary: { vi: 'Kiểm tra số từ hệ thống ngành', en: 'Check the number from the sector’s system' },
    audience: OFFICER,
    body: { number: saying(60) },
    refusals: ['forbidden-pair'],
  }),
  reprintLetter: describeWrite({
    id: 'reprintLetter',
    path: '/api/letters/:letterId/reprints',
    summary: { vi: 'In lại phiếu', en: 'Print a letter once more' },
    audience: CLERK,
    params: LetterParams,
    body: z.strictObject({}),
    answer: DossierAnswer,
    status: 202,
  }),
};
