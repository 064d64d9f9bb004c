import { type Perform } from '../casework/perform';
import { ringTimer } from '../commands/sweeps/ring-timer';
import { type SystemActor } from '../policies/actor';
import { dueTimers } from '../store/tasks';

const CLOCK: SystemActor = { kind: 'system', name: 'clock' };
const AT_ONCE = 50;

/** Rings what is due, each timer in its own transaction; a repeat finds it closed and does nothing. Answers how many rang. */
export async function ringTimers({ perform, reportFault }: { perform: Perform; reportFault: (fault: unknown) => void }): Promise<number> {
  const act = { actor: CLOCK, endpoint: 'timers' };
  const { answer: due } = await perform(act, ({ tx, now }) => dueTimers(tx, now, AT_ONCE));
  let rang = 0;
  for (const { id, dossierId } of due) {
    try {
      const { answer: isRung } = await perform(act, (context) => ringTimer(context, { taskId: id, dossierId }));
      if (isRung) rang += 1;
    } catch (fault) {
      reportFault(fault);
    }
  }
  return rang;
}
