import { execute, json, row } from './rows';
import { type Transaction } from './transaction';

export type OpenHandOver = { handOverId: string; dossierId: string; givenBy: string; givenAt: Date; papers: string[] };

/** Gives a dossier from one body to another; it counts only once the other side has confirmed (R27). */
export async function giveDossier(
  tx: Transaction,
  given: {
    kind: 'forward' | 'result' | 'post';
    fromAgencyId: number;
    toAgencyId: number;
    givenBy: string;
    givenAt: Date;
    dossierId: string;
    papers: readonly string[];
  },
): Promise<void> {
  const handOver = await row<{ id: string }>(
    tx,
    'insert into hand_overs (kind, from_agency_id, to_agency_id, given_by, given_at) values ($1, $2, $3, $4, $5) returning id',
    [given.kind, given.fromAgencyId, given.toAgencyId, given.givenBy, given.givenAt],
  );
  await execute(tx, 'insert into hand_over_items (hand_over_id, dossier_id, papers) values ($1, $2, $3::jsonb)', [
    handOver!.id,
    given.dossierId,
    json(given.papers),
  ]);
}

/** The last hand-over of this kind, received or not. */
export async function findLastHandOver(
  tx: Transaction,
  dossierId: string,
  kind: 'result' | 'post',
): Promise<{ givenBy: string; givenAt: Date; papers: string[] } | undefined> {
  return row(
    tx,
    `select h.given_by as "givenBy", h.given_at as "givenAt", i.papers
       from hand_over_items i join hand_overs h on h.id = i.hand_over_id
      where i.dossier_id = $1 and h.kind = $2 order by h.given_at desc limit 1`,
    [dossierId, kind],
  );
}

/** The hand-over of this kind that waits for the other side. */
export async function findOpenHandOver(tx: Transaction, dossierId: string, kind: 'forward' | 'result'): Promise<OpenHandOver | undefined> {
  return row<OpenHandOver>(
    tx,
    `select h.id as "handOverId", i.dossier_id as "dossierId", h.given_by as "givenBy", h.given_at as "givenAt", i.papers
       from hand_over_items i join hand_overs h on h.id = i.hand_over_id
      where i.dossier_id = $1 and h.kind = $2 and i.received_at is null and i.returned_at is null
      order by h.given_at desc limit 1`,
    [dossierId, kind],
  );
}

export async function receiveDossier(
  tx: Transaction,
  { handOverId, dossierId }: OpenHandOver,
  received: { by: string; at: Date },
): Promise<void> {
  await execute(tx, 'update hand_over_items set received_by = $3, received_at = $4 where hand_over_id = $1 and dossier_id = $2', [
    handOverId,
    dossierId,
    received.by,
    received.at,
  ]);
}

export async function sendDossierBack(
  tx: Transaction,
  { handOverId, dossierId }: OpenHandOver,
  returned: { at: Date; reason: string },
): Promise<void> {
  await execute(tx, 'update hand_over_items set returned_at = $3, returned_reason = $4 where hand_over_id = $1 and dossier_id = $2', [
    handOverId,
    dossierId,
    returned.at,
    returned.reason,
  ]);
}

/** When the division confirmed its receipt: from then its own limits count (R01, R02, R28). */
export async function findReceiptOfDivision(tx: Transaction, dossierId: string): Promise<Date | undefined> {
  const received = await row<{ at: Date }>(
    tx,
    `select i.received_at as at from hand_over_items i join hand_overs h on h.id = i.hand_over_id
      where i.dossier_id = $1 and h.kind = 'forward' and i.received_at is not null order by i.received_at desc limit 1`,
    [dossierId],
  );
  return received?.at;
}
