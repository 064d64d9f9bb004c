import { type Facts, unknownFacts } from '../../server/domain/facts';
import { answer, diagram, open, workflowOf } from './models/small';
import * as x from './models/xml';

jest.setTimeout(60_000);

/** After the task: with the condition to `yes`, else by default to `no`. */
const choice = (condition: string) =>
  diagram([
    x.start('s'),
    x.user('task'),
    x.xor('gate', 'f_no'),
    x.user('yes'),
    x.user('no'),
    x.end('e1'),
    x.end('e2'),
    ...x.flows('s', 'task', 'gate'),
    x.flow('gate', 'yes', condition),
    x.flow('gate', 'no', undefined, 'f_no'),
    ...x.flows('yes', 'e1'),
    ...x.flows('no', 'e2'),
  ]);

async function taken(condition: string, facts: Partial<Facts>): Promise<string[]> {
  const workflow = await workflowOf(choice(condition));
  return open(await answer(workflow, await workflow.open({}, unknownFacts), 'task', { facts }));
}

test('a choice reads the facts of this very step', async () => {
  expect(await taken('=facts.decision = "grant"', { decision: 'grant' })).toEqual(['yes']);
  expect(await taken('=facts.decision = "grant"', { decision: 'refuse' })).toEqual(['no']);
  expect(await taken('=facts.decision in ("grant", "refuse")', { decision: 'refuse' })).toEqual(['yes']);
  expect(await taken('=facts.feeCleared = true', {})).toEqual(['no']);
});

test('facts reach a gateway in a sub-process that was entered long before', async () => {
  const inner = [
    x.start('in'),
    x.user('task'),
    x.xor('gate', 'f_no'),
    x.user('yes'),
    x.end('e1'),
    x.end('e2'),
    ...x.flows('in', 'task', 'gate'),
    x.flow('gate', 'yes', '=facts.channel = "post"'),
    x.flow('gate', 'e2', undefined, 'f_no'),
    ...x.flows('yes', 'e1'),
  ];
  const workflow = await workflowOf(diagram([x.start('s'), x.sub('body', inner), x.end('e'), ...x.flows('s', 'body', 'e')]));
  const step = await workflow.open({}, { ...unknownFacts, channel: 'online' });
  expect(open(await answer(workflow, step, 'task', { facts: { channel: 'post' } }))).toEqual(['yes']);
});

test.each([
  ['a number', '=1'],
  ['text', '="yes"'],
  ['nothing', '=null'],
  ['nothing, for want of a name', '=missing > 3'],
  ['a function', '=function(a) a'],
  ['a fact that is not handed over', '=facts.weather = "rain"'],
])('a condition that gives %s is a fault, and no branch is taken', async (_what, condition) => {
  await expect(taken(condition, {})).rejects.toThrow();
});

describe('text that would be code', () => {
  const marker = globalThis as { ran?: boolean };
  beforeEach(() => delete marker.ran);
  const HOSTILE = [
    '${environment.constructor.constructor("globalThis.ran=true")()}',
    '${(() => { globalThis.ran = true })()}',
    'globalThis.ran = true',
    '=constructor.constructor("globalThis.ran=true")()',
    '=facts.constructor.constructor("globalThis.ran=true")()',
    '=get value(facts, "constructor")("globalThis.ran=true")()',
    '=__proto__.constructor("globalThis.ran=true")()',
  ];
  const PLACES: Record<string, (text: string) => string> = {
    condition: choice,
    collection: (text) => withTask(x.user('t', x.multi({ isSequential: false, collection: text }))),
    cardinality: (text) => withTask(x.user('t', x.multi({ isSequential: false, cardinality: text }))),
    completion: (text) => withTask(x.user('t', x.multi({ isSequential: false, cardinality: 2, completion: text }))),
    duration: (text) => withTask(x.user('t'), x.boundary('b', 't', x.timer(text))),
    date: (text) => withTask(x.user('t'), x.boundary('b', 't', x.timer(text, 'timeDate'))),
    implementation: (text) => withTask(x.service('t', { implementation: text })),
    name: (text) => withTask(x.user('t', '', { name: text })),
    called: (text) => withTask(x.call('t', text.replace(/"/g, '&quot;'))),
    message: (text) => withTask(x.receive('t', 'm')).replace('<process', `${x.element('message', 'm', '', { name: text })}<process`),
  };
  const withTask = (task: string, ...more: string[]) =>
    diagram([
      x.start('s'),
      x.user('first'),
      task,
      ...more,
      x.end('e'),
      ...x.flows('s', 'first', 't', 'e'),
      x.end('e2'),
      ...(more.length ? x.flows('b', 'e2') : []),
    ]);

  test.each(Object.keys(PLACES).flatMap((place) => HOSTILE.map((text) => [place, text] as const)))(
    'in a %s never runs: %s',
    async (place, text) => {
      const walk = async () => {
        const workflow = await workflowOf(PLACES[place]!(text));
        const first = await workflow.open({}, unknownFacts);
        let step = await answer(workflow, first, first.waits[0]!.elementId);
        for (let count = 0; count < 4 && step.waits[0]; count++) step = await answer(workflow, step, step.waits[0].elementId);
      };
      await walk().catch(() => undefined);
      expect(marker.ran).toBeUndefined();
    },
  );
});
