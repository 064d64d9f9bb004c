import { performance } from 'node:perf_hooks';
import { type CaseworkParts } from '../../../server/casework/parts';
import { buildParts } from '../../../server/casework/build-parts';
import { performing, type Perform } from '../../../server/casework/perform';
import { openDatabase } from '../../../server/store/database';
import { readDiagramVersion } from '../../../server/store/published-versions';
import { type Workflow } from '../../../server/workflow/workflow';
import { MORNING } from '../../support/one-stop';
import { type Cast } from './acts';
import { DocumentedEngine } from './as-documented';
import { type Steps } from './engine-cpu';
import { NoEngine, type Recorded } from './without-engine';
import { type Filed, type Timed, walkUntil } from './walker';

/** With the house's own engine, with none, or with bpmn-engine as its documentation shows it. */
export const MODES = ['ours', 'without', 'documented'] as const;
export type Mode = (typeof MODES)[number];

/** What a process is told once; `source` is the diagram as XML. */
export type Hiring = { appUrl: string; cast: Cast; source: string; recorded: Recorded };
/** So many dossiers at a time, for so long, out of these. */
export type Order = { mode: Mode; walkers: number; seconds: number; filed: Filed[] };
/** `used`: how many of them were begun. */
export type Told = { timed: Timed[]; used: number; cpuMs: number };

/** One process of the office: its own pool, its own engine. Orders come from the process that measures, and end with it. */
export function work(): void {
  let performs: Record<Mode, Perform>;
  let cast: Cast;
  process.on('disconnect', () => process.exit(0));
  process.on('message', (message: { hiring: Hiring } | { order: Order }) => {
    if ('hiring' in message) {
      ({ cast } = message.hiring);
      performs = performsOf(message.hiring);
      process.send!('ready');
    } else void carryOut(performs[message.order.mode], cast, message.order).then((told) => process.send!(told));
  });
}

/** The parts of one process, with the engine exchanged. */
export function partsWith(engineOf: (compiled: string) => Steps): CaseworkParts {
  const engines = new Map<string, Steps>();
  return {
    ...buildParts(morningClock()),
    async workflowOf(tx, id) {
      const kept = engines.get(id) ?? engineOf((await readDiagramVersion(tx, id)).compiled);
      engines.set(id, kept);
      return kept as Workflow;
    },
  };
}

function performsOf({ appUrl, recorded, source }: Hiring): Record<Mode, Perform> {
  const database = openDatabase(appUrl);
  const none = new NoEngine(recorded);
  const performWith = (parts: CaseworkParts) => performing(database, parts).perform;
  return {
    ours: performWith(buildParts(morningClock())),
    without: performWith(partsWith(() => none)),
    documented: performWith(partsWith((compiled) => new DocumentedEngine(source, compiled))),
  };
}

/** A clock that goes on from a working morning, whatever the hour is. */
function morningClock(): { now: () => Date } {
  const [from, began] = [new Date(MORNING).getTime(), Date.now()];
  return { now: () => new Date(from + Date.now() - began) };
}

async function carryOut(perform: Perform, cast: Cast, { walkers, seconds, filed }: Order): Promise<Told> {
  const before = process.cpuUsage();
  const untilMs = performance.now() + seconds * 1000;
  let used = 0;
  const walks = Array.from({ length: walkers }, () => walkUntil({ perform, cast, untilMs }, () => filed[used++]));
  const timed = (await Promise.all(walks)).flat();
  const { user, system } = process.cpuUsage(before);
  return { timed, used: Math.min(used, filed.length), cpuMs: (user + system) / 1000 };
}
