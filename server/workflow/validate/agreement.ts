import { type Model } from '../diagram-model';
import { Oracle, type Token } from '../oracle';
import { shapeOf } from '../oracle-shape';
import { Decisions, seededRandom } from '../random';
import { TrialWalk } from '../walking';
import { type Wait } from '../workflow';
import { choose } from './soundness';

const MAX_STEPS = 200;

/**
 * Walks of the engine beside the oracle on this very diagram, recovered after
 * every step: they must show the same waits all the way. Answers the first
 * difference, or nothing.
 */
export async function findDisagreement(model: Model, walks: number, seed: number): Promise<string | undefined> {
  const done = new Map<string, number>();
  for (let walk = 1; walk <= walks; walk++) {
    try {
      const difference = await walkTogether(model, `${seed}/${walk}`, walk, done);
      if (difference) return difference;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
  return undefined;
}

async function walkTogether(model: Model, name: string, walk: number, done: Map<string, number>): Promise<string | undefined> {
  const theirs = new Decisions(name);
  const list = Array.from({ length: 1 + (walk % 3) }, (_, index) => ({ key: `agency-${index}` }));
  const random = seededRandom(walk * 31 + 7);
  const oracle = new Oracle(shapeOf(model.context, { condition: (text, index) => theirs.decide(text, index), count: () => list.length }));
  const engine = new TrialWalk(model, name, list);
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
    step = await engine.answer(step, wait, code);
  }
  return undefined;
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
