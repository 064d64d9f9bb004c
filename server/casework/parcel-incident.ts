import { type ParcelReport } from '../domain/parcels';
import { openIncident } from '../store/incidents';
import { type PostalOrderRow } from '../store/models/postal-order';
import { type Context } from './context';
import { type Case } from './read-case';
import { recordAct } from './record-act';

export type ParcelTrouble = 'parcel-contradiction' | 'parcel-cash-short' | 'parcel-unplaced' | 'parcel-lost';

/** Puts before a person what was reported of a parcel and no program may decide; the journal says that it was heard. */
export async function openParcelIncident(
  context: Context,
  { dossier }: Case,
  { code, cashOnDeliveryDong }: PostalOrderRow,
  kind: ParcelTrouble,
  report: ParcelReport,
): Promise<void> {
  const heard = { parcel: code, kind: report.kind, attempt: report.attempt, eventAt: report.eventAt.toISOString() };
  const cash = { dueDong: cashOnDeliveryDong, collectedDong: report.collectedDong };
  await openIncident(context.tx, { dossierId: dossier.id, kind, facts: { ...heard, ...cash }, openedAt: context.now });
  await recordAct(context, dossier, { act: 'record-parcel-event', facts: { detail: { ...heard, trouble: kind } } });
}
