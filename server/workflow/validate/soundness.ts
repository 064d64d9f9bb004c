import { setImmediate } from 'node:timers/promises';
import { type DiagramFaultCode } from '../../domain/words/diagram-faults';
import { type Context } from '../engine-parts';
import { Oracle, type Token, Unsound } from '../oracle';
import { type Part, type Shape, shapeOf } from '../oracle-shape';
import { seededRandom } from '../random';

export type Unsoundness = { elementId: string; code: DiagramFaultCode; what: string };
const MAX_STEPS = 400;
/** A task that many walks have not reached is looked for so many times longer. */
const PATIENCE = 100;
const BREATH = 10;

/**
 * Random walks over tokens: no join that waits for ever, no token left over, no
 * task open twice or never reached, and an end. The seed is the diagram's own
 * hash, so a verdict never changes.
 */
export async function findUnsound(context: Context, walks: number, seed: number): Promise<Unsoundness[]> {
  const random = seededRandom(seed);
  const shape = shapeOf(context, { condition: () => random() < 0.5, count: () => 1 + Math.floor(random() * 3) });
  const found = new Map<string, Unsoundness>();
  const judge = new Walker(shape, random, found);
  const tasks = [...shape.parts.values()].filter(({ type }) => type.endsWith('Task'));
  const isLacking = () => tasks.some(({ id }) => !judge.reached.has(id));
  let ended = 0;
  for (let walk = 0; !found.size && (walk < walks || (walk < PATIENCE * walks && isLacking())); walk++) {
    if (judge.walk()) ended++;
    if (walk === walks - 1 && !ended) judge.fault(shape.main, 'never-ends');
    if (walk % BREATH === 0) await setImmediate();
  }
  if (!found.size) for (const { id } of tasks) if (!judge.reached.has(id)) judge.fault(id, 'never-reached');
  return [...found.values()];
}

class Walker {
  readonly reached = new Set<string>();
  private readonly shape: Shape;
  private readonly random: () => number;
  private readonly found: Map<string, Unsoundness>;
  private readonly main: Set<string>;
  private readonly done = new Map<string, number>();

  constructor(shape: Shape, random: () => number, found: Map<string, Unsoundness>) {
    this.shape = shape;
    this.random = random;
    this.found = found;
    this.main = mainPaths(shape);
  }

  fault(elementId: string, code: DiagramFaultCode, what = ''): void {
    this.found.set(`${elementId} ${code}`, { elementId, code, what });
  }

  /** One walk; whether it came to an end. */
  walk(): boolean {
    try {
      const oracle = new Oracle(this.shape);
      for (let step = 0; step < MAX_STEPS && !oracle.ended && !this.found.size; step++) this.step(oracle);
      if (oracle.ended) for (const key of oracle.joins.keys()) this.fault(joinOf(key), 'join-waits');
      return oracle.ended;
    } catch (error) {
      if (error instanceof Unsound) this.fault(error.elementId, error.fault === 'join-waits' ? 'join-waits' : 'walk-failed', error.fault);
      else this.fault(this.shape.main, 'walk-failed', error instanceof Error ? error.message : String(error));
      return false;
    }
  }

  private step(oracle: Oracle): void {
    for (const { element } of oracle.tokens) this.reached.add(element);
    const twice = oracle.tokens.find((one) => this.main.has(one.element) && oracle.tokens.some((other) => isSecond(one, other)));
    if (twice) return this.fault(twice.element, 'two-at-once');
    const wait = choose(oracle.waits(), oracle, this.done, this.random);
    if (!wait) return this.fault(this.shape.main, 'never-ends');
    const code = this.random() < 0.3 ? oracle.mayFail(wait) : undefined;
    if (code) oracle.fail(wait, code);
    else oracle.complete(wait);
    for (const [key, arrived] of oracle.joins)
      if ([...arrived.values()].some((tokens) => tokens > 1)) this.fault(joinOf(key), 'join-twice');
  }
}

/**
 * What to do next on a random walk: now and then anything; mostly not what takes
 * the whole dossier away (a withdrawal would end most walks early); and often
 * what was done least, or deep tasks would count as never reached.
 */
export function choose(waits: Token[], oracle: Oracle, done: Map<string, number>, random: () => number): Token | undefined {
  const plain = waits.filter((token) => {
    const { attachedTo, isInterrupting } = oracle.partOf(token);
    return !attachedTo || !isInterrupting;
  });
  const list = plain.length && random() < 0.97 ? plain : waits;
  const rarest = list.toSorted((a, b) => (done.get(a.element) ?? 0) - (done.get(b.element) ?? 0))[0];
  const chosen = random() < 0.5 ? rarest : list[Math.floor(random() * list.length)];
  if (chosen) done.set(chosen.element, (done.get(chosen.element) ?? 0) + 1);
  return chosen;
}

/** What does not hang on a non-interrupting boundary event: a second reminder is no fault. */
function mainPaths({ starts, parts, boundaries }: Shape): Set<string> {
  const main = new Set<string>();
  const queue: (Part | undefined)[] = [...starts.values()].flat();
  while (queue.length) {
    const part = queue.pop();
    if (!part || main.has(part.id)) continue;
    main.add(part.id);
    queue.push(...part.out.map(({ to }) => parts.get(to)));
    queue.push(...(boundaries.get(part.id) ?? []).filter(({ isInterrupting }) => isInterrupting));
  }
  return main;
}

/** A second token in one activity or sub-process; the instances of a multi-instance are not. */
function isSecond(one: Token, other: Token): boolean {
  return other !== one && one.index === undefined && other.element === one.element && other.scope === one.scope;
}

function joinOf(key: string): string {
  return key.slice(key.indexOf('/') + 1);
}
