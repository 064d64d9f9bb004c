import { houseExtensions, type Extensions } from '../../server/workflow/extensions';
import { houseTypes, type TypeReplacements } from '../../server/workflow/replaced-types';
import { type Parts } from '../../server/workflow/workflow';
import { BASIC, unwrapped, type Block, type Guard, type Kind, type Many } from './models/blocks';
import { countDifferences } from './models/expect-agreement';
import { walkEngine, walkOracle } from './models/walk';

/** The smallest diagrams on which the package, or an earlier slice, went wrong. */
let last = 0;
const next = (prefix: string) => `${prefix}${++last}`;
const task = (): Block => ({ kind: 'task', id: next('t') });
const service = (): Block => ({ kind: 'service', id: next('v') });
const none = (): Block => ({ kind: 'multi', id: next('t'), count: 0, isSequential: false });
const due = (alt: Block): Block => ({ kind: 'timed', id: next('t'), event: next('bd'), timer: 'due', alt });
const loop = (body: Block): Block => ({ kind: 'loop', id: next('l'), body });
const choice = (...parts: [Block, Block]): Block => ({ kind: 'choice', id: next('x'), parts });
const chain = (...parts: Block[]): Block => ({ kind: 'sequence', parts });
const sub = (body: Block, guard?: Guard & { alt: Block }, many?: Many): Block => ({
  kind: 'sub',
  id: next('s'),
  body,
  ...(guard && { guard }),
  ...(many && { many }),
});
const call = (body: Block, guard?: Guard & { alt: Block }): Block => ({
  kind: 'call',
  id: next('c'),
  called: next('q'),
  body,
  ...(guard && { guard }),
});
const timer = (alt: Block): Guard & { alt: Block } => ({ event: next('bt'), by: 'duration', alt });
const onError = (alt: Block): Guard & { alt: Block } => ({ event: next('be'), by: 'error', alt });
const restart = (body: Block): Block => ({ kind: 'restart', id: next('s'), body, guard: { event: next('bm'), by: 'message' } });
const times = (count: number, isSequential = false): Many => ({ count, isSequential, isKeyed: false });
const failing = (body: Block | null, alt: Block): Block => {
  const id = next('s');
  return { kind: 'error', id, gateway: `${id}g`, event: next('be'), body, alt };
};

const MODELS: Record<string, () => Block> = {
  'an error end in a loop': () => sub(loop(failing(task(), task()))),
  'a restarted sub-process that may pass without a wait': () => chain(restart(choice(task(), none())), task()),
  'a cancelled sub-process with a call inside': () => sub(call(task()), timer(task())),
  'a cancelled call': () => call(task(), timer(task())),
  'instances one after the other': () => sub(task(), undefined, times(2, true)),
  'a restarted sub-process': () => restart(task()),
  'instances of none': () => chain(none(), task()),
  'a timer that is already due': () => due(task()),
  'a catch event that is already due': () => chain({ kind: 'catch', id: next('d'), isLimited: false }, task()),
  'a due timer before a sub-process in a loop': () => loop(due(sub(task()))),
  'a failing service in a loop': () => loop(sub(service(), onError(task()))),
  'an error in one of three instances': () => sub(failing(task(), service()), undefined, times(3)),
  'a restarted scope of instances that fail': () => restart(sub(service(), onError(task()), times(3))),
  'neighbours that wait for the same error': () =>
    chain(sub(chain(task(), service()), onError(task())), sub(failing(null, task()), undefined, times(2))),
};
const SEEDS = 6;

test.each(Object.entries(MODELS))('%s runs as it is drawn', async (_name, model) => {
  const tree = model();
  for (let seed = 1; seed <= SEEDS; seed++) {
    expect({ seed, ...(await walkEngine(tree, seed)) }).toMatchObject({ difference: undefined });
    expect({ seed, ...(await walkOracle(tree, seed)) }).toMatchObject({ difference: undefined });
  }
});

/** Each correction of the package is still needed: without it a diagram is walked wrongly. */
describe('without', () => {
  test.each<[keyof typeof houseExtensions, string]>([
    ['forgetEarly', 'a failing service in a loop'],
    ['lateBoundary', 'a restarted sub-process that may pass without a wait'],
    ['cancelCalls', 'a cancelled sub-process with a call inside'],
    ['cancelCalls', 'a cancelled call'],
    ['nameInstance', 'instances one after the other'],
  ])(
    '%s, %s goes wrong',
    async (correction, name) => {
      expect(await goesWrong(MODELS[name]!(), { extensions: without(houseExtensions, correction) })).toBe(true);
    },
    60_000,
  );

  test.each<[string, string]>([
    ['ErrorEventDefinition', 'an error in one of three instances'],
    ['TimerEventDefinition', 'a timer that is already due'],
  ])(
    'our %s, %s goes wrong',
    async (correction, name) => {
      expect(await goesWrong(MODELS[name]!(), { types: without(houseTypes, correction) })).toBe(true);
    },
    60_000,
  );

  test('our SequenceFlow, every few plain diagrams go wrong: joins open too early', async () => {
    const parts = { types: without(houseTypes, 'SequenceFlow'), isSliced: false };
    const seeds = { from: 1, count: 16, kinds: BASIC, depth: 3 };
    expect(await countDifferences(seeds, (tree, seed) => walkEngine(unwrapped(tree), seed, parts))).toBeGreaterThan(1);
  }, 120_000);

  test.each<[keyof typeof houseExtensions, readonly Kind[]]>([
    ['cancelCalls', [...BASIC, 'call', 'callTimed', 'subTimed', 'subMessage']],
    ['nameInstance', [...BASIC, 'multiSub', 'multiSubTimed']],
  ])(
    '%s, random diagrams go wrong too',
    async (correction, kinds) => {
      const extensions = without(houseExtensions, correction);
      const seeds = { from: 1, count: 20, kinds, depth: 3 };
      expect(await countDifferences(seeds, (tree, seed) => walkEngine(tree, seed, { extensions }))).toBeGreaterThan(0);
    },
    120_000,
  );
});

/** Walked until the first difference. */
async function goesWrong(tree: Block, parts: Partial<Parts>): Promise<boolean> {
  for (let seed = 1; seed <= 60; seed++) if ((await walkEngine(tree, seed, parts)).difference) return true;
  return false;
}

function without<All extends Extensions | TypeReplacements>(all: All, key: string): All {
  return Object.fromEntries(Object.entries(all).filter(([name]) => name !== key)) as All;
}
