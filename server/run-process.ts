import { PlainSentence } from './domain/plain-sentence';

/** The life of one process: what it opened, and when it must end. */
export interface Life {
  /** Aborts when the process is asked to end; long work looks at it between its steps. */
  readonly ending: AbortSignal;
  /** What was opened last is closed first, whatever ends the process. */
  readonly onEnd: (close: () => Promise<void>) => void;
  /** Ends the process because of `fault`. */
  readonly fail: (fault: unknown) => void;
}

/**
 * Runs one program from its start to its orderly end: a server until it is
 * asked to stop, a command until it is done. Exit code 0 for either, 1 after a
 * fault, 130 where it was interrupted before it was done.
 */
export async function runProcess(work: (life: Life) => Promise<void>): Promise<never> {
  const ending = new AbortController();
  const closers: (() => Promise<void>)[] = [];
  let code = 0;
  const fail = (fault: unknown): void => {
    report(fault);
    code = 1;
    ending.abort();
  };
  // `on`, not `once`: npm repeats the signal of a Ctrl+C, and the second would kill the process half-stopped.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => ending.abort());
  process.on('uncaughtException', fail);
  try {
    await work({ ending: ending.signal, onEnd: (close) => void closers.push(close), fail });
  } catch (fault) {
    if (!ending.signal.aborted) fail(fault);
    else code ||= 130;
  }
  for (const close of closers.reverse()) await close().catch(fail);
  process.exit(code);
}

/** Waits until the process is asked to end. */
export function untilEnding({ ending }: Life): Promise<void> {
  return new Promise((resolve) => {
    if (ending.aborted) return resolve();
    ending.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** An expected "no" is one sentence; anything else is a fault of ours and is shown whole. */
function report(fault: unknown): void {
  console.error(fault instanceof PlainSentence ? fault.message : fault);
}
