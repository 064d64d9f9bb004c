import { createHash } from 'node:crypto';
import { Engine } from 'bpmn-engine';
import { type Facts, unknownFacts } from '../domain/facts';
import { loadContext } from './compile';
import { slice } from './context-slice';
import { analyse, type Model } from './diagram-model';
import { type Context, type Definition } from './engine-parts';
import { decisionByFacts } from './decisions';
import { type Expressions, expressions } from './expressions';
import { type Extensions, houseExtensions } from './extensions';
import { DamagedState, digestOf, elementsNow, guard } from './guard';
import { type Beginning } from './reach';
import { houseTypes, type TypeReplacements } from './replaced-types';
import { engineVersion, openState, type OpenState, zip } from './saved-state';
import { type Position, type Stale, type Step, type Variables, type WorkflowEvent } from './step';
import { StepTrace } from './step-trace';
import { inTurn } from './turns';
import { type Known, type Wait } from './wait';
import { type OpenWait, openWaits } from './waits';

export { DamagedState } from './guard';
export { engineVersion } from './saved-state';
export { type Position, type Stale, type Step, type Variables, type WorkflowEvent } from './step';
export { type Known, type Wait, type WaitKind } from './wait';
export { type Facts } from '../domain/facts';

/** The event does not fit the wait, or it left the dossier without a way on. The transaction goes back; an incident. */
export class StepImpossible extends Error {
  override name = 'StepImpossible';
}

/** What the engine is put together from; tests and the validator exchange parts of it. */
export type Parts = {
  types: TypeReplacements;
  extensions: Extensions;
  expressions: Expressions;
  isSliced: boolean;
  /** Told before a step is repeated on the whole diagram. */
  onRepeat(): void;
};
export const houseParts: Parts = { types: houseTypes, extensions: houseExtensions, expressions, isSliced: true, onRepeat: () => {} };

const FITTING = { user: ['complete'], service: ['complete', 'fail'], timer: ['fire'], message: ['message'] };
const still = { executing: [], setTimeout: () => ({}), clearTimeout: () => {} };
const silent = { debug: () => {}, error: () => {}, warn: () => {} };
const fixed = {
  name: 'dossier',
  timers: { ...still, register: () => still },
  scripts: { register: () => undefined, getScript: () => undefined },
  settings: { disableTrackState: true },
  Logger: () => silent,
};

type Running = { definitions: Definition[]; isRunning: boolean };

/**
 * One published diagram, which any of its dossiers may take its next step in. Data
 * in, data out: no database, no clock of its own, nothing kept between two steps.
 * Made once per definition version and shared.
 */
export class Workflow {
  readonly model: Model;
  private readonly parts: Parts;
  /** How many steps were repeated on the whole diagram. */
  repeated = 0;

  /** `compiled` comes from compileDiagram(); or the model of a workflow of the same types. */
  constructor(compiled: string | Model, parts: Partial<Parts> = {}) {
    this.parts = { ...houseParts, ...parts };
    this.model = typeof compiled === 'string' ? analyse(loadContext(compiled, this.parts.types)) : compiled;
  }

  /** Begins a dossier and runs to its first waits. */
  open(variables: Variables, facts: Facts): Promise<Step> {
    const { context, starts } = this.model;
    const first = context.getExecutableProcesses().flatMap(({ id }) => starts.get(id) ?? []);
    return this.step({ active: first, answered: first }, facts, variables, async (engine, trace) =>
      this.result(engine, trace, (await engine.execute()) as unknown as Running, []),
    );
  }

  /**
   * Answers one wait. `known` is what the database says is open: all rows, timers
   * and messages too, and the digest. Stale: somebody was faster, nothing has
   * changed. Throws DamagedState, StepImpossible or the engine's own error; then
   * nothing may be written.
   */
  advance(state: Buffer, event: WorkflowEvent, known: Known): Promise<Step | Stale> {
    const saved = openState(state);
    const answered = known.waits.filter(({ executionId }) => executionId === event.executionId).map(({ elementId }) => elementId);
    return this.step({ active: saved.active, answered }, event.facts, {}, async (engine, trace) => {
      const { running, definition, waits } = await this.recover(engine, saved);
      guard(known, { waits, active: digestOf(definition) });
      const wait = waits.find(({ executionId }) => executionId === event.executionId);
      if (!wait) return { stale: true };
      answer(wait, event);
      return this.result(engine, trace, running, waits, wait);
    });
  }

  /** What a stored position says is open, without touching it: for checks, and for folding a journal again. */
  look(state: Buffer): Promise<Position> {
    const saved = openState(state);
    return this.step({ active: saved.active, answered: [] }, unknownFacts, {}, async (engine) => {
      const { definition, waits } = await this.recover(engine, saved);
      return { waits: waits.map(bare), active: digestOf(definition), now: elementsNow(definition) };
    });
  }

  private async recover(engine: Engine, saved: OpenState) {
    try {
      const running = (await engine.recover(saved.take()).resume()) as unknown as Running;
      const [definition] = running.definitions;
      if (!definition) throw new Error('no definition');
      return { running, definition, waits: openWaits(definition, this.model.context) };
    } catch (cause) {
      throw new DamagedState(`the position cannot be recovered: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    }
  }

  private async result(engine: Engine, trace: StepTrace, running: Running, before: OpenWait[], answered?: OpenWait): Promise<Step> {
    const [definition] = running.definitions;
    const ended = !running.isRunning;
    if (!definition) throw new StepImpossible('no definition is running');
    const after = ended ? [] : openWaits(definition, this.model.context);
    if (!ended && !after.length) throw new StepImpossible('nothing is open and nothing has ended');
    if (answered && isIn(after, answered)) throw new StepImpossible(`nothing happened at ${answered.elementId}`);
    const state = zip(await engine.getState());
    return {
      stale: false,
      state,
      stateSha256: createHash('sha256').update(state).digest('hex'),
      engineVersion,
      active: ended ? null : digestOf(definition),
      ended,
      waits: after.map(bare),
      opened: after.filter((wait) => !isIn(before, wait)).map(bare),
      closed: before.filter((wait) => !isIn(after, wait)).map(bare),
      status: trace.statuses.at(-1) ?? null,
      statuses: trace.statuses,
      entered: trace.entered,
      done: trace.done,
      flows: trace.flows,
      now: ended ? [] : elementsNow(definition),
    };
  }

  /** On the slice; if a token left it, once more on the whole diagram. */
  private step<Answer>(
    from: Pick<Beginning, 'active' | 'answered'>,
    facts: Facts,
    variables: Variables,
    run: (engine: Engine, trace: StepTrace) => Promise<Answer>,
  ): Promise<Answer> {
    const attempt = (view: Context, trace: StepTrace) => run(new Engine(this.engineOptions(view, trace, variables)), trace);
    return inTurn(async () => {
      if (this.parts.isSliced) {
        const trace = new StepTrace(facts);
        try {
          const answer = await attempt(slice(this.model, { ...from, foretell: (condition) => this.foretell(condition, facts) }), trace);
          if (!trace.isOutside) return answer;
        } catch (error) {
          if (!trace.isOutside) throw error;
        }
        this.repeated++;
        this.parts.onRepeat();
      }
      return attempt(this.model.whole, new StepTrace(facts));
    });
  }

  /** Only where conditions are answered by the facts themselves: not on a trial. */
  private foretell(condition: string, facts: Facts): boolean | undefined {
    return this.parts.expressions === expressions ? decisionByFacts(condition, facts) : undefined;
  }

  private engineOptions(view: Context, trace: StepTrace, variables: Variables) {
    const { extensions, expressions } = this.parts;
    return { ...fixed, extensions, expressions, sourceContext: view, services: { trace }, variables: structuredClone(variables) } as never;
  }
}

/** Each wait is answered by its own handle, never by a broadcast: exactly this one, in exactly this instance. */
function answer(wait: OpenWait, event: WorkflowEvent): void {
  if (!FITTING[wait.kind].includes(event.kind)) throw new StepImpossible(`${event.kind} does not fit ${wait.elementId}`);
  switch (event.kind) {
    case 'fire':
      return wait.api.cancel();
    case 'fail':
      return wait.api.fail({ code: event.code, message: event.message });
    case 'complete':
    case 'message':
      return wait.api.signal(event.output ?? {});
  }
}

function bare({ api: _api, ...wait }: OpenWait): Wait {
  return wait;
}

function isIn(list: readonly Wait[], { executionId }: Wait): boolean {
  return list.some((one) => one.executionId === executionId);
}
