import { type ParcelAnswer } from '../contract/return-shapes';
import { type ParcelEventKind } from '../domain/parcels';
import { type ParcelEventRow } from '../store/models/parcel-event';
import { type PostalOrderRow } from '../store/models/postal-order';

type Shown = { order: PostalOrderRow; events: readonly (ParcelEventRow & { kind: ParcelEventKind })[] };

/** Shapes a parcel for the post and the centre. Who takes it stands on the envelope, not here. */
export function presentParcel({ order, events }: Shown): ParcelAnswer {
  return {
    code: order.code,
    carrierCode: order.carrierCode,
    direction: order.direction,
    state: order.state,
    attempts: order.attempts,
    cashOnDeliveryDong: order.cashOnDeliveryDong,
    collectedDong: order.collectedDong,
    finishedAt: order.finishedAt?.toISOString() ?? null,
    events: events.map(({ kind, attempt, eventAt, reason, isContradiction }) => ({
      kind,
      attempt,
      eventAt: eventAt.toISOString(),
      reason,
      isContradiction,
    })),
  };
}
