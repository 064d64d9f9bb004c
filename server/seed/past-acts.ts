import { type Context } from '../casework/context';
import { approveSupplement } from '../commands/house/approve-supplement';
import { askWithdrawal } from '../commands/house/ask-withdrawal';
import { confirmForwarded } from '../commands/house/confirm-forwarded';
import { decideWithdrawal } from '../commands/house/decide-withdrawal';
import { examineDossier } from '../commands/house/examine-dossier';
import { issueSupplement } from '../commands/house/issue-supplement';
import { proposeSupplement } from '../commands/house/propose-supplement';
import { acceptSubmission } from '../commands/intake/accept-submission';
import { askCompletion } from '../commands/intake/ask-completion';
import { refuseIntake } from '../commands/intake/refuse-intake';
import { recordPayment } from '../commands/money/record-payment';
import { proposeOutcome } from '../commands/results/propose-outcome';
import { readFees } from '../queries/return/read-fees';
import { type PastAct } from './past-table';

/** `expectedVersion`: the dossier as it stands. */
type Subject = { dossierId: string; expectedVersion: number };
type Deed = { by: string; act: (context: Context, subject: Subject) => Promise<unknown> };

const CLERK = 'thanhsen.motcua';
const OFFICER = 'thanhsen.chuyenvien';
/** The dossier's own applicant. */
export const APPLICANT = 'applicant';

const REFUSAL = { reason: 'Thông tin khai không đủ để tra cứu sổ hộ tịch.', ground: 'Quyết định 163/QĐ-BTP' };
const OFFICE_ANSWER = { kind: 'answer', key: 'registeredOffice', what: 'Ghi rõ cơ quan đã đăng ký hộ tịch và năm đăng ký.' } as const;
const EXTRACT = {
  title: 'Trích lục hộ tịch',
  entries: [{ label: 'Họ, chữ đệm, tên', value: 'NGƯỜI TRÌNH DIỄN' }],
  register: { office: 'Ủy ban nhân dân phường Nam Hà', number: '27', volume: '01/1990', on: '1990-03-12' },
  source: 'Cơ sở dữ liệu hộ tịch điện tử',
};

/** Who does what, at each act of the past that follows the filing. */
export const DEEDS: Readonly<Record<Exclude<PastAct, 'submit'>, Deed>> = {
  'ask-completion': {
    by: CLERK,
    act: (context, subject) => askCompletion(context, { ...subject, items: [OFFICE_ANSWER], reason: 'Thiếu nơi đăng ký.', override: null }),
  },
  accept: { by: CLERK, act: (context, subject) => acceptSubmission(context, { ...subject, isReceiptWanted: false, lateEntry: null }) },
  'put-refusal-forward': { by: CLERK, act: (context, subject) => refuseIntake(context, { ...subject, ...REFUSAL }) },
  'sign-refusal': { by: 'thanhsen.giamdoc', act: (context, subject) => refuseIntake(context, { ...subject, ...REFUSAL }) },
  'take-over': { by: OFFICER, act: (context, subject) => confirmForwarded(context, { ...subject, outcome: 'received', reason: '' }) },
  pay: { by: 'thanhsen.thuphi', act: payWhole },
  'find-qualified': { by: OFFICER, act: (context, subject) => examineDossier(context, { ...subject, outcome: 'qualified', note: '' }) },
  'find-wanting': {
    by: OFFICER,
    act: (context, subject) =>
      examineDossier(context, { ...subject, outcome: 'supplement', note: 'Không tra được sổ của nơi đăng ký đã khai.' }),
  },
  'propose-supplement': {
    by: OFFICER,
    act: (context, subject) =>
      proposeSupplement(context, {
        ...subject,
        items: [OFFICE_ANSWER],
        reason: 'Không tra được sổ của nơi đăng ký đã khai.',
        override: null,
      }),
  },
  'approve-supplement': {
    by: 'thanhsen.truongphong',
    act: (context, subject) => approveSupplement(context, { ...subject, isApproved: true, note: '' }),
  },
  'issue-supplement': { by: CLERK, act: issueSupplement },
  'draft-result': {
    by: OFFICER,
    act: (context, subject) =>
      proposeOutcome(context, {
        ...subject,
        outcome: 'grant',
        reason: '',
        ground: '',
        opinion: '',
        kind: 'electronic',
        signerId: null,
        resultFacts: EXTRACT,
      }),
  },
  'ask-withdrawal': { by: APPLICANT, act: (context, subject) => askWithdrawal(context, { ...subject, reason: 'Đã tìm thấy bản cũ.' }) },
  'consent-to-withdrawal': {
    by: 'thanhsen.lanhdao',
    act: (context, subject) => decideWithdrawal(context, { ...subject, isConsented: true, note: '' }),
  },
};

async function payWhole(context: Context, subject: Subject): Promise<void> {
  const { lines } = await readFees(context, subject);
  const amountDong = lines.reduce((sum, { line }) => sum + (line.amountDong ?? 0), 0);
  const feeKeys = lines.map(({ line }) => line.key);
  await recordPayment(context, { ...subject, method: 'cash', amountDong, feeKeys, isFailed: false });
}
