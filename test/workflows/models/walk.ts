import { compileDiagram, loadContext } from '../../../server/workflow/compile';
import { expressions } from '../../../server/workflow/expressions';
import { Oracle, type Token } from '../../../server/workflow/oracle';
import { shapeOf } from '../../../server/workflow/oracle-shape';
import { Decisions, seededRandom } from '../../../server/workflow/random';
import { type Parts, type Step, type Wait, Workflow } from '../../../server/workflow/workflow';
import { unknownFacts } from '../../../server/domain/facts';
import { type Block } from './blocks';
import { type Open, Reference } from './reference';
import { spokenToWalk, writeBpmn } from './write-bpmn';

/** Lists of each length, whose items carry a key: `agencies3`. */
const agencies = Object.fromEntries(
  [0, 1, 2, 3].map((count) => [`agencies${count}`, Array.from({ length: count }, (_, index) => ({ key: `k${index}`, title: 'x' }))]),
);
const MAX_STEPS = 60;
const EVENT = { user: 'complete', timer: 'fire', message: 'message', service: 'complete' } as const;

/** What stopped two readings from agreeing (undefined: nothing), after how many steps, along which path. */
export type Walked = { difference: string | undefined; steps: number; repeated: number; path: string[] };
type Found = { id: string; index: number | undefined; key?: string | null };
/** One reading of the model, beside the reference. */
type Reading = { found(): Found[]; ended(): boolean; answer(open: Open, code: string | undefined): Promise<void>; repeated(): number };

/** Walks a model with the engine, recovered after every step, the guard on. */
export async function walkEngine(tree: Block, seed: number, parts: Partial<Parts> = {}): Promise<Walked> {
  return walk(tree, seed, (xml, decisions) => engineReading(xml, decisions, parts));
}

/** Walks a model with the oracle. */
export async function walkOracle(tree: Block, seed: number): Promise<Walked> {
  return walk(tree, seed, oracleReading);
}

async function walk(tree: Block, seed: number, begin: (xml: string, decisions: Decisions) => Promise<Reading>): Promise<Walked> {
  const mine = new Decisions(`${seed}`);
  const random = seededRandom(seed * 7919 + 13);
  const path: string[] = [];
  const reference = new Reference(tree, (gateway, index) => mine.decide(gateway, index));
  let reading: Reading | undefined;
  const stopped = (difference: string | undefined): Walked => ({
    difference,
    steps: path.length,
    repeated: reading?.repeated() ?? 0,
    path,
  });
  try {
    reading = await begin(writeBpmn(tree, spokenToWalk), new Decisions(`${seed}`));
    for (let step = 0; step < MAX_STEPS; step++) {
      const found = reading.found();
      const [want, got] = [shown(reference.open, reference.isDone), shown(found, reading.ended())];
      if (want !== got) return stopped(`want ${want} got ${got}`);
      const wrongKey = found.find(({ key, index }) => key != null && key !== `k${index}`);
      if (wrongKey) return stopped(`key ${wrongKey.key} at ${wrongKey.id}@${wrongKey.index}`);
      const entry = reference.open[Math.floor(random() * reference.open.length)];
      if (!entry) break;
      const code = entry.fail && random() < 0.5 ? 'E1' : undefined;
      path.push(`${label(entry)}${code ? '!' : ''}`);
      if (code) entry.fail?.();
      else entry.fire();
      await reading.answer(entry, code);
    }
    return stopped(undefined);
  } catch (error) {
    return stopped(`threw ${String(error).slice(0, 300)}`);
  }
}

async function engineReading(xml: string, decisions: Decisions, parts: Partial<Parts>): Promise<Reading> {
  let forget = decisions.remember();
  const workflow = new Workflow(await compileDiagram(xml), {
    ...parts,
    onRepeat: () => forget(),
    expressions: {
      ...expressions,
      resolveExpression(text, asked) {
        const gateway = /^=pick\("(\w+)"\)$/.exec(text)?.[1];
        const { instance } = asked.environment.variables as { instance?: { index: number } };
        return gateway ? decisions.decide(gateway, instance?.index) : expressions.resolveExpression(text, asked);
      },
    },
  });
  let step: Step = await workflow.open(agencies, unknownFacts);
  return {
    found: () => step.waits.map(({ elementId, instance }) => ({ id: elementId, index: instance?.index, key: instance?.key ?? null })),
    ended: () => step.ended,
    repeated: () => workflow.repeated,
    async answer(open, code) {
      const wait = step.waits.find(({ elementId, instance }) => elementId === open.id && instance?.index === open.index);
      if (!wait) throw new Error(`no wait ${label(open)}`);
      forget = decisions.remember();
      const next = await workflow.advance(step.state, eventFor(wait, code), step);
      if (next.stale) throw new Error('stale');
      step = next;
    },
  };
}

function eventFor({ executionId, kind }: Wait, code: string | undefined) {
  const asked = { executionId, facts: unknownFacts };
  if (code) return { ...asked, kind: 'fail', code, message: 'no' } as const;
  return kind === 'timer' ? ({ ...asked, kind: 'fire' } as const) : { ...asked, kind: EVENT[kind] as 'complete', output: { seen: 1 } };
}

async function oracleReading(xml: string, decisions: Decisions): Promise<Reading> {
  const shape = shapeOf(loadContext(await compileDiagram(xml)), {
    condition: (text, index) => decisions.decide(/"(\w+)"/.exec(text)?.[1] ?? text, index),
    count: (text) => (agencies[text.slice(1)] ?? []).length,
  });
  const oracle = new Oracle(shape);
  const indexOf = (token: Token) => token.index ?? oracle.indexAt(token.scope);
  return {
    found: () => oracle.waits().map((token) => ({ id: token.element, index: indexOf(token) })),
    ended: () => oracle.ended,
    repeated: () => 0,
    async answer(open, code) {
      const token = oracle.waits().find((one) => one.element === open.id && indexOf(one) === open.index);
      if (!token) throw new Error(`no token ${label(open)}`);
      if (code) oracle.fail(token, code);
      else oracle.complete(token);
    },
  };
}

function label({ id, index }: Pick<Open, 'id' | 'index'>): string {
  return index === undefined ? id : `${id}@${index}`;
}

function shown(list: readonly Pick<Open, 'id' | 'index'>[], isDone: boolean): string {
  return `${list.map(label).sort().join()}${isDone ? ' END' : ''}`;
}
