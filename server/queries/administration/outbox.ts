import { type OutboxEntryRow } from '../../store/models/outbox-entry';
import { countOutbox, listDead, type OutboxCount } from '../../store/outbox';
import { type Reader } from '../reader';

const MOST = 200;

/** What waits to leave, by topic, and what has failed too often. What it says of people stays unread. */
export async function readOutbox({ tx }: Reader): Promise<{ topics: OutboxCount[]; dead: OutboxEntryRow[] }> {
  return { topics: await countOutbox(tx), dead: await listDead(tx, MOST) };
}
