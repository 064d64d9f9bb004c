/** One round of a sweep; answers how much it did. */
export type Round = { name: string; everySeconds: number; run: () => Promise<number> };

/**
 * Runs each sweep again and again, one at a time, until it is stopped. A round
 * that found work is followed by the next at once; one that fails is reported and
 * tried again after its pause, so that a database that is away for a while stops
 * nothing for good. Stopping waits for the rounds that are under way.
 */
export function startRounds(rounds: readonly Round[], reportFault: (fault: unknown) => void): { stop(): Promise<void> } {
  let isStopping = false;
  const wake = new Set<() => void>();
  const running = rounds.map((round) => again(round));

  async function again({ everySeconds, run }: Round): Promise<void> {
    while (!isStopping) {
      const done = await run().catch((fault: unknown) => {
        reportFault(fault);
        return 0;
      });
      if (!done) await pause(everySeconds * 1000);
    }
  }

  function pause(milliseconds: number): Promise<void> {
    if (isStopping) return Promise.resolve();
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        wake.delete(end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      wake.add(end);
    });
  }

  return {
    async stop() {
      isStopping = true;
      for (const end of wake) end();
      await Promise.all(running);
    },
  };
}
