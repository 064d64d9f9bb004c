import { type ParcelEventKind } from '../domain/parcels';
import { ParcelEvent, type ParcelEventRow } from './models/parcel-event';
import { columns, insertRecord } from './records';
import { row, rows } from './rows';
import { type Transaction } from './transaction';

export type NewParcelEvent = Omit<ParcelEventRow, 'id' | 'kind'> & { kind: ParcelEventKind };

/** The report of this kind and attempt, from whatever source it came. */
export async function findParcelEvent(
  tx: Transaction,
  { postalOrderId, kind, attempt }: Pick<NewParcelEvent, 'postalOrderId' | 'kind' | 'attempt'>,
): Promise<ParcelEventRow | undefined> {
  return row<ParcelEventRow>(
    tx,
    `select ${columns(ParcelEvent)} from parcel_events where postal_order_id = $1 and kind = $2 and attempt = $3`,
    [postalOrderId, kind, attempt],
  );
}

export async function insertParcelEvent(tx: Transaction, event: NewParcelEvent): Promise<ParcelEventRow> {
  return insertRecord(tx, ParcelEvent, event);
}

/** What was reported of a parcel, by the time at which it happened. */
export async function parcelEventsOf(tx: Transaction, postalOrderId: string): Promise<(ParcelEventRow & { kind: ParcelEventKind })[]> {
  return rows(tx, `select ${columns(ParcelEvent)} from parcel_events where postal_order_id = $1 order by event_at, received_at, id`, [
    postalOrderId,
  ]);
}
