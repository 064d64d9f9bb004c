import { unknownFacts } from '../domain/facts';
import { type Model } from './diagram-model';
import { expressions } from './expressions';
import { Decisions } from './random';
import { type Step, type Wait, Workflow, type WorkflowEvent } from './workflow';

/** A diagram walked for a trial: its conditions are answered by decisions that can be repeated, its lists by one of the walk's own. No real dossier is touched. */
export class TrialWalk {
  private readonly workflow: Workflow;
  private readonly decisions: Decisions;
  private forget: () => void;

  constructor(model: Model, name: string, list: unknown[]) {
    this.decisions = new Decisions(name);
    this.forget = this.decisions.remember();
    const given = givenAnswers(model, list);
    this.workflow = new Workflow(model, {
      onRepeat: () => this.forget(),
      expressions: {
        ...expressions,
        resolveExpression: (text, { environment, content }) => {
          if (!expressions.isExpression(text)) return text;
          // an early completion of instances is not part of the trial
          if (content?.loopOutput) return false;
          if (given.has(text)) return given.get(text);
          return this.decisions.decide(text, (environment.variables['instance'] as { index: number } | undefined)?.index);
        },
      },
    });
  }

  open(): Promise<Step> {
    return this.workflow.open({}, unknownFacts);
  }

  /** Answers one wait as somebody outside would; with a code, a service fails. */
  async answer(before: Pick<Step, 'state' | 'waits' | 'active'>, wait: Wait, code: string | undefined): Promise<Step> {
    this.forget = this.decisions.remember();
    const step = await this.workflow.advance(before.state, eventFor(wait, code), before);
    if (step.stale) throw new Error(`${wait.elementId} was not waiting`);
    return step;
  }
}

/** What the expressions that are no conditions give on a trial: a list, its length, some time. */
function givenAnswers({ elements }: Model, list: unknown[]): Map<string, unknown> {
  const given = new Map<string, unknown>();
  for (const { behaviour } of elements.values()) {
    const loop = behaviour?.loopCharacteristics?.behaviour;
    if (loop?.collection) given.set(loop.collection, list);
    if (typeof loop?.loopCardinality === 'string') given.set(loop.loopCardinality, list.length);
    for (const { behaviour: time } of behaviour?.eventDefinitions ?? []) {
      if (time?.timeDuration) given.set(time.timeDuration, 'PT1H');
      if (time?.timeCycle) given.set(time.timeCycle, 'R2/PT1H');
      if (time?.timeDate) given.set(time.timeDate, '2020-01-01T00:00:00Z');
    }
  }
  return given;
}

function eventFor({ executionId, kind }: Wait, code: string | undefined): WorkflowEvent {
  const asked = { executionId, facts: unknownFacts };
  if (code) return { ...asked, kind: 'fail', code, message: 'trial' };
  if (kind === 'timer') return { ...asked, kind: 'fire' };
  return { ...asked, kind: kind === 'message' ? 'message' : 'complete', output: {} };
}
