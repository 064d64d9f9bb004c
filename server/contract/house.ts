import { z } from 'zod';
import { describeWrite } from './describe';
import { CITIZEN_OR_CLERK, CLERK, describeDossierAct, DIVISION_HEAD, LEADER, OFFICER } from './dossier-act';
import { DossierAnswer } from './dossier-shapes';
import { FormAnswers } from './form-answers';
import { PaperBrought } from './paper-shapes';
import { WORKERS } from './reading-audience';
import { Day, Id, PersonName, saying, text } from './shapes';

const TaskParams = z.strictObject({ taskId: Id });
const reason = saying(2000);
const note = text(2000).default('');

/** What the applicant is asked for: a paper of the dossier, or a question of the form, with what is wrong. */
export const SupplementItem = z.strictObject({
  kind: z.enum(['component', 'answer']),
  key: z.string().regex(/^[A-Za-z][\w.-]{0,99}$/),
  what: saying(500),
});
export type SupplementItem = z.infer<typeof SupplementItem>;
/** Why a request goes beyond the one that the rule gives, and the head of the centre who allows it. */
export const RequestOverride = z
  .strictObject({ ground: text(500), approverId: Id })
  .nullable()
  .default(null);
const items = z.array(SupplementItem).min(1).max(50);

export const houseEndpoints = {
  forwardDossier: describeDossierAct({
    id: 'forwardDossier',
    path: '/forwarding',
    summary: { vi: 'Chuyển hồ sơ đến phòng chuyên môn', en: 'Forward the dossier to the division' },
    audience: CLERK,
    body: { papers: z.array(saying(300)).max(100).default([]) },
  }),
  confirmForwarded: describeDossierAct({
    id: 'confirmForwarded',
    path: '/forwarding-confirmation',
    summary: { vi: 'Xác nhận đã nhận hoặc trả lại hồ sơ chuyển đến', en: 'Confirm or return a forwarded dossier' },
    audience: { kind: 'staff', duties: ['division-head', 'officer'] },
    body: { outcome: z.enum(['received', 'returned']), reason: text(2000).default('') },
    refusals: ['reason-missing'],
  }),
  assignOfficer: describeDossierAct({
    id: 'assignOfficer',
    path: '/assignment',
    summary: { vi: 'Phân công công chức thụ lý', en: 'Assign the officer' },
    audience: DIVISION_HEAD,
    body: { staffId: Id },
  }),
  examineDossier: describeDossierAct({
    id: 'examineDossier',
    path: '/examination',
    summary: { vi: 'Ghi kết quả thẩm định', en: 'Record the examination' },
    audience: OFFICER,
    body: { outcome: z.enum(['qualified', 'not-qualified', 'supplement']), note },
    refusals: ['reason-missing'],
  }),
  proposeSupplement: describeDossierAct({
    id: 'proposeSupplement',
    path: '/supplements',
    summary: { vi: 'Dự thảo yêu cầu bổ sung', en: 'Propose a supplement request' },
    audience: OFFICER,
    body: { items, reason, override: RequestOverride },
    refusals: ['supplement-already-asked', 'supplement-too-late', 'component-unknown', 'ground-missing', 'approver-needed'],
  }),
  approveSupplement: describeDossierAct({
    id: 'approveSupplement',
    path: '/supplements/current/approval',
    summary: { vi: 'Duyệt yêu cầu bổ sung', en: 'Approve or return a supplement request' },
    audience: { kind: 'staff', duties: ['division-head', 'leader', 'centre-head'] },
    body: { isApproved: z.boolean(), note },
    refusals: ['supplement-not-open', 'reason-missing', 'forbidden-pair'],
  }),
  issueSupplement: describeDossierAct({
    id: 'issueSupplement',
    path: '/supplements/current/issue',
    summary: { vi: 'Gửi yêu cầu bổ sung cho người nộp', en: 'Issue the supplement request' },
    audience: CLERK,
    body: {},
    refusals: ['supplement-not-open'],
  }),
  answerSupplement: describeDossierAct({
    id: 'answerSupplement',
    path: '/supplements/current/answer',
    summary: { vi: 'Bổ sung hồ sơ theo yêu cầu', en: 'Answer the supplement request' },
    audience: CITIZEN_OR_CLERK,
    body: { answers: FormAnswers.default({}), papers: z.array(PaperBrought).max(50).default([]), note },
    refusals: ['supplement-not-open', 'item-not-open', 'answer-invalid', 'component-missing', 'component-unknown'],
  }),
  checkSupplement: describeDossierAct({
    id: 'checkSupplement',
    path: '/supplements/current/check',
    summary: { vi: 'Kiểm tra hồ sơ bổ sung', en: 'Check the supplement' },
    audience: CLERK,
    body: { isComplete: z.boolean(), note },
    refusals: ['supplement-not-open', 'reason-missing'],
  }),
  draftExtension: describeDossierAct({
    id: 'draftExtension',
    path: '/extensions',
    summary: { vi: 'Dự thảo văn bản xin lỗi và gia hạn', en: 'Draft the apology and extension' },
    audience: OFFICER,
    body: { reason, newDueOn: Day },
    refusals: ['extension-used', 'extension-too-late', 'extension-not-later', 'date-impossible'],
  }),
  declineExtension: describeDossierAct({
    id: 'declineExtension',
    path: '/extensions/none',
    summary: { vi: 'Không gia hạn', en: 'No extension' },
    audience: OFFICER,
    body: { note },
  }),
  signExtension: describeDossierAct({
    id: 'signExtension',
    path: '/extensions/current/signature',
    summary: { vi: 'Ký văn bản xin lỗi và gia hạn', en: 'Sign the apology and extension' },
    audience: LEADER,
    body: {},
    refusals: ['authority-missing', 'extension-too-late', 'extension-used'],
  }),
  deliverExtension: describeDossierAct({
    id: 'deliverExtension',
    path: '/extensions/current/delivery',
    summary: { vi: 'Gửi văn bản xin lỗi, hẹn lại ngày trả', en: 'Deliver the apology with the new date' },
    audience: CLERK,
    body: {},
  }),
  apologise: describeDossierAct({
    id: 'apologise',
    path: '/apologies',
    summary: { vi: 'Xin lỗi vì quá hạn và hẹn lại ngày trả', en: 'Apologise for an overdue result' },
    audience: LEADER,
    body: { reason, promisedOn: Day },
    refusals: ['apology-too-early', 'authority-missing', 'date-impossible'],
  }),
  askWithdrawal: describeDossierAct({
    id: 'askWithdrawal',
    path: '/withdrawal',
    summary: { vi: 'Đề nghị rút hồ sơ', en: 'Ask to withdraw' },
    audience: CITIZEN_OR_CLERK,
    body: { reason },
    refusals: ['withdrawal-open', 'withdrawal-too-late'],
  }),
  decideWithdrawal: describeDossierAct({
    id: 'decideWithdrawal',
    path: '/withdrawal/decision',
    summary: { vi: 'Quyết định đề nghị rút hồ sơ', en: 'Decide on the withdrawal' },
    audience: LEADER,
    body: { isConsented: z.boolean(), note },
    refusals: ['withdrawal-too-late', 'reason-missing'],
  }),
  returnOriginals: describeDossierAct({
    id: 'returnOriginals',
    path: '/originals-return',
    summary: { vi: 'Trả lại giấy tờ cho người rút hồ sơ', en: 'Return the originals of a withdrawn dossier' },
    audience: CLERK,
    body: { recipientName: PersonName },
  }),
  claimTask: describeWrite({
    id: 'claimTask',
    path: '/api/tasks/:taskId/claim',
    summary: { vi: 'Nhận việc', en: 'Claim a task' },
    audience: WORKERS,
    params: TaskParams,
    body: z.strictObject({}),
    answer: DossierAnswer,
    refusals: ['step-not-open', 'own-case', 'held-by-colleague'],
  }),
  releaseTask: describeWrite({
    id: 'releaseTask',
    method: 'DELETE',
    path: '/api/tasks/:taskId/claim',
    summary: { vi: 'Trả việc về nhóm', en: 'Release a task' },
    audience: WORKERS,
    params: TaskParams,
    body: z.strictObject({}),
    answer: DossierAnswer,
    refusals: ['step-not-open'],
  }),
  transferTask: describeWrite({
    id: 'transferTask',
    method: 'PUT',
    path: '/api/tasks/:taskId/assignee',
    summary: { vi: 'Chuyển việc cho người khác', en: 'Transfer a task to a colleague' },
    audience: WORKERS,
    params: TaskParams,
    body: z.strictObject({ staffId: Id, reason }),
    answer: DossierAnswer,
    refusals: ['step-not-open'],
  }),
};
