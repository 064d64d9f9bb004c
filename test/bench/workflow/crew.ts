import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type Filed } from './walker';
import { type Hiring, type Mode, type Order, type Told } from './worker';

export type Load = { processes: number; inFlight: number };
export type Crew = { carryOut(mode: Mode, load: Load, seconds: number): Promise<Told[]>; dismiss(): void };

/** No process gets through more in one go. */
const AT_MOST = 400;

/** Processes of the office that work out of one heap of drafts. A process that ends by itself ends the bench. */
export async function hireCrew(size: number, hiring: Hiring, filed: Filed[]): Promise<Crew> {
  const heap = [...filed];
  const workers = Array.from({ length: size }, () => fork(process.argv[1]!, [], { serialization: 'advanced', execArgv: process.execArgv }));
  await Promise.all(workers.map((worker) => told(worker, { hiring })));

  async function order(worker: ChildProcess, mode: Mode, walkers: number, seconds: number): Promise<Told> {
    const mine = heap.splice(0, AT_MOST);
    const answer = (await told(worker, { order: { mode, walkers, seconds, filed: mine } })) as Told;
    if (answer.used === mine.length) throw new Error('the drafts have run out');
    heap.push(...mine.slice(answer.used));
    return answer;
  }

  /** In flight over all processes; fewer than processes means that they take turns. */
  async function carryOut(mode: Mode, { processes, inFlight }: Load, seconds: number): Promise<Told[]> {
    const crew = workers.slice(0, processes);
    if (inFlight >= processes) return Promise.all(crew.map((worker) => order(worker, mode, inFlight / processes, seconds)));
    const answers: Told[] = [];
    for (const worker of crew) answers.push(await order(worker, mode, inFlight, seconds / processes));
    return answers;
  }

  return { carryOut, dismiss: () => workers.forEach((worker) => worker.disconnect()) };
}

async function told(worker: ChildProcess, message: { hiring: Hiring } | { order: Order }): Promise<unknown> {
  const settled = new AbortController();
  const { signal } = settled;
  try {
    const answer = once(worker, 'message', { signal });
    const ended = once(worker, 'exit', { signal }).then(([code]) => Promise.reject(new Error(`a process has ended with ${code}`)));
    worker.send(message);
    const [first] = (await Promise.race([answer, ended])) as [unknown];
    return first;
  } finally {
    settled.abort();
  }
}
