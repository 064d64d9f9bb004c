import { type Context } from '../casework/context';
import { type Perform } from '../casework/perform';
import { type Clock } from '../casework/parts';
import { type SystemActor } from '../policies/actor';
import { claimBatch, markDone, markFailed } from '../store/outbox';
import { type OutboxEntryRow } from '../store/models/outbox-entry';

/** What a topic's worker may do: slow work first, outside every lock; then `finish` once, in one transaction with the entry's own end. */
export type Delivery = {
  entry: OutboxEntryRow;
  now: () => Date;
  /** Runs a command of the house and marks the entry done, together or not at all. */
  finish: <Answer>(command: (context: Context) => Promise<Answer>) => Promise<Answer>;
  /** Reads or writes beside, before the slow work; does not end the entry. */
  perform: <Answer>(command: (context: Context) => Promise<Answer>) => Promise<Answer>;
};

export type Topic = (delivery: Delivery) => Promise<void>;

const LEASE_SECONDS = 60;
const AT_ONCE = 10;

const OUTBOX: SystemActor = { kind: 'system', name: 'outbox' };

/**
 * Delivers what waits in the outbox: claims a few entries under a lease that
 * outlives a dead worker, works on each outside every lock, and ends it together
 * with what the work changed. What fails comes back later; what keeps failing
 * lies dead on the administrator's list. Answers how many entries it worked on.
 */
export async function deliverOutbox({
  perform,
  clock,
  topics,
  reportFault,
}: {
  perform: Perform;
  clock: Clock;
  topics: Readonly<Record<string, Topic>>;
  reportFault: (fault: unknown) => void;
}): Promise<number> {
  const act = { actor: OUTBOX, endpoint: 'outbox' };
  const { answer: entries } = await perform(act, ({ tx, now }) =>
    claimBatch(tx, { at: now, leaseUntil: new Date(now.getTime() + LEASE_SECONDS * 1000), limit: AT_ONCE, topics: Object.keys(topics) }),
  );
  for (const entry of entries) await deliver(entry);
  return entries.length;

  async function deliver(entry: OutboxEntryRow): Promise<void> {
    const run = async <Answer>(command: (context: Context) => Promise<Answer>) => (await perform(act, command)).answer;
    try {
      await topics[entry.topic]!({
        entry,
        now: () => clock.now(),
        perform: run,
        finish: (command) =>
          run(async (context) => {
            const answer = await command(context);
            await markDone(context.tx, entry.id, context.now);
            return answer;
          }),
      });
    } catch (fault) {
      reportFault(fault);
      await run(({ tx, now }) => markFailed(tx, entry, { fault: faultText(fault), at: now }));
    }
  }
}

function faultText(fault: unknown): string {
  return fault instanceof Error ? `${fault.name}: ${fault.message}`.slice(0, 500) : 'unknown';
}
