import { type Facts } from '../../../server/domain/facts';
import { type Step, type Stale, type WorkflowEvent } from '../../../server/workflow/workflow';
import { type Steps } from './engine-cpu';

/** What an engine answered to one dossier: to the filing (key ''), and to each wait by its execution id. */
export type Recorded = Map<string, Step>;

/** Notes what an engine answers. */
export class RecordingEngine implements Steps {
  readonly recorded: Recorded = new Map();
  private readonly engine: Steps;

  constructor(engine: Steps) {
    this.engine = engine;
  }

  async open(variables: object, facts: Facts): Promise<Step> {
    const step = await this.engine.open(variables, facts);
    this.recorded.set('', step);
    return step;
  }

  async advance(state: Buffer, event: WorkflowEvent, known: Pick<Step, 'waits' | 'active'>): Promise<Step | Stale> {
    const step = await this.engine.advance(state, event, known);
    if (!step.stale) this.recorded.set(event.executionId, step);
    return step;
  }
}

/**
 * No engine at all: every dossier is told what was once answered to another one
 * that went the same way. What is left of an act is its policies, its rules and
 * exactly the statements and rows that it writes with the engine.
 */
export class NoEngine implements Steps {
  private readonly recorded: Recorded;

  constructor(recorded: Recorded) {
    this.recorded = recorded;
  }

  async open(): Promise<Step> {
    return this.answer('');
  }

  async advance(_state: Buffer, event: WorkflowEvent): Promise<Step> {
    return this.answer(event.executionId);
  }

  private answer(key: string): Step {
    const step = this.recorded.get(key);
    if (!step) throw new Error('a dossier has gone another way than the one that was recorded');
    return step;
  }
}
