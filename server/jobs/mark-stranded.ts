import { type Perform } from '../casework/perform';
import { NO_WAY_OUT } from '../domain/words/outbox';
import { type SystemActor } from '../policies/actor';
import { markStranded } from '../store/outbox';

const HOUSE: SystemActor = { kind: 'system', name: 'outbox' };
/** So long another process, which knows the topic, may still come and take it. */
const PATIENCE_SECONDS = 60;

/**
 * Marks what waits in the outbox and nobody here takes, such as a postal order in
 * a house without a postal gateway: it waits on, untried, on the administrator's
 * list with its reason, and leaves by itself once there is a way. Answers how many
 * were newly marked.
 */
export async function markStrandedEntries({ perform, topics }: { perform: Perform; topics: readonly string[] }): Promise<number> {
  const act = { actor: HOUSE, endpoint: 'outbox' };
  const { answer } = await perform(act, ({ tx, now }) =>
    markStranded(tx, { topics, at: now, before: new Date(now.getTime() - PATIENCE_SECONDS * 1000), fault: NO_WAY_OUT }),
  );
  return answer;
}
