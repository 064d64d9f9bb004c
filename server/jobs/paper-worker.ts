import { parentPort } from 'node:worker_threads';
import { Refusal } from '../domain/refusal';
import { paperWork } from './paper-work';

type Order = { id: number; work: keyof typeof paperWork; input: never };

/** One worker thread: takes orders one by one, and answers each with its value, its refusal or its fault. */
parentPort?.on('message', ({ id, work, input }: Order) => {
  void Promise.resolve()
    .then(() => (paperWork[work] as (given: never) => Promise<unknown>)(input))
    .then(
      (value) => ({ id, value }),
      (reason: unknown) => ({ id, ...reported(reason) }),
    )
    .then((answer) => parentPort?.postMessage(answer));
});

function reported(reason: unknown) {
  if (reason instanceof Refusal) return { refusal: { code: reason.code, facts: reason.facts } };
  return { fault: reason instanceof Error ? (reason.stack ?? reason.message) : String(reason) };
}
