import { z } from 'zod';
import { CITIZEN_OR_CLERK, CLERK, describeDossierAct } from './dossier-act';
import { FormAnswers } from './form-answers';
import { RequestOverride, SupplementItem } from './house';
import { PaperBrought, PaperKey } from './paper-shapes';
import { Id, Instant, saying, text } from './shapes';

const reason = saying(2000);
/** An entry after an outage, from the paper list: the real time, why, and the head who allows it. */
const LateEntry = z.strictObject({
  receivedAt: Instant.transform((at) => new Date(at)),
  reason: text(2000).default(''),
  approverId: Id.nullable().default(null),
});

const ComponentCheck = z.strictObject({
  componentKey: PaperKey,
  state: z.enum(['good', 'missing', 'wrong']),
  note: text(500).default(''),
});

export const intakeEndpoints = {
  checkComponents: describeDossierAct({
    id: 'checkComponents',
    method: 'PUT',
    path: '/component-checks',
    summary: { vi: 'Ghi kết quả kiểm tra giấy tờ', en: 'Note what the check of the papers found' },
    audience: CLERK,
    body: { checks: z.array(ComponentCheck).min(1).max(100) },
    refusals: ['component-unknown', 'reason-missing'],
  }),
  acceptSubmission: describeDossierAct({
    id: 'acceptSubmission',
    path: '/acceptance',
    summary: { vi: 'Tiếp nhận hồ sơ', en: 'Accept the submission' },
    audience: CLERK,
    body: { isReceiptWanted: z.boolean().default(false), lateEntry: LateEntry.nullable().default(null) },
    refusals: ['component-missing', 'book-missing', 'date-impossible', 'reason-missing', 'approver-needed'],
  }),
  askCompletion: describeDossierAct({
    id: 'askCompletion',
    path: '/completion-requests',
    summary: { vi: 'Hướng dẫn hoàn thiện trước khi tiếp nhận', en: 'Ask for completion before acceptance' },
    audience: CLERK,
    body: {
      items: z.array(SupplementItem).min(1).max(50),
      reason,
      override: RequestOverride,
    },
    refusals: ['component-unknown', 'supplement-already-asked', 'ground-missing', 'approver-needed'],
  }),
  answerCompletion: describeDossierAct({
    id: 'answerCompletion',
    path: '/completion-answers',
    summary: { vi: 'Hoàn thiện hồ sơ theo hướng dẫn', en: 'Answer the request for completion' },
    audience: CITIZEN_OR_CLERK,
    body: { answers: FormAnswers.default({}), papers: z.array(PaperBrought).max(50).default([]), note: text(2000).default('') },
    refusals: ['supplement-not-open', 'item-not-open', 'answer-invalid', 'component-missing', 'component-unknown'],
  }),
  recordNoCompletion: describeDossierAct({
    id: 'recordNoCompletion',
    path: '/completion-abandonment',
    summary: { vi: 'Ghi người nộp không hoàn thiện được', en: 'Note that the completion will not come' },
    audience: CLERK,
    body: { reason },
    refusals: ['reason-missing'],
  }),
  refuseIntake: describeDossierAct({
    id: 'refuseIntake',
    path: '/intake-refusal',
    summary: { vi: 'Từ chối tiếp nhận hồ sơ', en: 'Refuse the submission at intake' },
    audience: { kind: 'staff', duties: ['clerk', 'centre-head'] },
    body: { reason: text(2000), ground: text(1000) },
    refusals: ['reason-missing', 'ground-missing'],
  }),
  returnRefused: describeDossierAct({
    id: 'returnRefused',
    path: '/refused-papers-return',
    summary: { vi: 'Trả phiếu từ chối và giấy tờ', en: 'Return the refusal slip and the papers' },
    audience: CLERK,
    body: { recipientName: text(200).default('') },
  }),
};
