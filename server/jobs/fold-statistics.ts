import { type Perform } from '../casework/perform';
import { localDateOf } from '../domain/local-time';
import { addDays } from '../domain/plain-date';
import { type SystemActor } from '../policies/actor';
import { foldDeltas } from '../store/statistics';

const HOUSE: SystemActor = { kind: 'system', name: 'statistics' };
/** Acts count on their own day; one that is entered late counts on a day that has passed (R26). */
const DAYS_BACK = 31;

/** Folds what acts added to the counts, so that a report reads few lines. Answers how many lines went. */
export async function foldStatistics({ perform }: { perform: Perform }): Promise<number> {
  const act = { actor: HOUSE, endpoint: 'statistics' };
  return (await perform(act, ({ tx, now }) => foldDeltas(tx, addDays(localDateOf(now), -DAYS_BACK)))).answer;
}
