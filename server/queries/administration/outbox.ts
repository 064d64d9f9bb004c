import { type OutboxEntryRow } from '../../store/models/outbox-entry';
import { countOutbox, listDead, listFailing, type OutboxCount } from '../../store/outbox';
import { type Reader } from '../reader';

const MOST = 200;

/** What waits to leave, by topic, what has failed and is tried again, and what has failed too often. What it says of people stays unread. */
export async function readOutbox({ tx }: Reader): Promise<{ topics: OutboxCount[]; failing: OutboxEntryRow[]; dead: OutboxEntryRow[] }> {
  return { topics: await countOutbox(tx), failing: await listFailing(tx, MOST), dead: await listDead(tx, MOST) };
}
