import { gzipSync } from 'node:zlib';
import { type Facts, unknownFacts } from '../../../server/domain/facts';
import { type Step, type Stale, type Wait, type WorkflowEvent } from '../../../server/workflow/workflow';
import { cpuOf, median } from '../measure';
import { type Line } from './walks';

/** What both engines can do. */
export type Steps = {
  open(variables: object, facts: Facts): Promise<Step>;
  advance(state: Buffer, event: WorkflowEvent, known: Pick<Step, 'waits' | 'active'>): Promise<Step | Stale>;
};

const KNOWN: Partial<Facts> = {
  channel: 'online',
  returnWay: 'online',
  receiptNeeded: true,
  draftConfirmation: true,
  paymentDue: false,
  feeCleared: true,
};
const KINDS = { user: 'complete', service: 'complete', timer: 'fire', message: 'message' } as const;

/** Walks one dossier to its end, as a server would: each step from the stored bytes of the one before. Answers the bytes of every position. */
export async function walkOnce(engine: Steps, lines: readonly Line[]): Promise<Buffer[]> {
  let facts: Facts = { ...unknownFacts, ...KNOWN, sectorNumber: 'none', resultKind: 'electronic' };
  let step = await engine.open({}, facts);
  const states = [step.state];
  for (const [elementId, learned, output] of lines) {
    facts = { ...facts, ...learned };
    const next = await engine.advance(step.state, eventFor(waitAt(step, elementId), facts, output), step);
    if (next.stale) throw new Error(`${elementId} was not waiting`);
    step = next;
    states.push(step.state);
  }
  if (!step.ended) throw new Error(`the walk ends at ${step.waits.map((wait) => wait.elementId).join()}`);
  return states.slice(0, -1);
}

/** Milliseconds for each step, and the bytes of each position, gzipped. */
export type Comparison = { oursCpuMs: number; theirsCpuMs: number; ratio: number; ourStates: number[]; theirStates: number[] };

const ROUNDS = 5;
const WALKS = 6;

/** Processor time for each step of complete walks, the two engines in turn: medians over the rounds. */
export async function compareEngines(ours: Steps, theirs: Steps, lines: readonly Line[]): Promise<Comparison> {
  const perStep = async (engine: Steps) => {
    const cpu = await cpuOf(async () => {
      for (let walk = 0; walk < WALKS; walk++) await walkOnce(engine, lines);
    });
    return cpu / (WALKS * (lines.length + 1));
  };
  await perStep(ours);
  await perStep(theirs);
  const [own, documented]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    own.push(await perStep(ours));
    documented.push(await perStep(theirs));
  }
  return {
    oursCpuMs: median(own),
    theirsCpuMs: median(documented),
    ratio: median(own.map((value, round) => value / documented[round]!)),
    ourStates: (await walkOnce(ours, lines)).map(({ length }) => length),
    theirStates: (await walkOnce(theirs, lines)).map((state) => gzipSync(state).length),
  };
}

function waitAt({ waits }: Step, elementId: string): Wait {
  const wait = waits.find((one) => one.elementId === elementId);
  if (!wait) throw new Error(`${elementId} is not open; open are ${waits.map((one) => one.elementId).join()}`);
  return wait;
}

function eventFor({ executionId, kind }: Wait, facts: Facts, output: Record<string, unknown> | undefined): WorkflowEvent {
  const asked = { executionId, facts };
  if (kind === 'timer') return { ...asked, kind: 'fire' };
  return { ...asked, kind: KINDS[kind], ...(output ? { output } : {}) };
}
