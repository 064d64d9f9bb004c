import { type Perform } from '../casework/perform';
import { returnStrayTask } from '../commands/sweeps/return-stray-task';
import { localDateOf } from '../domain/local-time';
import { type SystemActor } from '../policies/actor';
import { strayTasks } from '../store/stray-tasks';

const HOUSE: SystemActor = { kind: 'system', name: 'posts' };
const AT_ONCE = 50;

/** Returns to the pool what nobody competent holds any more, each in its own transaction. Answers how many. */
export async function returnStrayTasks({ perform }: { perform: Perform }): Promise<number> {
  const act = { actor: HOUSE, endpoint: 'stray-tasks' };
  const { answer: stray } = await perform(act, ({ tx, now }) =>
    strayTasks(tx, { staffId: null, onDate: localDateOf(now), limit: AT_ONCE }),
  );
  let returned = 0;
  for (const task of stray) if ((await perform(act, (context) => returnStrayTask(context, task))).answer) returned += 1;
  return returned;
}
