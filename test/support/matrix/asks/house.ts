import { IDENTITY_COPY } from '../stands';
import { type Who } from '../actors';
import { HELD, type Holder } from '../world';
import { type Asking, onDossier } from './ask';
import { placeFor } from '../people';

const REFUSAL = { reason: 'Không đủ thông tin', ground: 'Quyết định 163/QĐ-BTP' };
const ITEM = { kind: 'component', key: IDENTITY_COPY, what: 'Chụp lại cho rõ' };
const OFFICER = { place: 'department', who: '' } as const;

/** Whose task is reached for: one of the knocker's own duty; the clerk's, for whoever has none. */
function holderFor({ actor }: Who): Holder {
  return actor in HELD ? (actor as Holder) : 'clerk';
}

const onTask =
  (of: 'held' | 'pool', body: object = {}): Asking =>
  async ({ walking, stands }, who) => {
    const duty = who.actor === 'fee-collector' ? 'fee-collector' : holderFor(who);
    const stand = duty === 'fee-collector' ? stands.unpaid : of === 'pool' && duty === 'clerk' ? stands.filed : stands[HELD[duty]];
    const task = (await walking.tasks(stand.id)).find((one) => one.duty === duty)!;
    return { params: { taskId: task.id }, body };
  };

/** Intake and the work inside the house: each act asked of a dossier that waits for it. */
export const houseAsks: Record<string, Asking> = {
  checkComponents: onDossier(({ filed }) => filed, { checks: [{ componentKey: IDENTITY_COPY, state: 'good' }] }),
  acceptSubmission: onDossier(({ filed }) => filed),
  askCompletion: onDossier(({ filed }) => filed, { items: [ITEM], reason: 'Ảnh mờ' }),
  answerCompletion: onDossier(({ incomplete }) => incomplete),
  recordNoCompletion: onDossier(({ incomplete }) => incomplete, { reason: 'Báo qua điện thoại là không bổ sung' }),
  refuseIntake: onDossier(({ filed, refusing }, { actor }) => (actor === 'centre-head' ? refusing : filed), REFUSAL),
  returnRefused: onDossier(({ refused }) => refused),
  forwardDossier: onDossier(({ toForward }) => toForward),
  confirmForwarded: onDossier(({ takeOver, forwarded }, { actor }) => (actor === 'division-head' ? forwarded : takeOver), {
    outcome: 'received',
  }),
  assignOfficer: async (world, who) =>
    onDossier(({ toAssign }) => toAssign, { staffId: (await world.office.staff('officer', OFFICER)).staffId })(world, who),
  examineDossier: onDossier(({ examine }) => examine, { outcome: 'qualified' }),
  proposeSupplement: onDossier(({ wanting }) => wanting, { items: [ITEM], reason: 'Ảnh mờ' }),
  approveSupplement: onDossier(({ suggested }) => suggested, { isApproved: true }),
  issueSupplement: onDossier(({ approved }) => approved),
  answerSupplement: onDossier(({ asked }) => asked),
  checkSupplement: onDossier(({ answered }) => answered, { isComplete: true }),
  draftExtension: onDossier(({ nearDue }) => nearDue, { reason: 'Chờ xác minh', newDueOn: '2026-12-08' }),
  declineExtension: onDossier(({ nearDue }) => nearDue),
  signExtension: onDossier(({ extending }) => extending),
  deliverExtension: onDossier(({ extended }) => extended),
  apologise: onDossier(({ late }) => late, { reason: 'Đông hồ sơ', promisedOn: '2026-12-01' }),
  askWithdrawal: onDossier(({ examine }) => examine, { reason: 'Đã có bản sao khác' }),
  decideWithdrawal: onDossier(({ withdrawing }) => withdrawing, { isConsented: true }),
  returnOriginals: onDossier(({ withdrawn }) => withdrawn, { recipientName: 'Chủ hồ sơ' }),
  claimTask: onTask('pool'),
  releaseTask: onTask('held'),
  transferTask: async (world, who) => {
    const duty = holderFor(who);
    const { staffId } = await world.office.staff(duty, { place: placeFor(duty, 'ward', 'own'), who: 'second' });
    return onTask('held', { staffId, reason: 'Nghỉ ốm' })(world, who);
  },
};
