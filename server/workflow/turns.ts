import { setImmediate } from 'node:timers/promises';
import pLimit from 'p-limit';

/**
 * Engine steps are work for the processor: more of them at once adds only waiting
 * and the time a dossier's row stays locked. Scale by processes.
 */
export const STEPS_AT_ONCE = 2;
const turns = pLimit(STEPS_AT_ONCE);

/** Runs one engine step when its turn comes; the process answers other requests in between. */
export function inTurn<Result>(step: () => Promise<Result>): Promise<Result> {
  return turns(async () => {
    await setImmediate();
    return step();
  });
}
