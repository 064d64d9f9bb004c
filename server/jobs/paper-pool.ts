import { Worker } from 'node:worker_threads';
import { Refusal, type RefusalCode } from '../domain/refusal';
import { type PaperWork } from './paper-work';

type Work = keyof PaperWork;
type InputOf<Name extends Work> = Parameters<PaperWork[Name]>[0];
type ValueOf<Name extends Work> = Awaited<ReturnType<PaperWork[Name]>>;

/** Where papers are drawn, prepared and judged. */
export type PaperRoom = { [Name in Work]: (input: InputOf<Name>) => Promise<ValueOf<Name>> };

type Answer = { id: number; value?: unknown; refusal?: { code: RefusalCode; facts: Record<string, unknown> }; fault?: string };
type Order = { id: number; work: Work; input: unknown; resolve: (value: unknown) => void; reject: (reason: Error) => void };
type Desk = { worker: Worker; order: Order | undefined };

/**
 * Worker threads for papers: as many as there are processors to spare, each with
 * one order at a time. A thread that dies takes its one order with it, and a new
 * one sits down in its place.
 *
 * @param file the built `jobs/paper-worker.js`
 */
export function openPaperPool({ file, size }: { file: string; size: number }): PaperRoom & { close(): Promise<void> } {
  const queue: Order[] = [];
  const desks: Desk[] = [];
  let last = 0;
  let isClosed = false;

  function sit(desk: Desk): void {
    desk.worker = new Worker(file);
    desk.worker.unref();
    desk.worker.on('message', (answer: Answer) => {
      const { order } = desk;
      desk.order = undefined;
      if (order) settle(order, answer);
      handOut();
    });
    desk.worker.on('error', (fault) => {
      desk.order?.reject(fault instanceof Error ? fault : new Error(String(fault)));
      desk.order = undefined;
    });
    desk.worker.on('exit', () => {
      desk.order?.reject(new Error('the paper worker ended'));
      desk.order = undefined;
      if (isClosed) return;
      sit(desk);
      handOut();
    });
  }

  function handOut(): void {
    for (const desk of desks) {
      if (desk.order || !queue.length) continue;
      desk.order = queue.shift()!;
      desk.worker.ref();
      desk.worker.postMessage({ id: desk.order.id, work: desk.order.work, input: desk.order.input });
    }
    for (const desk of desks) if (!desk.order) desk.worker.unref();
  }

  function ask<Name extends Work>(work: Name): PaperRoom[Name] {
    const given = (input: InputOf<Name>) =>
      new Promise<unknown>((resolve, reject) => {
        if (isClosed) return reject(new Error('the paper pool is closed'));
        queue.push({ id: ++last, work, input, resolve, reject });
        handOut();
      });
    return given as PaperRoom[Name];
  }

  for (let at = 0; at < size; at += 1) {
    const desk = { order: undefined } as unknown as Desk;
    desks.push(desk);
    sit(desk);
  }
  return {
    render: ask('render'),
    prepare: ask('prepare'),
    judge: ask('judge'),
    async close() {
      isClosed = true;
      for (const order of queue.splice(0)) order.reject(new Error('the paper pool is closed'));
      await Promise.all(desks.map(({ worker }) => worker.terminate()));
    },
  };
}

function settle({ resolve, reject }: Order, { value, refusal, fault }: Answer): void {
  if (refusal) reject(new Refusal(refusal.code, refusal.facts));
  else if (fault !== undefined) reject(new Error(fault));
  else resolve(value);
}
