import { type Transaction } from 'sequelize';
import { InboxEvent, type InboxEventRow } from './models/inbox-event';
import { columns } from './records';
import { execute, json, rows } from './rows';

/** Takes in an event from outside. Answers false where its sender has sent it before: then nothing more is done with it. */
export async function acceptOnce(
  tx: Transaction,
  { source, eventId, receivedAt, payload }: Pick<InboxEventRow, 'source' | 'eventId' | 'receivedAt' | 'payload'>,
): Promise<boolean> {
  const entered = await execute(
    tx,
    'insert into inbox (source, event_id, received_at, payload) values ($1, $2, $3, $4::jsonb) on conflict (source, event_id) do nothing',
    [source, eventId, receivedAt, json(payload)],
  );
  return entered === 1;
}

/** Notes what became of an event: applied, ignored, given to a person. */
export async function noteOutcome(
  tx: Transaction,
  { source, eventId, outcome }: { source: string; eventId: string; outcome: string },
): Promise<void> {
  await execute(tx, 'update inbox set outcome = $3 where source = $1 and event_id = $2', [source, eventId, outcome]);
}

/** Events of a source that were taken in and not worked off: a process that died, or a database that went away, leaves them so. */
export async function waitingEvents(tx: Transaction, source: string, limit: number): Promise<InboxEventRow[]> {
  return rows<InboxEventRow>(
    tx,
    `select ${columns(InboxEvent)} from inbox where source = $1 and outcome is null order by received_at, event_id limit $2`,
    [source, limit],
  );
}
