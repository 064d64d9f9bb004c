import { type Context } from '../../casework/context';
import { judgePostalAddress } from '../../casework/judge-postal-address';
import { judgeReturnWay } from '../../casework/judge-return-way';
import { endIdlePaymentWait } from '../../casework/payment-wait';
import { lockCase } from '../../casework/read-case';
import { recordAct } from '../../casework/record-act';
import { takeStep } from '../../casework/take-step';
import { type ReturnWay } from '../../domain/channels';
import { Refusal, refuseUnless } from '../../domain/refusal';
import { isCashOnDelivery } from '../../domain/return-way';
import { isFinalStatus, type NationalStatus } from '../../domain/status';
import { judgeHandling } from '../../policies/tasks';
import { findParcelOut } from '../../store/postal-orders';
import { openTasksOf } from '../../store/tasks';

export type ChangeReturnWay = {
  dossierId: string;
  expectedVersion: number;
  way: ReturnWay;
  /** Where to, and whether the postman collects the fees at the door; only by post. */
  address?: Readonly<Record<string, unknown>> | undefined;
};

/**
 * The applicant takes the result another way, by an act of their own or at the
 * counter, until it has been handed over. With the post it may be paid at the door.
 */
export async function changeReturnWay(context: Context, { dossierId, expectedVersion, way, address }: ChangeReturnWay): Promise<void> {
  const subject = await lockCase(context, dossierId, expectedVersion);
  const { dossier } = subject;
  if (context.actor.kind === 'staff') judgeHandling(context.actor, dossier);
  refuseUnless(!isFinalStatus(dossier.status as NationalStatus), 'step-not-open', { act: 'change-return-way' });
  const parcel = await findParcelOut(context.tx, dossierId);
  if (parcel) throw new Refusal('parcel-out', { code: parcel.code });
  await judgeReturnWay(context, subject, way);
  const returnAddress = chosenAddress(way, address);
  if (returnAddress) await judgePostalAddress(context, returnAddress);
  const change = { returnWay: way, returnAddress };
  const detail = { from: dossier.returnWay, to: way, isCashOnDelivery: isCashOnDelivery(change) };
  const wait = (await openTasksOf(context.tx, dossierId)).find(({ act }) => act === 'change-return-way');
  if (wait) {
    await takeStep(context, subject, { act: 'change-return-way', taskId: wait.id, change, record: { detail } });
    return;
  }
  await recordAct(context, dossier, { act: 'change-return-way', change, facts: { detail } });
  await endIdlePaymentWait(context, subject, { detail: { cleared: 'cash-on-delivery' } });
}

/** Whoever wants it by post says where to. */
function chosenAddress(way: ReturnWay, address: ChangeReturnWay['address']): Record<string, unknown> | null {
  if (way !== 'post') return null;
  if (!address)
    throw new Refusal('invalid-input', {
      faults: [{ path: 'body.address', message: 'Nhập địa chỉ nhận qua bưu chính.', messageEn: 'Enter the postal address.' }],
    });
  return { ...address };
}
