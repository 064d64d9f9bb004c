import { createHash } from 'node:crypto';
import { Engine } from 'bpmn-engine';
import { type Facts } from '../../../server/domain/facts';
import { loadContext, moddleExtensions } from '../../../server/workflow/compile';
import { type Context, type Definition } from '../../../server/workflow/engine-parts';
import { expressions } from '../../../server/workflow/expressions';
import { external, saveOutput } from '../../../server/workflow/extensions';
import { nameInstance } from '../../../server/workflow/repairs';
import { houseTypes } from '../../../server/workflow/replaced-types';
import { StepTrace, traceStep } from '../../../server/workflow/step-trace';
import { type OpenWait, openWaits } from '../../../server/workflow/waits';
import { engineVersion, type Stale, type Step, type Wait, type WorkflowEvent } from '../../../server/workflow/workflow';

type Running = { definitions: Definition[]; isRunning: boolean; signal(message: { id: string; executionId: string }): void };

const still = { executing: [], setTimeout: () => ({}), clearTimeout: () => {} };

/**
 * The same steps through bpmn-engine as its documentation shows them: executed
 * from the source, the whole state as JSON between two steps, recovered and
 * resumed by a new engine, tasks answered through `execution.signal`. Of ours it
 * has only what our diagrams cannot do without: FEEL conditions, joins that wait,
 * timers without a date, services that wait for the outbox. No slice, no guard.
 */
export class DocumentedEngine {
  private readonly source: string;
  private readonly context: Context;

  constructor(source: string, compiled: string) {
    this.source = source;
    this.context = loadContext(compiled);
  }

  async open(_variables: object, facts: Facts): Promise<Step> {
    const trace = new StepTrace(facts);
    const engine = new Engine({ ...this.options(trace), source: this.source } as never);
    return this.result(engine, trace, (await engine.execute()) as unknown as Running, []);
  }

  async advance(state: Buffer, event: WorkflowEvent): Promise<Step | Stale> {
    const trace = new StepTrace(event.facts);
    const engine = new Engine(this.options(trace) as never).recover(JSON.parse(state.toString()));
    const running = (await engine.resume()) as unknown as Running;
    const before = openWaits(running.definitions[0]!, this.context);
    const wait = before.find(({ executionId }) => executionId === event.executionId);
    if (!wait) return { stale: true };
    this.answer(running, wait, event);
    return this.result(engine, trace, running, before);
  }

  /** A signal finds user tasks; a service, an event, or one of several instances (a signal would complete them all) is answered by its own handle. */
  private answer(running: Running, wait: OpenWait, event: WorkflowEvent): void {
    const output = 'output' in event ? event.output : undefined;
    if (event.kind === 'fire') wait.api.cancel();
    else if (wait.kind !== 'user' || wait.instance) wait.api.signal(output ?? {});
    else running.signal({ id: wait.elementId, executionId: wait.executionId, ...output });
  }

  private async result(engine: Engine, trace: StepTrace, running: Running, before: OpenWait[]): Promise<Step> {
    const ended = !running.isRunning;
    const after = ended ? [] : openWaits(running.definitions[0]!, this.context);
    const state = Buffer.from(JSON.stringify(await engine.getState()));
    return {
      stale: false,
      state,
      stateSha256: createHash('sha256').update(state).digest('hex'),
      engineVersion,
      active: null,
      ended,
      waits: after.map(bare),
      opened: after.filter((wait) => !isIn(before, wait)).map(bare),
      closed: before.filter((wait) => !isIn(after, wait)).map(bare),
      status: trace.statuses.at(-1) ?? null,
      statuses: trace.statuses,
      entered: trace.entered,
      done: trace.done,
      flows: trace.flows,
      now: [],
    };
  }

  private options(trace: StepTrace) {
    return {
      name: 'dossier',
      moddleOptions: moddleExtensions,
      elements: houseTypes,
      expressions,
      extensions: { external, nameInstance, saveOutput, traceStep },
      services: { trace },
      timers: { ...still, register: () => still },
    };
  }
}

function bare({ api: _api, ...wait }: OpenWait): Wait {
  return wait;
}

function isIn(list: readonly Wait[], { executionId }: Wait): boolean {
  return list.some((one) => one.executionId === executionId);
}
