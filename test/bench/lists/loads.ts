import { median, percentile } from '../measure';
import { closedLoop, openClient, openLoop } from './load';
import { type Kind, KINDS, type Questions } from './questions';
import { randomFrom } from './random';

const ROUNDS = 3;
const SECONDS = 4;
const PER_SECOND = 100;
const READERS = 16;

/** Milliseconds; `open`: a hundred a second, `ours` and `plain`: sixteen closed readers. */
export type Percentiles = { p50Ms: number; p95Ms: number; p99Ms: number };
export type Round = { open: Percentiles; ours: Percentiles; plain: Percentiles; oursPerSecond: number; plainPerSecond: number };
export type Measured = Record<Kind, Round[]>;

/** All kinds of questions in turn, round after round, the two servers one after the other within each. */
export async function measureLists(urls: { ours: string; plain: string }, questions: Questions): Promise<Measured> {
  const [ours, plain] = [openClient(urls.ours), openClient(urls.plain)];
  const random = randomFrom(7);
  const measured: Measured = { worklist: [], search: [], tracking: [] };
  const askOurs = (kind: Kind) => ({ ask: ours.ask, next: () => questions[kind](random).ours, seconds: SECONDS });
  const askPlain = (kind: Kind) => ({ ask: plain.ask, next: () => questions[kind](random).plain, seconds: SECONDS });
  for (const kind of KINDS) {
    await closedLoop(askOurs(kind), READERS);
    await closedLoop(askPlain(kind), READERS);
  }
  for (let round = 0; round < ROUNDS; round++)
    for (const kind of KINDS) {
      const open = await openLoop(askOurs(kind), PER_SECOND, random);
      const closed = await closedLoop(askOurs(kind), READERS);
      const bare = await closedLoop(askPlain(kind), READERS);
      measured[kind].push({
        open: percentilesOf(open),
        ours: percentilesOf(closed.tookMs),
        plain: percentilesOf(bare.tookMs),
        oursPerSecond: closed.perSecond,
        plainPerSecond: bare.perSecond,
      });
    }
  for (const kind of KINDS) say(kind, measured[kind]);
  ours.close();
  plain.close();
  return measured;
}

function percentilesOf(tookMs: readonly number[]): Percentiles {
  return { p50Ms: percentile(tookMs, 0.5), p95Ms: percentile(tookMs, 0.95), p99Ms: percentile(tookMs, 0.99) };
}

function say(kind: Kind, rounds: readonly Round[]): void {
  const shown = (which: 'open' | 'ours' | 'plain') =>
    (['p50Ms', 'p95Ms', 'p99Ms'] as const).map((name) => median(rounds.map((round) => round[which][name])).toFixed(1)).join('/');
  const rate = (which: 'oursPerSecond' | 'plainPerSecond') => median(rounds.map((round) => round[which])).toFixed(0);
  console.log(
    `${kind}: p50/p95/p99 at 100 a second ${shown('open')} ms; sixteen readers ${shown('ours')} ms (${rate('oursPerSecond')} a second), express with plain pg ${shown('plain')} ms (${rate('plainPerSecond')} a second)`,
  );
}
