import { z } from 'zod';
import { filedPlace } from './cursor';
import { describeRead, describeSearch } from './describe';
import { CITIZEN } from './dossier-act';
import { DossierReading, LetterShape } from './dossier-view-shapes';
import { AccessLogPage, AccessLogQuery, DossierDiagram, DueDateExplanation, Journal, Position, Timeline } from './history-shapes';
import { CITIZEN_OR_READER, INSPECTOR, READERS, WORKERS } from './reading-audience';
import { DossierQuery, FoundPage, MyDossierPage, Tracking, TypedCode } from './search-shapes';
import { DossierParams, Id, PageSize } from './shapes';
import { Colleague, StaffDutyName, WorkCounts, WorkPage, WorkQuery } from './work-shapes';

const bytes = { answer: z.unknown(), gives: 'bytes' } as const;

/** What is read of dossiers: lists, one dossier with its history, its files, and tracking by code. */
export const readEndpoints = {
  listWork: describeRead({
    id: 'listWork',
    path: '/api/work',
    summary: { vi: 'Việc đang chờ', en: 'List the waiting work' },
    audience: WORKERS,
    query: WorkQuery,
    answer: WorkPage,
    refusals: ['calendar-not-published'],
  }),
  countWork: describeRead({
    id: 'countWork',
    path: '/api/work/counts',
    summary: { vi: 'Đếm việc đang chờ', en: 'Count the waiting work' },
    audience: WORKERS,
    answer: WorkCounts,
  }),
  listColleagues: describeRead({
    id: 'listColleagues',
    path: '/api/dossiers/:dossierId/colleagues',
    summary: { vi: 'Người có thể được giao việc của hồ sơ', en: 'List whom work on the dossier may be given to' },
    audience: WORKERS,
    params: DossierParams,
    query: z.strictObject({ duty: StaffDutyName }),
    answer: z.strictObject({ items: z.array(Colleague) }),
  }),
  searchDossiers: describeSearch({
    id: 'searchDossiers',
    path: '/api/searches/dossiers',
    summary: { vi: 'Tìm hồ sơ', en: 'Search dossiers' },
    audience: READERS,
    body: DossierQuery,
    answer: FoundPage,
  }),
  readDossier: describeRead({
    id: 'readDossier',
    path: '/api/dossiers/:dossierId',
    summary: { vi: 'Xem hồ sơ', en: 'Read a dossier' },
    audience: CITIZEN_OR_READER,
    params: DossierParams,
    answer: DossierReading,
    refusals: ['calendar-not-published'],
  }),
  listMyDossiers: describeRead({
    id: 'listMyDossiers',
    path: '/api/my-dossiers',
    summary: { vi: 'Hồ sơ của tôi', en: 'List my dossiers' },
    audience: CITIZEN,
    query: z.strictObject({ after: filedPlace('my-dossiers').optional(), size: PageSize }),
    answer: MyDossierPage,
  }),
  readTimeline: describeRead({
    id: 'readTimeline',
    path: '/api/dossiers/:dossierId/timeline',
    summary: { vi: 'Diễn biến hồ sơ', en: 'Read the timeline of a dossier' },
    audience: CITIZEN_OR_READER,
    params: DossierParams,
    answer: Timeline,
  }),
  readJournal: describeRead({
    id: 'readJournal',
    path: '/api/dossiers/:dossierId/journal',
    summary: { vi: 'Nhật ký hồ sơ', en: 'Read the journal of a dossier' },
    audience: READERS,
    params: DossierParams,
    answer: Journal,
  }),
  explainDueDate: describeRead({
    id: 'explainDueDate',
    path: '/api/dossiers/:dossierId/due-date',
    summary: { vi: 'Vì sao hẹn trả ngày này', en: 'Explain the due date' },
    audience: CITIZEN_OR_READER,
    params: DossierParams,
    answer: DueDateExplanation,
    refusals: ['calendar-not-published'],
  }),
  readPosition: describeRead({
    id: 'readPosition',
    path: '/api/dossiers/:dossierId/position',
    summary: { vi: 'Hồ sơ đang ở bước nào', en: 'Where the dossier stands in its diagram' },
    audience: READERS,
    params: DossierParams,
    answer: Position,
  }),
  readDossierDiagram: describeRead({
    id: 'readDossierDiagram',
    path: '/api/dossiers/:dossierId/diagram',
    summary: { vi: 'Sơ đồ quy trình của hồ sơ', en: 'The diagram that the dossier runs on' },
    audience: READERS,
    params: DossierParams,
    answer: DossierDiagram,
  }),
  readComponentFile: describeRead({
    id: 'readComponentFile',
    path: '/api/files/:fileId',
    summary: { vi: 'Tải giấy tờ trong hồ sơ', en: 'Read a file of a dossier or draft' },
    audience: CITIZEN_OR_READER,
    params: z.strictObject({ fileId: Id }),
    refusals: ['file-infected', 'file-held'],
    ...bytes,
  }),
  listLetters: describeRead({
    id: 'listLetters',
    path: '/api/dossiers/:dossierId/letters',
    summary: { vi: 'Phiếu và thư của hồ sơ', en: 'List the letters of a dossier' },
    audience: CITIZEN_OR_READER,
    params: DossierParams,
    answer: z.strictObject({ letters: z.array(LetterShape) }),
  }),
  readLetterFile: describeRead({
    id: 'readLetterFile',
    path: '/api/letters/:letterId/file',
    summary: { vi: 'Tải phiếu, thư', en: 'Read a letter' },
    audience: CITIZEN_OR_READER,
    params: z.strictObject({ letterId: Id }),
    ...bytes,
  }),
  trackDossier: describeSearch({
    id: 'trackDossier',
    path: '/api/searches/tracking',
    summary: { vi: 'Tra cứu tình trạng theo mã hồ sơ', en: 'Track a dossier by its code' },
    audience: { kind: 'anyone' },
    body: z.strictObject({ code: TypedCode }),
    answer: Tracking,
  }),
  readAccessLog: describeRead({
    id: 'readAccessLog',
    path: '/api/access-log',
    summary: { vi: 'Nhật ký xem dữ liệu cá nhân', en: 'Who has read personal data' },
    audience: INSPECTOR,
    query: AccessLogQuery,
    answer: AccessLogPage,
  }),
};
