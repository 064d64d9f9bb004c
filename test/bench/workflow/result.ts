import { median, type Result, rounded } from '../measure';
import { type Comparison } from './engine-cpu';
import { type Figures, medianOf, type OfLoad } from './loads';
import { type Mode } from './worker';

type Engines = { sixty: Comparison; sameDay: Comparison };

/** Names end in the load: `Of2At8` is of two processes at eight in flight. */
export function resultOf(loads: readonly OfLoad[], { sixty, sameDay }: Engines): Result {
  const named = (mode: Mode) => Object.assign({}, ...loads.map((one) => namedFigures(one, medianOf(one.rounds[mode])))) as Numbers;
  const prefixed = (prefix: string, numbers: Numbers) =>
    Object.fromEntries(Object.entries(numbers).map(([name, value]) => [`${prefix}${name[0]!.toUpperCase()}${name.slice(1)}`, value]));
  return {
    bench: 'workflow',
    figures: {
      ...named('ours'),
      stepCpuMsOnSixty: rounded(sixty.oursCpuMs),
      stepCpuMsOnSameDay: rounded(sameDay.oursCpuMs),
      medianStateBytes: median([...sameDay.ourStates]),
      medianStateBytesOnSixty: median([...sixty.ourStates]),
    },
    reference: {
      ...prefixed('withoutEngine', named('without')),
      ...prefixed('documented', named('documented')),
      documentedStepCpuMsOnSixty: rounded(sixty.theirsCpuMs),
      documentedStepCpuMsOnSameDay: rounded(sameDay.theirsCpuMs),
      documentedMedianStateBytes: median([...sameDay.theirStates]),
      documentedMedianStateBytesOnSixty: median([...sixty.theirStates]),
    },
    ratio: {
      stepCpuOnSixty: rounded(sixty.ratio),
      stepCpuOnSameDay: rounded(sameDay.ratio),
      ...(Object.assign({}, ...loads.map(ratiosOf)) as Numbers),
    },
  };
}

/** Says of every bar whether it was reached; the figures stand either way. */
export function sayBars({ figures, ratio }: Result): void {
  const bars: [what: string, value: number, isReached: (value: number) => boolean][] = [
    ['acts per second of two processes, at least 100', figures['actsPerSecondOf2At8']!, (value) => value >= 100],
    ['p99 at 8 in flight, at most 500 ms', Math.max(figures['p99MsOf1At8']!, figures['p99MsOf2At8']!), (value) => value <= 500],
    ['processor time of a step on sixty activities, at most 0.40 of as documented', ratio['stepCpuOnSixty']!, (value) => value <= 0.4],
    ['processor time of a step on the same-day diagram, at most 0.65', ratio['stepCpuOnSameDay']!, (value) => value <= 0.65],
    ['median position, at most 2000 bytes gzipped', figures['medianStateBytes']!, (value) => value <= 2000],
  ];
  for (const [what, value, isReached] of bars) console.log(`${isReached(value) ? 'reached' : 'MISSED'}: ${what}: ${value}`);
}

type Numbers = Record<string, number>;

function namedFigures({ load }: OfLoad, figures: Figures): Numbers {
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [`${name}${suffixOf(load)}`, rounded(value)]));
}

function ratiosOf({ load, rounds }: OfLoad): Numbers {
  const to = (mode: Mode) =>
    rounded(median(rounds.ours.map(({ actsPerSecond }, round) => actsPerSecond / rounds[mode][round]!.actsPerSecond)));
  return { [`actsToWithoutEngine${suffixOf(load)}`]: to('without'), [`actsToDocumented${suffixOf(load)}`]: to('documented') };
}

function suffixOf({ processes, inFlight }: OfLoad['load']): string {
  return `Of${processes}At${inFlight}`;
}
