import { type Perform } from '../casework/perform';
import { type SystemActor } from '../policies/actor';
import { purgeAttempts } from '../store/attempts';
import { purgeRequests } from '../store/requests';

const HOUSE: SystemActor = { kind: 'system', name: 'forgetting' };
const DAY_MS = 24 * 3_600_000;
/** What is promised to whoever repeats a request. */
const REQUESTS_KEPT_MS = 30 * DAY_MS;
/** Longer than any window and any lock of a counted try. */
const ATTEMPTS_KEPT_MS = DAY_MS;

/** Forgets what is kept for a while only: answers under their keys, and counted tries at the door. Answers how many. */
export async function forgetOld({ perform }: { perform: Perform }): Promise<number> {
  const { answer } = await perform({ actor: HOUSE, endpoint: 'forgetting' }, async ({ tx, now }) => {
    const requests = await purgeRequests(tx, new Date(now.getTime() - REQUESTS_KEPT_MS));
    return requests + (await purgeAttempts(tx, new Date(now.getTime() - ATTEMPTS_KEPT_MS)));
  });
  return answer;
}
