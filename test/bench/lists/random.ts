import { seededRandom } from '../../../server/workflow/random';

export type Random = {
  /** From 0 to 1, without 1. */
  number: () => number;
  /** A whole number below the limit. */
  below: (limit: number) => number;
  /** One of these, as often as its weight says. */
  among: <Value>(weighted: readonly (readonly [Value, number])[]) => Value;
  /** How long until the next of events that come at this mean distance, independent of one another. */
  untilNext: (mean: number) => number;
  /** A version 4 identifier. */
  uuid: () => string;
};

/** The same numbers in every run: two runs of a bench compare like with like. */
export function randomFrom(seed: number): Random {
  const number = seededRandom(seed);
  const below = (limit: number) => Math.floor(number() * limit);
  return {
    number,
    below,
    among(weighted) {
      let rest = number() * weighted.reduce((sum, [, weight]) => sum + weight, 0);
      const found = weighted.find(([, weight]) => (rest -= weight) < 0) ?? weighted.at(-1);
      return found![0];
    },
    untilNext: (mean) => -Math.log(1 - number()) * mean,
    uuid() {
      const hex = Array.from({ length: 8 }, () => below(65_536).toString(16).padStart(4, '0')).join('');
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
    },
  };
}
