import { z } from 'zod';
import { RECIPIENT_RELATIONS } from '../domain/guards/recipient';
import { PARCEL_EVENT_KINDS } from '../domain/parcels';
import { describeRead, describeWrite } from './describe';
import { CITIZEN_OR_CLERK, CLERK, describeDossierAct } from './dossier-act';
import { DossierAnswer, PostalAddress } from './dossier-shapes';
import { CallsAnswer, CallState, FeesAnswer, ParcelAnswer } from './return-shapes';
import { CITIZEN_OR_READER } from './reading-audience';
import { Dong, DossierParams, ExpectedVersion, Id, Instant, PersonName, saying, text } from './shapes';
import { told } from './told';

const FeeParams = z.strictObject({ dossierId: Id, feeKey: z.string().regex(/^[a-z0-9-]{1,60}$/) });
const PaymentParams = DossierParams.extend({ paymentId: Id });
const ParcelParams = z.strictObject({ parcelCode: z.string().regex(/^[\w.-]{1,80}$/) });
const feeKeys = z
  .array(z.string().regex(/^[a-z0-9-]{1,60}$/))
  .max(20)
  .default([]);
const way = z.enum(['counter', 'online', 'post']);

/** Where a result goes by post, and whether the postman collects the open fees at the door. */
export const ReturnAddress = PostalAddress.extend({ isCashOnDelivery: z.boolean().default(false) });

/** Who takes a result, on which paper, as whom. */
const Recipient = z.strictObject({
  name: saying(200),
  paper: saying(60),
  number: saying(40),
  relation: z.enum(RECIPIENT_RELATIONS),
  authorisation: text(300).default(''),
  isReceiptLost: z.boolean().default(false),
});

const Content = z
  .strictObject({ name: saying(300), originals: z.int().min(0).max(999), copies: z.int().min(0).max(999) })
  .refine(({ originals, copies }) => originals + copies > 0, told('Ghi số bản chính hoặc bản sao.', 'Count originals or copies.'));

/** An act on one fee of a dossier. */
function describeFeeAct<Shape extends z.ZodRawShape>(parts: {
  id: string;
  path: string;
  summary: { vi: string; en: string };
  body: Shape;
  refusals: readonly ('fee-not-due' | 'ground-missing')[];
}) {
  return describeWrite({
    ...parts,
    path: `/api/dossiers/:dossierId/fees/:feeKey${parts.path}`,
    audience: CLERK,
    params: FeeParams,
    body: z.strictObject({ ...parts.body, expectedVersion: ExpectedVersion }),
    answer: DossierAnswer,
    refusals: ['stale', 'own-case', 'held-by-colleague', 'step-not-open', ...parts.refusals],
  });
}

export const returnEndpoints = {
  readFees: describeRead({
    id: 'readFees',
    path: '/api/dossiers/:dossierId/fees',
    summary: { vi: 'Xem phí, lệ phí và các khoản đã nộp', en: 'Read the fees and what was paid' },
    audience: CITIZEN_OR_READER,
    params: DossierParams,
    answer: FeesAnswer,
  }),
  askPayment: describeDossierAct({
    id: 'askPayment',
    path: '/payment-requests',
    summary: { vi: 'Yêu cầu nộp phí, lệ phí', en: 'Ask for payment' },
    audience: { kind: 'staff', duties: ['clerk', 'officer'] },
    body: {},
    refusals: ['fee-not-due'],
  }),
  recordPayment: describeDossierAct({
    id: 'recordPayment',
    path: '/payments',
    summary: { vi: 'Ghi khoản đã thu', en: 'Record a payment' },
    audience: { kind: 'staff', duties: ['fee-collector'] },
    body: {
      method: z.enum(['cash', 'transfer']),
      amountDong: Dong.min(1),
      reference: saying(100).optional(),
      paidAt: Instant.optional(),
      feeKeys,
      isFailed: z.boolean().default(false),
      /** Cash for a fee that is settled is refused unless this says that it was taken twice: it is then due back. */
      isPaidTwice: z.boolean().default(false),
    },
    refusals: ['payment-refused', 'fee-not-due', 'date-impossible'],
  }),
  recordRefund: describeWrite({
    id: 'recordRefund',
    path: '/api/dossiers/:dossierId/payments/:paymentId/refund',
    summary: { vi: 'Ghi khoản đã hoàn trả', en: 'Record a refund' },
    audience: { kind: 'staff', duties: ['fee-collector'] },
    params: PaymentParams,
    body: z.strictObject({
      method: z.enum(['cash', 'transfer']),
      reference: saying(100).optional(),
      receiver: saying(200),
      reason: saying(500),
      expectedVersion: ExpectedVersion,
    }),
    answer: DossierAnswer,
    refusals: ['stale', 'own-case', 'held-by-colleague', 'refund-not-due', 'already-exists'],
  }),
  exemptFee: describeFeeAct({
    id: 'exemptFee',
    path: '/exemption',
    summary: { vi: 'Miễn phí, lệ phí', en: 'Exempt from a fee' },
    body: { ground: saying(60) },
    refusals: ['fee-not-due', 'ground-missing'],
  }),
  decideFeeAmount: describeFeeAct({
    id: 'decideFeeAmount',
    path: '/amount',
    summary: { vi: 'Nhập mức thu theo nghị quyết', en: 'Enter the amount that the council decided' },
    body: { amountDong: Dong, decision: saying(200) },
    refusals: ['fee-not-due'],
  }),
  changeReturnWay: describeWrite({
    id: 'changeReturnWay',
    method: 'PUT',
    path: '/api/dossiers/:dossierId/return-way',
    summary: { vi: 'Đổi cách nhận kết quả', en: 'Take the result another way' },
    audience: CITIZEN_OR_CLERK,
    params: DossierParams,
    body: z.strictObject({ expectedVersion: ExpectedVersion, way, address: ReturnAddress.optional() }),
    answer: DossierAnswer,
    refusals: [
      'stale',
      'step-not-open',
      'own-case',
      'held-by-colleague',
      'incident-open',
      'calendar-not-published',
      'delivery-way-closed',
      'parcel-out',
    ],
  }),
  returnAtCounter: describeDossierAct({
    id: 'returnAtCounter',
    path: '/counter-return',
    summary: { vi: 'Trả kết quả tại quầy', en: 'Return the result at the counter' },
    audience: CLERK,
    body: { recipient: Recipient, areOriginalsCompared: z.boolean().default(false) },
    refusals: ['result-not-ready', 'parcel-out', 'fee-unsettled', 'recipient-unproved', 'component-missing'],
  }),
  returnRefusal: describeDossierAct({
    id: 'returnRefusal',
    path: '/refusal-return',
    summary: { vi: 'Trả văn bản từ chối hoặc dừng giải quyết', en: 'Return the refusal or stop' },
    audience: CLERK,
    body: { recipient: Recipient },
    refusals: ['recipient-unproved'],
  }),
  handToPost: describeDossierAct({
    id: 'handToPost',
    path: '/postal-hand-over',
    summary: { vi: 'Bàn giao kết quả cho bưu điện', en: 'Hand the result to the post' },
    audience: CLERK,
    body: {
      contents: z.array(Content).min(1).max(50),
      orderCode: z
        .string()
        .regex(/^[\w.-]{1,60}$/)
        .optional(),
      address: ReturnAddress.optional(),
    },
    refusals: ['result-not-ready', 'parcel-out', 'fee-unsettled'],
  }),
  recordParcelEvent: describeWrite({
    id: 'recordParcelEvent',
    path: '/api/parcels/:parcelCode/events',
    summary: { vi: 'Ghi hành trình bưu gửi', en: 'Report on a parcel' },
    audience: { kind: 'staff', duties: ['post-counter-clerk', 'postman', 'clerk'] },
    params: ParcelParams,
    body: z.strictObject({
      kind: z.enum(PARCEL_EVENT_KINDS),
      attempt: z.int().min(1).max(20).default(1),
      eventAt: Instant,
      reason: text(500).default(''),
      recipient: z.strictObject({ name: PersonName, paper: saying(60), relation: saying(60) }).optional(),
      collectedDong: Dong.optional(),
    }),
    answer: ParcelAnswer,
    refusals: [
      'parcel-unknown',
      'date-impossible',
      'reason-missing',
      'recipient-unproved',
      'incident-open',
      'own-case',
      'held-by-colleague',
    ],
  }),
  settleFailedParcel: describeDossierAct({
    id: 'settleFailedParcel',
    path: '/failed-parcel',
    summary: { vi: 'Nhận bưu gửi hoàn, chọn lại cách trả', en: 'Settle a parcel that came back' },
    audience: CLERK,
    body: {
      condition: z.enum(['sealed', 'opened', 'lost']),
      damage: text(2000).default(''),
      next: way,
      address: ReturnAddress.optional(),
      note: text(2000).default(''),
    },
    refusals: ['reason-missing', 'delivery-way-closed'],
  }),
  listCalls: describeRead({
    id: 'listCalls',
    path: '/api/calls',
    summary: { vi: 'Người cần gọi điện', en: 'People to call' },
    audience: CLERK,
    query: z.strictObject({ state: CallState.default('to-make') }),
    answer: CallsAnswer,
  }),
  recordCall: describeWrite({
    id: 'recordCall',
    path: '/api/calls/:callId/outcome',
    summary: { vi: 'Ghi kết quả cuộc gọi', en: 'Record what came of a call' },
    audience: CLERK,
    params: z.strictObject({ callId: Id }),
    body: z.strictObject({ outcome: z.enum(['reached', 'not-reached', 'wrong-number']), note: text(1000).default('') }),
    refusals: ['step-not-open', 'own-case', 'held-by-colleague'],
  }),
};
