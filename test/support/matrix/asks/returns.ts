import { type Who } from '../actors';
import { CONTENTS, RECIPIENT } from '../stands';
import { ADDRESS } from '../walk';
import { type World } from '../world';
import { type Asking, dossierTarget, NOW, ofDossier, onDossier } from './ask';

/** Money, the return of results, the post, and the calls to make. */
export const returnAsks: Record<string, Asking> = {
  readFees: ofDossier(({ unpaid }) => unpaid),
  askPayment: onDossier(({ unpaid }) => unpaid),
  recordPayment: onDossier(({ unpaid }) => unpaid, { method: 'cash', amountDong: 8000, feeKeys: ['copy'] }),
  recordRefund: async (world, who) =>
    onDossier(
      ({ paidTwice }) => paidTwice,
      { method: 'cash', receiver: 'Chủ hồ sơ', reason: 'Đã chuyển khoản rồi' },
      { paymentId: await paymentDueBack(world) },
    )(world, who),
  exemptFee: onDossier(({ unpaid }) => unpaid, { ground: 'poor' }, { feeKey: 'copy' }),
  decideFeeAmount: onDossier(({ unpaid }) => unpaid, { amountDong: 5000, decision: 'NQ 12/2026' }, { feeKey: 'postage' }),
  changeReturnWay: onDossier(({ toReturn }) => toReturn, { way: 'post', address: ADDRESS }),
  returnAtCounter: onDossier(({ toReturn }) => toReturn, { recipient: RECIPIENT }),
  returnRefusal: onDossier(({ toRefuse }) => toRefuse, { recipient: RECIPIENT }),
  handToPost: onDossier(({ toPost }) => toPost, { contents: CONTENTS, address: ADDRESS }),
  recordParcelEvent: async ({ walking, stands }: World, { actor }: Who) => ({
    params: { parcelCode: (await walking.dossier(stands.withPost.id)).code! },
    body: { kind: 'in-transit', attempt: actor === 'postman' ? 2 : 1, eventAt: NOW },
  }),
  settleFailedParcel: onDossier(({ parcelBack }) => parcelBack, { condition: 'sealed', next: 'counter' }),
  listReminders: ({ stands }) => ({ shows: dossierTarget(stands.examine.id) }),
  settleReminder: ({ ids }, { actor }) => ({
    params: { reminderId: ids.reminders[actor === 'division-head' ? actor : 'centre-head'] },
    body: { outcome: 'Đã nhắc' },
  }),
  listCalls: ({ stands }) => ({ shows: dossierTarget(stands.toReturn.id) }),
  recordCall: ({ ids }) => ({ params: { callId: ids.callId }, body: { outcome: 'reached' } }),
};

/** What was paid at the counter although the bank had paid. */
async function paymentDueBack({ office, stands }: World): Promise<string> {
  const [rows] = await office.sequelize.query(`select id from payments where dossier_id = $1 and state = 'refund-due'`, {
    bind: [stands.paidTwice.id],
  });
  return (rows as { id: string }[])[0]!.id;
}
