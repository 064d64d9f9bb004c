import { unknownFacts } from '../../domain/facts';
import { loadContext } from '../compile';
import { type Context } from '../engine-parts';
import { expressions } from '../expressions';
import { Oracle, type Token } from '../oracle';
import { shapeOf } from '../oracle-shape';
import { Decisions, seededRandom } from '../random';
import { type Step, type Wait, Workflow, type WorkflowEvent } from '../workflow';
import { choose } from './soundness';

const MAX_STEPS = 200;

/**
 * Walks of the engine beside the oracle on this very diagram, recovered after
 * every step: they must show the same waits all the way. Answers the first
 * difference, or nothing.
 */
export async function findDisagreement(compiled: string, walks: number, seed: number): Promise<string | undefined> {
  const done = new Map<string, number>();
  for (let walk = 1; walk <= walks; walk++) {
    try {
      const difference = await walkTogether(compiled, `${seed}/${walk}`, walk, done);
      if (difference) return difference;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
  return undefined;
}

async function walkTogether(compiled: string, name: string, walk: number, done: Map<string, number>): Promise<string | undefined> {
  const theirs = new Decisions(name);
  const list = Array.from({ length: 1 + (walk % 3) }, (_, index) => ({ key: `agency-${index}` }));
  const random = seededRandom(walk * 31 + 7);
  const oracle = new Oracle(
    shapeOf(loadContext(compiled), { condition: (text, index) => theirs.decide(text, index), count: () => list.length }),
  );
  const engine = decidingWorkflow(compiled, new Decisions(name), list);
  let step = await engine.open();
  for (let count = 0; count < MAX_STEPS; count++) {
    const tokens = oracle.waits();
    const [mine, others] = [seen(step.waits.map(labelOf)), seen(tokens.map((token) => labelOfToken(token, oracle)))];
    if (mine !== others || step.ended !== oracle.ended) return `${mine || 'end'} / ${others || 'end'}`;
    if (step.ended) return undefined;
    // a second reminder waits in the engine's queue, unseen: only what both show is answered
    const open = tokens.filter((token, place) => tokens.findIndex((one) => isSame(one, token, oracle)) === place);
    const token = choose(open, oracle, done, random);
    const wait = token && step.waits.find((one) => labelOf(one) === labelOfToken(token, oracle));
    if (!wait) return `${mine} / ${others}`;
    const code = random() < 0.3 ? oracle.mayFail(token) : undefined;
    if (code) oracle.fail(token, code);
    else oracle.complete(token);
    step = await engine.advance(step, eventFor(wait, code));
  }
  return undefined;
}

/** The engine on this diagram, its conditions answered by shared decisions and its lists by one of the walk's own. */
function decidingWorkflow(compiled: string, decisions: Decisions, list: unknown[]) {
  let forget = decisions.remember();
  const given = givenAnswers(loadContext(compiled), list);
  const workflow = new Workflow(compiled, {
    onRepeat: () => forget(),
    expressions: {
      ...expressions,
      resolveExpression(text, { environment, content }) {
        if (!expressions.isExpression(text)) return text;
        // an early completion of instances is not part of the comparison
        if (content?.loopOutput) return false;
        if (given.has(text)) return given.get(text);
        return decisions.decide(text, (environment.variables['instance'] as { index: number } | undefined)?.index);
      },
    },
  });
  return {
    open: () => workflow.open({}, unknownFacts),
    async advance(before: Step, event: WorkflowEvent): Promise<Step> {
      forget = decisions.remember();
      const step = await workflow.advance(before.state, event, before);
      if (step.stale) throw new Error(`${event.executionId} was not waiting`);
      return step;
    },
  };
}

/** What the expressions that are no conditions give on a walk: a list, its length, some time. */
function givenAnswers(context: Context, list: unknown[]): Map<string, unknown> {
  const given = new Map<string, unknown>();
  for (const { behaviour } of context.getActivities()) {
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
  if (code) return { ...asked, kind: 'fail', code, message: 'walk' };
  if (kind === 'timer') return { ...asked, kind: 'fire' };
  return { ...asked, kind: kind === 'message' ? 'message' : 'complete', output: {} };
}

function labelOf({ elementId, instance }: Wait): string {
  return instance ? `${elementId}@${instance.index}` : elementId;
}

function labelOfToken(token: Token, oracle: Oracle): string {
  const index = token.index ?? oracle.indexAt(token.scope);
  return index === undefined ? token.element : `${token.element}@${index}`;
}

function isSame(one: Token, other: Token, oracle: Oracle): boolean {
  return labelOfToken(one, oracle) === labelOfToken(other, oracle);
}

function seen(labels: string[]): string {
  return [...new Set(labels)].sort().join();
}
