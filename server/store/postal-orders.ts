import { type CreationAttributes } from 'sequelize';
import { refuseUnless } from '../domain/refusal';
import { PostalOrder, type PostalOrderRow } from './models/postal-order';
import { changeRecord, columns, findRecord, insertRecord } from './records';
import { row, rows } from './rows';
import { type Transaction } from './transaction';

export async function insertPostalOrder(tx: Transaction, values: CreationAttributes<PostalOrder>): Promise<PostalOrderRow> {
  return insertRecord(tx, PostalOrder, values);
}

export async function readPostalOrder(tx: Transaction, id: string): Promise<PostalOrderRow> {
  const order = await findRecord(tx, PostalOrder, id);
  refuseUnless(order, 'parcel-unknown');
  return order;
}

/** The parcel of this code, ours or the carrier's own. */
export async function findParcel(tx: Transaction, code: string): Promise<PostalOrderRow | undefined> {
  return row<PostalOrderRow>(
    tx,
    `select ${columns(PostalOrder)} from postal_orders where code = $1 or carrier_code = $1 order by code = $1 desc, made_at desc limit 1`,
    [code],
  );
}

export async function changePostalOrder(
  tx: Transaction,
  id: string,
  changes: Partial<Pick<PostalOrderRow, 'state' | 'carrierCode' | 'collectedDong' | 'attempts' | 'handedOverAt' | 'finishedAt'>>,
): Promise<void> {
  await changeRecord(tx, PostalOrder, id, changes);
}

/** The parcels of a dossier, the oldest first. */
export async function parcelsOf(tx: Transaction, dossierId: string): Promise<PostalOrderRow[]> {
  return rows<PostalOrderRow>(tx, `select ${columns(PostalOrder)} from postal_orders where dossier_id = $1 order by made_at, code`, [
    dossierId,
  ]);
}

/** The parcel that has the result now and is not back or delivered. */
export async function findParcelOut(tx: Transaction, dossierId: string): Promise<PostalOrderRow | undefined> {
  return row<PostalOrderRow>(
    tx,
    `select ${columns(PostalOrder)} from postal_orders
     where dossier_id = $1 and direction = 'to-home' and handed_over_at is not null and finished_at is null
     order by made_at desc limit 1`,
    [dossierId],
  );
}
