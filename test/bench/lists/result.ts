import { median, type Result, rounded } from '../measure';
import { type Measured, type Percentiles, type Round } from './loads';
import { type Kind, KINDS } from './questions';

type Numbers = Record<string, number>;

/** `worklistOpenP95Ms`: at a hundred requests a second; `worklistClosedP95Ms`: of sixteen readers who ask on. */
export function resultOf(measured: Measured): Result {
  const ofAll = (numbersOf: (kind: Kind, rounds: Round[]) => Numbers): Numbers =>
    Object.assign({}, ...KINDS.map((kind) => numbersOf(kind, measured[kind]))) as Numbers;
  return {
    bench: 'lists',
    figures: ofAll((kind, rounds) => ({
      ...named(
        `${kind}Open`,
        rounds.map(({ open }) => open),
      ),
      ...named(
        `${kind}Closed`,
        rounds.map(({ ours }) => ours),
      ),
      [`${kind}ClosedPerSecond`]: rounded(median(rounds.map(({ oursPerSecond }) => oursPerSecond))),
    })),
    reference: ofAll((kind, rounds) => ({
      ...named(
        `${kind}Plain`,
        rounds.map(({ plain }) => plain),
      ),
      [`${kind}PlainPerSecond`]: rounded(median(rounds.map(({ plainPerSecond }) => plainPerSecond))),
    })),
    ratio: ofAll((kind, rounds) => ({
      [`${kind}P95ToPlain`]: rounded(median(rounds.map(({ ours, plain }) => ours.p95Ms / plain.p95Ms))),
      [`${kind}P50ToPlain`]: rounded(median(rounds.map(({ ours, plain }) => ours.p50Ms / plain.p50Ms))),
    })),
  };
}

const OPEN_BARS_MS: Record<Kind, number> = { worklist: 30, search: 60, tracking: 20 };

/** Says of every bar whether it was reached; the figures stand either way. */
export function sayBars({ figures, ratio }: Result): void {
  for (const kind of KINDS) {
    say(`${kind}, p95 at 100 a second`, figures[`${kind}OpenP95Ms`]!, OPEN_BARS_MS[kind], 'ms');
    say(`${kind}, p95 of sixteen readers`, ratio[`${kind}P95ToPlain`]!, 3, 'times express with plain pg');
  }
}

function say(what: string, value: number, most: number, unit: string): void {
  console.log(`${value <= most ? 'reached' : 'MISSED'}: ${what}, at most ${most} ${unit}: ${value}`);
}

function named(prefix: string, rounds: readonly Percentiles[]): Numbers {
  return Object.fromEntries(
    (['p50Ms', 'p95Ms', 'p99Ms'] as const).map((name) => [
      `${prefix}${name[0]!.toUpperCase()}${name.slice(1)}`,
      rounded(median(rounds.map((round) => round[name]))),
    ]),
  );
}
