import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import { type Random } from './random';

/** One request to send. */
export type Question = { method: 'GET' | 'POST'; path: string; headers: Record<string, string>; body?: string };
export type Answered = { status: number; body: string };

/** A client that keeps its connections, as a browser or a proxy does. */
export function openClient(url: string): { ask: (question: Question) => Promise<Answered>; close: () => void } {
  const { hostname, port } = new URL(url);
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  function ask({ method, path, headers, body }: Question): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const sent =
        body === undefined ? headers : { ...headers, 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) };
      const going = request({ hostname, port, method, path, headers: sent, agent }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString() }));
        response.on('error', reject);
      });
      going.on('error', reject);
      going.end(body);
    });
  }
  return { ask, close: () => agent.destroy() };
}

type Load = { ask: (question: Question) => Promise<Answered>; next: () => Question; seconds: number };

/**
 * So many requests a second, come what may: each at its own instant (independent
 * arrivals), and its time counted from that instant, so that a server that falls
 * behind is charged for all who wait.
 */
export async function openLoop({ ask, next, seconds }: Load, perSecond: number, random: Random): Promise<number[]> {
  const tookMs: number[] = [];
  const going: Promise<void>[] = [];
  const from = performance.now();
  for (let at = 0; at < seconds * 1000; at += random.untilNext(1000 / perSecond)) {
    const instant = from + at;
    const early = instant - performance.now();
    if (early > 1) await new Promise((resolve) => setTimeout(resolve, early - 1));
    while (performance.now() < instant) await new Promise((resolve) => setImmediate(resolve));
    going.push(answeredFrom(ask, next(), instant).then((took) => void tookMs.push(took)));
  }
  await Promise.all(going);
  return tookMs;
}

/** So many readers who ask again as soon as they are answered. */
export async function closedLoop({ ask, next, seconds }: Load, readers: number): Promise<{ tookMs: number[]; perSecond: number }> {
  const tookMs: number[] = [];
  const until = performance.now() + seconds * 1000;
  async function read(): Promise<void> {
    while (performance.now() < until) tookMs.push(await answeredFrom(ask, next(), performance.now()));
  }
  await Promise.all(Array.from({ length: readers }, read));
  return { tookMs, perSecond: tookMs.length / seconds };
}

async function answeredFrom(ask: Load['ask'], question: Question, instant: number): Promise<number> {
  const { status, body } = await ask(question);
  const took = performance.now() - instant;
  if (status !== 200) throw new Error(`${question.method} ${question.path}: ${status} ${body}`);
  return took;
}
