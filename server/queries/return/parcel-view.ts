import { refuseUnless } from '../../domain/refusal';
import { judgeParcelReport } from '../../policies/tasks';
import { readDossier } from '../../store/dossiers';
import { parcelEventsOf } from '../../store/parcel-events';
import { findParcel } from '../../store/postal-orders';
import { type Reader } from '../reader';

/** A parcel and what was reported of it, for those who may report on it. */
export async function parcelView({ tx, actor }: Reader, parcelCode: string) {
  const order = await findParcel(tx, parcelCode);
  refuseUnless(order, 'parcel-unknown');
  judgeParcelReport(actor, await readDossier(tx, order.dossierId));
  return { order, events: await parcelEventsOf(tx, order.id) };
}
