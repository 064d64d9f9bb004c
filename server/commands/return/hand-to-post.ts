import { actingStaff } from '../../casework/acting-staff';
import { type Context } from '../../casework/context';
import { judgePostalAddress } from '../../casework/judge-postal-address';
import { lockCase, type Case } from '../../casework/read-case';
import { passCustody } from '../../casework/register-return';
import { judgeReturn } from '../../casework/return-gate';
import { takePayment } from '../../casework/take-payment';
import { takeStep } from '../../casework/take-step';
import { localDateOf } from '../../domain/local-time';
import { Refusal } from '../../domain/refusal';
import { findPostOf } from '../../store/agencies';
import { openFeesOf } from '../../store/fees';
import { giveDossier } from '../../store/hand-overs';
import { post } from '../../store/outbox';
import { insertPostalOrder, parcelsOf } from '../../store/postal-orders';

/** One thing in the envelope, counted with the postman. */
export type ParcelContent = { name: string; originals: number; copies: number };

export type HandToPost = {
  dossierId: string;
  expectedVersion: number;
  contents: readonly ParcelContent[];
  /** The post's own number, where it was given at the counter. */
  orderCode?: string | undefined;
  address?: Readonly<Record<string, unknown>> | undefined;
};

/**
 * Hands the result to the post: counted contents in a sealed envelope, what is
 * still to be paid declared as cash on delivery, one code for one direction (R38).
 * From here on the post holds it, and both sides sign the Biên bản giao nhận.
 */
export async function handToPost(context: Context, input: HandToPost): Promise<void> {
  const { dossierId, expectedVersion, contents, orderCode, address } = input;
  const subject = await lockCase(context, dossierId, expectedVersion);
  const { dossier } = subject;
  const { staffId } = actingStaff(context, dossier);
  const codDong = await judgeReturn(context, subject, 'post');
  const receiver = address ?? dossier.returnAddress;
  if (!receiver)
    throw new Refusal('invalid-input', {
      faults: [{ path: 'body.address', message: 'Nhập địa chỉ nhận qua bưu chính.', messageEn: 'Enter the postal address.' }],
    });
  if (address) await judgePostalAddress(context, address);
  const code = await nextCode(context, subject);
  await takeStep(context, subject, {
    act: 'hand-to-post',
    change: { subStatus: 'with-post' },
    record: { detail: { parcel: code, codDong, contents: contents.map(({ name }) => name) } },
  });
  const order = await insertPostalOrder(context.tx, {
    dossierId,
    direction: 'to-home',
    code,
    carrierCode: orderCode ?? null,
    state: 'handed-over',
    contents: contents.map((content) => ({ ...content })),
    receiver: { ...receiver },
    cashOnDeliveryDong: codDong,
    collectedDong: null,
    madeAt: context.now,
    handedOverAt: context.now,
    finishedAt: null,
  });
  if (codDong > 0) await declareCash(context, subject, code, codDong);
  await givePapers(context, subject, staffId, contents);
  for (const payload of [{ form: 'postal-slip' }, { form: 'hand-over-record' }])
    await post(
      context.tx,
      { dossierId, executionId: null, topic: 'letter', payload: { ...payload, postalOrderId: order.id } },
      context.now,
    );
  await post(context.tx, { dossierId, executionId: null, topic: 'postal-order', payload: { postalOrderId: order.id } }, context.now);
}

/** The dossier's own code for the first envelope; every further one has its number behind it. */
async function nextCode(context: Context, { dossier }: Case): Promise<string> {
  const sent = (await parcelsOf(context.tx, dossier.id)).filter(({ direction }) => direction === 'to-home').length;
  const first = dossier.code ?? dossier.id;
  return sent === 0 ? first : `${first}__${sent + 1}`;
}

/** Money to come at the door stands in the ledger as such: it settles nothing until it is collected. */
async function declareCash(context: Context, { dossier }: Case, code: string, codDong: number): Promise<void> {
  await takePayment(context, dossier, {
    method: 'cash-on-delivery',
    reference: code,
    amountDong: codDong,
    paidAt: context.now,
    feeKeys: (await openFeesOf(context.tx, dossier.id)).map(({ key }) => key),
    outcome: 'waiting',
  });
}

async function givePapers(context: Context, { dossier }: Case, staffId: string, contents: readonly ParcelContent[]): Promise<void> {
  const post = await findPostOf(context.tx, { centreId: dossier.centreId, onDate: localDateOf(context.now) });
  await passCustody(context, dossier.id, { what: 'result', holder: 'post', holderName: post?.name ?? 'Bưu điện', at: context.now });
  if (!post) return;
  await giveDossier(context.tx, {
    kind: 'post',
    fromAgencyId: dossier.centreId,
    toAgencyId: post.id,
    givenBy: staffId,
    givenAt: context.now,
    dossierId: dossier.id,
    papers: contents.map(({ name }) => name),
  });
}
