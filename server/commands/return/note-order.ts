import { type Context } from '../../casework/context';
import { openIncident } from '../../store/incidents';
import { changePostalOrder, readPostalOrder } from '../../store/postal-orders';

/** The carrier has the order, under its own number where the counter gave none before. */
export async function noteOrderPlaced(
  { tx }: Context,
  { postalOrderId, carrierCode }: { postalOrderId: string; carrierCode: string },
): Promise<void> {
  const order = await readPostalOrder(tx, postalOrderId);
  if (order.carrierCode === null) await changePostalOrder(tx, postalOrderId, { carrierCode });
}

/** The carrier will not have it, and says why: only a person can go on from there. */
export async function noteOrderRefused(
  { tx, now }: Context,
  { postalOrderId, why }: { postalOrderId: string; why: string },
): Promise<void> {
  const { dossierId, code } = await readPostalOrder(tx, postalOrderId);
  await openIncident(tx, { dossierId, kind: 'postal-order-refused', facts: { parcel: code, why }, openedAt: now });
}
