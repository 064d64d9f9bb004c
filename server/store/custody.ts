import { execute, rows } from './rows';
import { type Transaction } from './transaction';

export type CustodyEvent = { what: string; holder: string; holderName: string; at: Date; journalNumber: number };

/** Notes who holds the papers or the result from now on. Append-only. */
export async function noteCustody(tx: Transaction, dossierId: string, event: CustodyEvent): Promise<void> {
  await execute(
    tx,
    'insert into custody_events (dossier_id, what, holder, holder_name, at, journal_number) values ($1, $2, $3, $4, $5, $6)',
    [dossierId, event.what, event.holder, event.holderName, event.at, event.journalNumber],
  );
}

/** The chain of custody, oldest first. */
export async function custodyOf(tx: Transaction, dossierId: string): Promise<CustodyEvent[]> {
  return rows<CustodyEvent>(
    tx,
    `select what, holder, holder_name as "holderName", at, journal_number as "journalNumber" from custody_events where dossier_id = $1 order by id`,
    [dossierId],
  );
}
