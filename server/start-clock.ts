import { type SteppableClock } from './domain/clock';

/** The only clock of the house. Every part is handed it; outside production an administrator may step it. */
export function startClock(): SteppableClock {
  let offsetMs = 0;
  return {
    now: () => new Date(Date.now() + offsetMs),
    get offsetMs() {
      return offsetMs;
    },
    stepTo: (offset) => {
      offsetMs = offset;
    },
  };
}
