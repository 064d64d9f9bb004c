import { actingStaff } from '../../casework/acting-staff';
import { type Context } from '../../casework/context';
import { judgePostalAddress } from '../../casework/judge-postal-address';
import { judgeReturnWay } from '../../casework/judge-return-way';
import { lockCase } from '../../casework/read-case';
import { passCustody } from '../../casework/register-return';
import { takeStep } from '../../casework/take-step';
import { type ReturnWay } from '../../domain/channels';
import { refuseUnless } from '../../domain/refusal';
import { readAgency } from '../../store/agencies';
import { openIncident } from '../../store/incidents';
import { changePostalOrder, parcelsOf } from '../../store/postal-orders';

export type SettleFailedParcel = {
  dossierId: string;
  expectedVersion: number;
  condition: 'sealed' | 'opened' | 'lost';
  damage: string;
  next: ReturnWay;
  address?: Readonly<Record<string, unknown>> | undefined;
  note: string;
};

/**
 * The centre takes a parcel back that could not be delivered, looks at its seal,
 * and asks the applicant how the result shall go now. What was opened or lost is
 * a matter of compensation between the post and the centre (E28): a person sees
 * to it.
 */
export async function settleFailedParcel(context: Context, input: SettleFailedParcel): Promise<void> {
  const { dossierId, expectedVersion, condition, damage, next, address, note } = input;
  const subject = await lockCase(context, dossierId, expectedVersion);
  const { dossier } = subject;
  actingStaff(context, dossier);
  refuseUnless(condition === 'sealed' || damage, 'reason-missing');
  await judgeReturnWay(context, subject, next);
  if (next === 'post' && address) await judgePostalAddress(context, address);
  const order = (await parcelsOf(context.tx, dossierId)).filter(({ direction }) => direction === 'to-home').at(-1);
  refuseUnless(order?.finishedAt, 'step-not-open', { act: 'settle-failed-parcel' });
  const receiver = address ?? order.receiver;
  await takeStep(context, subject, {
    act: 'settle-failed-parcel',
    change: { returnWay: next, returnAddress: next === 'post' ? { ...receiver } : null, subStatus: 'result-ready' },
    record: { detail: { parcel: order.code, condition, next, ...(note ? { note } : {}) } },
  });
  if (condition !== 'sealed') {
    const facts = { parcel: order.code, condition, damage };
    await openIncident(context.tx, { dossierId, kind: 'parcel-damaged', facts, openedAt: context.now });
  }
  if (condition === 'lost') {
    await changePostalOrder(context.tx, order.id, { state: 'lost' });
    return;
  }
  const centre = await readAgency(context.tx, dossier.centreId);
  await passCustody(context, dossierId, { what: 'result', holder: 'centre', holderName: centre.name, at: context.now });
}
