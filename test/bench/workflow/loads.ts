import { median, percentile } from '../measure';
import { type Crew, type Load } from './crew';
import { type Mode, MODES, type Told } from './worker';

const ROUNDS = 3;
const SECONDS = 3;
export const LOADS: readonly Load[] = [1, 2].flatMap((processes) => [1, 8, 32].map((inFlight) => ({ processes, inFlight })));

export type Figures = { actsPerSecond: number; p50Ms: number; p95Ms: number; p99Ms: number; cpuMsPerAct: number };
/** What one load showed in each mode: one entry for each round. */
export type OfLoad = { load: Load; rounds: Record<Mode, Figures[]> };

/** All loads in all modes, in turn, again and again: what else the machine does in the meantime falls on all of them. */
export async function measureLoads(crew: Crew): Promise<OfLoad[]> {
  const measured = LOADS.map((load): OfLoad => ({ load, rounds: { ours: [], without: [], documented: [] } }));
  for (const mode of MODES) await crew.carryOut(mode, { processes: 2, inFlight: 4 }, SECONDS);
  for (let round = 0; round < ROUNDS; round++)
    for (const { load, rounds } of measured)
      for (const mode of MODES) rounds[mode].push(figuresOf(await crew.carryOut(mode, load, SECONDS)));
  for (const { load, rounds } of measured) for (const mode of MODES) say(load, mode, medianOf(rounds[mode]));
  return measured;
}

export function medianOf(rounds: readonly Figures[]): Figures {
  const of = (name: keyof Figures) => median(rounds.map((figures) => figures[name]));
  return {
    actsPerSecond: of('actsPerSecond'),
    p50Ms: of('p50Ms'),
    p95Ms: of('p95Ms'),
    p99Ms: of('p99Ms'),
    cpuMsPerAct: of('cpuMsPerAct'),
  };
}

function figuresOf(told: readonly Told[]): Figures {
  const tookMs = told.flatMap(({ timed }) => timed.map((act) => act.tookMs));
  return {
    actsPerSecond: tookMs.length / SECONDS,
    p50Ms: percentile(tookMs, 0.5),
    p95Ms: percentile(tookMs, 0.95),
    p99Ms: percentile(tookMs, 0.99),
    cpuMsPerAct: told.reduce((sum, { cpuMs }) => sum + cpuMs, 0) / tookMs.length,
  };
}

const NAMES = { ours: 'acts', without: 'the same statements without an engine', documented: 'bpmn-engine as documented' };

function say({ processes, inFlight }: Load, mode: Mode, { actsPerSecond, p50Ms, p95Ms, p99Ms, cpuMsPerAct }: Figures): void {
  const took = [p50Ms, p95Ms, p99Ms].map((value) => value.toFixed(0)).join('/');
  console.log(
    `${processes} process(es), ${inFlight} in flight, ${NAMES[mode]}: ${actsPerSecond.toFixed(0)} per second, p50/p95/p99 ${took} ms, ${cpuMsPerAct.toFixed(1)} ms of node's processor time each`,
  );
}
