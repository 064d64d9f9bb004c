import { closeParcel } from '../../casework/close-parcel';
import { type Context } from '../../casework/context';
import { openParcelIncident } from '../../casework/parcel-incident';
import { lockUnreadCase, type Case } from '../../casework/read-case';
import { recordAct } from '../../casework/record-act';
import { isReceiverName } from '../../domain/identity';
import { clash, isDone, type ParcelEventKind, standingOf, type ParcelStanding } from '../../domain/parcels';
import { refuseUnless } from '../../domain/refusal';
import { judgeParcelReport } from '../../policies/tasks';
import { type PostalOrderRow } from '../../store/models/postal-order';
import { findParcelEvent, insertParcelEvent, parcelEventsOf } from '../../store/parcel-events';
import { changePostalOrder, findParcel, readPostalOrder } from '../../store/postal-orders';

export type RecordParcelEvent = {
  parcelCode: string;
  kind: ParcelEventKind;
  /** Tries at the door from 1; 1 for what is no try. */
  attempt: number;
  eventAt: Date;
  reason: string;
  recipient: { name: string; paper: string; relation: string } | null;
  collectedDong: number | null;
};

/**
 * One report of a parcel, whoever makes it: the carrier's feed, the postman, the
 * post's counter, a clerk. The same report twice is the same report; the time of
 * the event decides the order, not the time of hearing; two that cannot both be
 * true go to a person, and never close a dossier twice (E25). Answers the
 * parcel's code.
 */
export async function recordParcelEvent(context: Context, event: RecordParcelEvent): Promise<string> {
  const found = await findParcel(context.tx, event.parcelCode);
  refuseUnless(found, 'parcel-unknown');
  const subject = await lockUnreadCase(context, found.dossierId);
  judgeParcelReport(context.actor, subject.dossier);
  const order = await readPostalOrder(context.tx, found.id);
  const { kind, attempt } = event;
  checkReport(context, event, order);
  if (await findParcelEvent(context.tx, { postalOrderId: order.id, kind, attempt })) return order.code;
  const known = (await parcelEventsOf(context.tx, order.id)).filter(({ isContradiction }) => !isContradiction);
  const isContradiction = known.some((one) => clash(one, event));
  await insertParcelEvent(context.tx, {
    postalOrderId: order.id,
    kind,
    attempt,
    source: context.actor.kind,
    eventAt: event.eventAt,
    receivedAt: context.now,
    reason: event.reason || null,
    recipientName: event.recipient?.name ?? null,
    recipientPaper: event.recipient?.paper ?? null,
    recipientRelation: event.recipient?.relation ?? null,
    collectedDong: event.collectedDong,
    isContradiction,
  });
  if (isContradiction) await openParcelIncident(context, subject, order, 'parcel-contradiction', event);
  else await follow(context, subject, order, event, standingOf([...known, event]));
  return order.code;
}

/** A person says who took it (R39), or why nobody did, and of nothing before the hand-over; a carrier says what it can, by its own clock. */
function checkReport(context: Context, { kind, eventAt, reason, recipient }: RecordParcelEvent, { handedOverAt }: PostalOrderRow): void {
  refuseUnless(eventAt <= context.now, 'date-impossible');
  if (context.actor.kind !== 'staff') return;
  refuseUnless(!handedOverAt || eventAt >= handedOverAt, 'date-impossible');
  refuseUnless(kind !== 'delivery-failed' || reason, 'reason-missing');
  refuseUnless(kind !== 'delivered' || (recipient && isReceiverName(recipient.name)), 'recipient-unproved');
}

async function follow(
  context: Context,
  subject: Case,
  order: PostalOrderRow,
  event: RecordParcelEvent,
  standing: ParcelStanding,
): Promise<void> {
  const { state, attempts, collectedDong } = standing;
  await changePostalOrder(context.tx, order.id, { state, attempts, collectedDong });
  if (order.direction === 'to-office' || order.finishedAt) return;
  if (isDone(standing, order.cashOnDeliveryDong)) return closeParcel(context, subject, order, 'delivered');
  if (state === 'returned' || state === 'lost' || state === 'cancelled') return closeParcel(context, subject, order, state);
  if (event.kind === 'delivery-failed' && state === 'failed') return noteFailure(context, subject, order, event);
  if (event.kind === 'delivered' || event.kind === 'cod-collected') await noteCash(context, subject, order, event);
}

/** A failed try leaves the dossier where it is (9): the post tries again, or brings the parcel back. */
async function noteFailure(context: Context, { dossier }: Case, { code }: PostalOrderRow, event: RecordParcelEvent): Promise<void> {
  const { kind, attempt, eventAt, reason } = event;
  const detail = { parcel: code, kind, attempt, eventAt: eventAt.toISOString(), reason };
  await recordAct(context, dossier, { act: 'record-parcel-event', change: { subStatus: 'delivery-failed' }, facts: { detail } });
}

/** Delivered and not paid, or paid and not yet said to be delivered: on record, and not the end. Less cash than was due goes to a person. */
async function noteCash(context: Context, subject: Case, order: PostalOrderRow, event: RecordParcelEvent): Promise<void> {
  const { kind, attempt, eventAt, collectedDong } = event;
  if (collectedDong !== null && collectedDong < order.cashOnDeliveryDong) {
    await openParcelIncident(context, subject, order, 'parcel-cash-short', event);
    return;
  }
  const detail = { parcel: order.code, kind, attempt, eventAt: eventAt.toISOString(), collectedDong };
  await recordAct(context, subject.dossier, { act: 'record-parcel-event', facts: { detail } });
}
