import { type Context } from '../../../server/casework/context';
import { type Act } from '../../../server/casework/perform';
import { answerDraft } from '../../../server/commands/results/answer-draft';
import { answerSupplement } from '../../../server/commands/house/answer-supplement';
import { approveSupplement } from '../../../server/commands/house/approve-supplement';
import { checkSupplement } from '../../../server/commands/house/check-supplement';
import { confirmForwarded } from '../../../server/commands/house/confirm-forwarded';
import { examineDossier } from '../../../server/commands/house/examine-dossier';
import { issueSupplement } from '../../../server/commands/house/issue-supplement';
import { proposeSupplement } from '../../../server/commands/house/propose-supplement';
import { acceptSubmission } from '../../../server/commands/intake/accept-submission';
import { recordPayment } from '../../../server/commands/money/record-payment';
import { sendPaymentRequest } from '../../../server/commands/money/send-payment-request';
import { proposeOutcome } from '../../../server/commands/results/propose-outcome';
import { sendDraft } from '../../../server/commands/results/send-draft';
import { type Actor, type CitizenActor, type StaffActor } from '../../../server/policies/actor';
import { readFees } from '../../../server/queries/return/read-fees';
import { openTasksOf } from '../../../server/store/tasks';

/** Everybody who acts on the dossiers of the bench; plain data, so that another process may be handed it. */
export type Cast = { citizens: CitizenActor[]; clerk: StaffActor; head: StaffActor; officer: StaffActor; collector: StaffActor };

type Subject = { dossierId: string; expectedVersion: number };
export type Deed = {
  name: string;
  by: (cast: Cast, citizen: CitizenActor) => Actor;
  act: (context: Context, subject: Subject) => Promise<unknown>;
};

const ITEMS = [{ kind: 'answer', key: 'registeredOffice', what: 'Ghi rõ cơ quan đã đăng ký hộ tịch.' }] as const;
const EXTRACT = {
  title: 'Trích lục hộ tịch',
  entries: [{ label: 'Họ, chữ đệm, tên', value: 'NGƯỜI TRÌNH DIỄN' }],
  register: { office: 'Ủy ban nhân dân phường Nam Hà', number: '27', volume: '01/1990', on: '1990-03-12' },
  source: 'Cơ sở dữ liệu hộ tịch điện tử',
};
const DRAFT = { outcome: 'grant', reason: '', ground: '', opinion: '', kind: 'electronic', signerId: null, resultFacts: EXTRACT } as const;

const clerk = ({ clerk: actor }: Cast) => actor;
const officer = ({ officer: actor }: Cast) => actor;
const collector = ({ collector: actor }: Cast) => actor;
const head = ({ head: actor }: Cast) => actor;
const citizen = (_cast: Cast, actor: CitizenActor) => actor;
const house = (): Actor => ({ kind: 'system', name: 'bench' });

/**
 * What happens to every dossier of the bench after its filing, until its document
 * waits for the leader: each a command of the office by the person it belongs to,
 * and each a step of the same-day diagram.
 */
export const DEEDS: readonly Deed[] = [
  { name: 'accept', by: clerk, act: (context, on) => acceptSubmission(context, { ...on, isReceiptWanted: false, lateEntry: null }) },
  { name: 'take-over', by: officer, act: (context, on) => confirmForwarded(context, { ...on, outcome: 'received', reason: '' }) },
  { name: 'ask-payment', by: house, act: (context, on) => answered(context, on, 'ask-payment', sendPaymentRequest) },
  { name: 'record-payment', by: collector, act: payWhole },
  { name: 'find-wanting', by: officer, act: (context, on) => examineDossier(context, { ...on, outcome: 'supplement', note: 'Chưa rõ' }) },
  {
    name: 'propose-supplement',
    by: officer,
    act: (context, on) => proposeSupplement(context, { ...on, items: ITEMS, reason: 'Chưa rõ', override: null }),
  },
  { name: 'approve-supplement', by: head, act: (context, on) => approveSupplement(context, { ...on, isApproved: true, note: '' }) },
  { name: 'issue-supplement', by: clerk, act: issueSupplement },
  {
    name: 'answer-supplement',
    by: citizen,
    act: (context, on) =>
      answerSupplement(context, { ...on, answers: { registeredOffice: 'Ủy ban nhân dân xã Thạch Hà' }, papers: [], note: '' }),
  },
  { name: 'check-supplement', by: clerk, act: (context, on) => checkSupplement(context, { ...on, isComplete: true, note: '' }) },
  { name: 'find-qualified', by: officer, act: (context, on) => examineDossier(context, { ...on, outcome: 'qualified', note: '' }) },
  { name: 'draft-result', by: officer, act: (context, on) => proposeOutcome(context, { ...on, ...DRAFT }) },
  { name: 'send-draft', by: house, act: (context, on) => answered(context, on, 'send-draft', sendDraft) },
  { name: 'answer-draft', by: citizen, act: (context, on) => answerDraft(context, { ...on, isAgreed: true, note: '' }) },
];

type Service = (context: Context, order: { dossierId: string; executionId: string }) => Promise<unknown>;

/** What the diagram asks of the house, as the outbox has it done. */
async function answered(context: Context, { dossierId }: Subject, topic: string, command: Service): Promise<void> {
  const task = (await openTasksOf(context.tx, dossierId)).find((one) => one.topic === topic);
  if (!task) throw new Error(`nothing waits for ${topic}`);
  await command(context, { dossierId, executionId: task.executionId });
}

async function payWhole(context: Context, on: Subject): Promise<void> {
  const { lines } = await readFees(context, on);
  const amountDong = lines.reduce((sum, { line }) => sum + (line.amountDong ?? 0), 0);
  const feeKeys = lines.map(({ line }) => line.key);
  await recordPayment(context, { ...on, method: 'cash', amountDong, feeKeys, isFailed: false });
}

/** An act as the door lets it in, with a key of its own. */
export function actOf(actor: Actor, name: string, key: string): Act {
  return { actor, endpoint: name, idempotency: { key, bodySha256: key, status: 200 } };
}
