import { z } from 'zod';
import { type RefusalCode } from '../domain/refusal';
import { describeRead, describeWrite } from './describe';
import { CITIZEN, CITIZEN_OR_CLERK } from './dossier-act';
import { PostalAddress } from './dossier-shapes';
import { DraftAnswer, DraftList, DraftWithForm, SubmittedAnswer, UploadAnswer } from './draft-shapes';
import { FormAnswers } from './form-answers';
import { AnnouncedBytes, PaperKey } from './paper-shapes';
import { DossierParams, ExpectedVersion, Id, saying } from './shapes';

const DraftParams = z.strictObject({ draftId: Id });
const UploadParams = z.strictObject({ uploadId: Id });
const communeCode = z.string().regex(/^\d{5}$/);
const nothing = z.strictObject({});
/** Whoever began an upload goes on with it: an applicant, a clerk at the counter, an officer with the scan of a result. */
const UPLOADERS = { kind: 'citizen-or-staff', duties: ['clerk', 'officer'] } as const;

const AnnouncedFile = AnnouncedBytes.extend({ componentKey: PaperKey });

const OF_DRAFTS: readonly RefusalCode[] = ['step-not-open', 'stale'];
const OF_FILING: readonly RefusalCode[] = ['procedure-not-in-force', 'procedure-unverified', 'channel-closed'];
const OF_UPLOADS: readonly RefusalCode[] = [
  'component-unknown',
  'step-not-open',
  'file-empty',
  'file-too-large',
  'too-many-files',
  'storage-full',
  'upload-part-wrong',
];
const OF_REQUESTS: readonly RefusalCode[] = ['supplement-not-open', 'item-not-open', 'own-case', 'held-by-colleague'];

export const draftEndpoints = {
  createDraft: describeWrite({
    id: 'createDraft',
    path: '/api/drafts',
    summary: { vi: 'Tạo hồ sơ nháp', en: 'Begin a draft' },
    audience: CITIZEN,
    body: z.strictObject({ procedureCode: saying(20), caseKey: PaperKey, communeCode: communeCode.optional() }),
    answer: DraftAnswer,
    status: 201,
    refusals: [...OF_FILING, 'too-many-drafts'],
  }),
  readDraft: describeRead({
    id: 'readDraft',
    path: '/api/drafts/:draftId',
    summary: { vi: 'Xem hồ sơ nháp', en: 'Read a draft' },
    audience: CITIZEN,
    params: DraftParams,
    answer: DraftWithForm,
  }),
  listDrafts: describeRead({
    id: 'listDrafts',
    path: '/api/drafts',
    summary: { vi: 'Danh sách hồ sơ nháp', en: 'List one’s drafts' },
    audience: CITIZEN,
    answer: DraftList,
  }),
  saveSection: describeWrite({
    id: 'saveSection',
    method: 'PUT',
    path: '/api/drafts/:draftId/sections/:section',
    summary: { vi: 'Lưu một phần tờ khai', en: 'Save a section of the form' },
    audience: CITIZEN,
    params: DraftParams.extend({ section: z.string().max(100) }),
    body: z.strictObject({ expectedVersion: ExpectedVersion, answers: FormAnswers }),
    answer: DraftAnswer,
    refusals: OF_DRAFTS,
  }),
  choosePlace: describeWrite({
    id: 'choosePlace',
    method: 'PUT',
    path: '/api/drafts/:draftId/place',
    summary: { vi: 'Chọn xã, phường giải quyết', en: 'Choose the commune that decides' },
    audience: CITIZEN,
    params: DraftParams,
    body: z.strictObject({ expectedVersion: ExpectedVersion, communeCode }),
    answer: DraftAnswer,
    refusals: OF_DRAFTS,
  }),
  chooseReturn: describeWrite({
    id: 'chooseReturn',
    method: 'PUT',
    path: '/api/drafts/:draftId/return',
    summary: { vi: 'Chọn cách nhận kết quả', en: 'Choose how the result comes' },
    audience: CITIZEN,
    params: DraftParams,
    body: z.strictObject({
      expectedVersion: ExpectedVersion,
      way: z.enum(['counter', 'online', 'post']),
      address: PostalAddress.nullable().default(null),
      paysOnDelivery: z.boolean().default(false),
    }),
    answer: DraftAnswer,
    refusals: [...OF_DRAFTS, 'delivery-way-closed'],
  }),
  discardDraft: describeWrite({
    id: 'discardDraft',
    method: 'DELETE',
    path: '/api/drafts/:draftId',
    summary: { vi: 'Xoá hồ sơ nháp', en: 'Discard a draft' },
    audience: CITIZEN,
    params: DraftParams,
    body: nothing,
    refusals: ['step-not-open'],
  }),
  removeFile: describeWrite({
    id: 'removeFile',
    method: 'DELETE',
    path: '/api/drafts/:draftId/components/:componentKey/files/:fileId',
    summary: { vi: 'Gỡ tệp khỏi giấy tờ', en: 'Remove a file from a paper' },
    audience: CITIZEN,
    params: DraftParams.extend({ componentKey: PaperKey, fileId: Id }),
    body: nothing,
    answer: DraftAnswer,
    refusals: ['step-not-open'],
  }),
  submitDraft: describeWrite({
    id: 'submitDraft',
    path: '/api/drafts/:draftId/submission',
    summary: { vi: 'Nộp hồ sơ', en: 'Submit the draft' },
    audience: CITIZEN,
    params: DraftParams,
    body: z.strictObject({ expectedVersion: ExpectedVersion, consent: z.boolean() }),
    answer: SubmittedAnswer,
    status: 201,
    refusals: [
      ...OF_DRAFTS,
      ...OF_FILING,
      'consent-missing',
      'draft-incomplete',
      'component-missing',
      'answer-invalid',
      'numbers-exhausted',
      'calendar-not-published',
    ],
  }),
  beginUpload: describeWrite({
    id: 'beginUpload',
    path: '/api/drafts/:draftId/uploads',
    summary: { vi: 'Bắt đầu tải tệp lên hồ sơ nháp', en: 'Begin an upload to a draft' },
    audience: CITIZEN,
    params: DraftParams,
    body: AnnouncedFile,
    answer: UploadAnswer,
    status: 201,
    refusals: OF_UPLOADS,
  }),
  beginDossierUpload: describeWrite({
    id: 'beginDossierUpload',
    path: '/api/dossiers/:dossierId/uploads',
    summary: { vi: 'Bắt đầu tải tệp theo yêu cầu hoàn thiện, bổ sung', en: 'Begin an upload that a request asks for' },
    audience: CITIZEN_OR_CLERK,
    params: DossierParams,
    body: AnnouncedFile,
    answer: UploadAnswer,
    status: 201,
    refusals: [...OF_UPLOADS, ...OF_REQUESTS],
  }),
  removeDossierFile: describeWrite({
    id: 'removeDossierFile',
    method: 'DELETE',
    path: '/api/dossiers/:dossierId/components/:componentKey/files/:fileId',
    summary: { vi: 'Gỡ tệp vừa bổ sung', en: 'Remove a file just added' },
    audience: CITIZEN_OR_CLERK,
    params: DossierParams.extend({ componentKey: PaperKey, fileId: Id }),
    body: nothing,
    refusals: OF_REQUESTS,
  }),
  readUpload: describeRead({
    id: 'readUpload',
    path: '/api/uploads/:uploadId',
    summary: { vi: 'Xem tệp đã tải lên đến đâu', en: 'Read how far an upload has come' },
    audience: UPLOADERS,
    params: UploadParams,
    answer: UploadAnswer,
  }),
  /** Its place is its key: a part that arrived is refused with the place that is awaited, and sending goes on there. */
  sendUploadPart: describeWrite({
    id: 'sendUploadPart',
    method: 'PUT',
    path: '/api/uploads/:uploadId/parts/:offset',
    summary: { vi: 'Gửi một phần của tệp', en: 'Send a part of an upload' },
    audience: UPLOADERS,
    params: UploadParams.extend({ offset: z.coerce.number().int().min(0).max(1_073_741_824) }),
    body: nothing,
    takes: 'bytes',
    answer: UploadAnswer,
    needsKey: false,
    refusals: OF_UPLOADS,
  }),
  finishUpload: describeWrite({
    id: 'finishUpload',
    path: '/api/uploads/:uploadId/completion',
    summary: { vi: 'Hoàn tất tải tệp lên', en: 'Finish an upload' },
    audience: UPLOADERS,
    params: UploadParams,
    body: nothing,
    answer: UploadAnswer,
    refusals: [
      ...OF_UPLOADS,
      ...OF_REQUESTS,
      'upload-hash-wrong',
      'file-type-refused',
      'photo-format-refused',
      'picture-too-large',
      'file-damaged',
      'file-encrypted',
      'file-hostile',
      'file-infected',
    ],
  }),
};
