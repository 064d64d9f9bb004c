import { error, message } from './xml';
import { type Step, type Workflow } from '../../../server/workflow/workflow';
import { answer, diagram } from './small';
import * as x from './xml';

const LIMIT = { 'mc:limit': '3 working-days' };
const DATE = x.timer('2030-01-01T00:00:00Z', 'timeDate');

/** Diagrams that hold, together, every kind of wait. They are written once, beside the states that were recorded on them. */
export const RECORDED_DIAGRAMS: Record<string, string> = {
  waits: diagram(
    [
      x.start('s'),
      x.fork('f'),
      x.user('task'),
      x.element('manualTask', 'manual', '', x.work),
      x.service('service'),
      x.element('sendTask', 'send', '', { 'mc:topic': 'issue-receipt' }),
      x.receive('receive', 'm1'),
      x.eventGateway('gateway'),
      x.catching('arm', x.onMessage('m2')),
      x.catching('last-day', x.emptyTimer, LIMIT),
      x.xor('merge'),
      x.catching('date', DATE),
      x.fork('join'),
      x.user('after'),
      x.end('e'),
      ...x.flows('s', 'f', 'task', 'join', 'after', 'e'),
      ...['manual', 'service', 'send', 'receive', 'date'].flatMap((id) => x.flows('f', id, 'join')),
      ...x.flows('f', 'gateway', 'arm', 'merge', 'join'),
      ...x.flows('gateway', 'last-day', 'merge'),
    ],
    [message('m1'), message('m2')],
  ),
  clocks: diagram(
    [
      x.start('s'),
      x.sub('body', [
        x.start('in'),
        x.user('task'),
        x.boundary('over', 'task', x.emptyTimer, LIMIT),
        x.boundary('remind', 'task', x.timer('R3/PT1H', 'timeCycle'), { cancelActivity: 'false' }),
        x.service('told'),
        x.end('told-end'),
        x.xor('merge'),
        x.service('ask'),
        x.boundary('refused', 'ask', x.onError('E1')),
        x.user('repair'),
        x.end('out'),
        x.end('out2'),
        ...x.flows('in', 'task', 'merge', 'ask', 'out'),
        ...x.flows('over', 'merge'),
        ...x.flows('remind', 'told', 'told-end'),
        ...x.flows('refused', 'repair', 'out2'),
      ]),
      x.boundary('withdrawn', 'body', x.onMessage('m1')),
      x.boundary('hour', 'body', x.timer('PT48H'), { cancelActivity: 'false' }),
      x.service('warned'),
      x.end('warned-end'),
      x.user('return'),
      x.end('e'),
      x.end('e2'),
      ...x.flows('s', 'body', 'e'),
      ...x.flows('withdrawn', 'return', 'e2'),
      ...x.flows('hour', 'warned', 'warned-end'),
    ],
    [message('m1'), error('E1')],
  ),
  instances: diagram(
    [
      x.start('s'),
      x.user('choose'),
      x.user('together', x.multi({ isSequential: false, collection: '=output.choose.list' })),
      x.boundary('all-over', 'together', x.emptyTimer, LIMIT),
      x.xor('merge'),
      x.user('in-turn', x.multi({ isSequential: true, cardinality: 2 })),
      x.sub(
        'each',
        [
          x.start('a'),
          x.user('opinion'),
          x.boundary('silent', 'opinion', x.emptyTimer, LIMIT),
          x.xor('m'),
          x.end('b'),
          ...x.flows('a', 'opinion', 'm', 'b'),
          ...x.flows('silent', 'm'),
        ],
        x.multi({ isSequential: false, collection: '=output.choose.list' }),
      ),
      x.sub(
        'each-in-turn',
        [x.start('c'), x.receive('letter', 'm1'), x.end('d'), ...x.flows('c', 'letter', 'd')],
        x.multi({ isSequential: true, collection: '=output.choose.list' }),
      ),
      x.end('e'),
      ...x.flows('s', 'choose', 'together', 'merge', 'in-turn', 'each', 'each-in-turn', 'e'),
      ...x.flows('all-over', 'merge'),
    ],
    [message('m1')],
  ),
  calls: x.definitions([
    x.process(
      'main',
      [
        x.start('s'),
        x.call('call', 'other'),
        x.boundary('late', 'call', x.emptyTimer, LIMIT),
        x.user('instead'),
        x.end('e'),
        x.end('e2'),
        ...x.flows('s', 'call', 'e'),
        ...x.flows('late', 'instead', 'e2'),
      ],
      true,
    ),
    x.process(
      'other',
      [
        x.start('p'),
        x.user('first'),
        x.sub('nested', [x.start('a'), x.user('deep'), x.end('b'), ...x.flows('a', 'deep', 'b')]),
        x.end('r'),
        ...x.flows('p', 'first', 'nested', 'r'),
      ],
      false,
    ),
  ]),
};

/** `element`, `element@instance`, or `element!` for a service that fails. */
export type Script = readonly string[];
export const RECORDED: Record<string, { diagram: keyof typeof RECORDED_DIAGRAMS; path: Script; on: Script }> = {
  'every-plain-wait': {
    diagram: 'waits',
    path: [],
    on: ['task', 'manual', 'service', 'send', 'receive', 'last-day', 'date', 'after'],
  },
  'tokens-at-a-join': { diagram: 'waits', path: ['task', 'send', 'arm'], on: ['date', 'receive', 'service', 'manual', 'after'] },
  'clocks-on-a-task': { diagram: 'clocks', path: [], on: ['over', 'ask'] },
  'a-cycle-that-rang': { diagram: 'clocks', path: ['remind'], on: ['told', 'remind', 'told', 'remind', 'told', 'task', 'ask'] },
  'a-service-that-may-fail': { diagram: 'clocks', path: ['hour', 'warned', 'task'], on: ['ask!', 'repair'] },
  'a-scope-that-may-be-cancelled': { diagram: 'clocks', path: ['hour'], on: ['withdrawn', 'warned', 'return'] },
  'instances-of-a-task': {
    diagram: 'instances',
    path: ['choose', 'together@1'],
    on: ['together@0', 'together@2', 'in-turn@0', 'in-turn@1', 'opinion@2', 'silent@0', 'opinion@1', 'letter@0', 'letter@1', 'letter@2'],
  },
  'instances-in-turn': {
    diagram: 'instances',
    path: ['choose', 'all-over', 'in-turn@0'],
    on: ['in-turn@1', 'opinion@0', 'opinion@1', 'silent@2', 'letter@0', 'letter@1', 'letter@2'],
  },
  'instances-of-a-scope': {
    diagram: 'instances',
    path: ['choose', 'all-over', 'in-turn@0', 'in-turn@1', 'silent@1'],
    on: ['opinion@0', 'opinion@2', 'letter@0', 'letter@1', 'letter@2'],
  },
  'scopes-in-turn': {
    diagram: 'instances',
    path: ['choose', 'all-over', 'in-turn@0', 'in-turn@1', 'opinion@0', 'opinion@1', 'opinion@2', 'letter@0'],
    on: ['letter@1', 'letter@2'],
  },
  'inside-a-call': { diagram: 'calls', path: [], on: ['first', 'deep'] },
  'deep-inside-a-call': { diagram: 'calls', path: ['first'], on: ['late', 'instead'] },
};

/** Goes on from a position, answering one wait after another. */
export async function follow(workflow: Workflow, from: Step, script: Script): Promise<Step> {
  let step = from;
  for (const word of script) {
    const [, id = '', index, fails] = /^([\w-]+)(?:@(\d))?(!)?$/.exec(word) ?? [];
    const list = [{ key: 'fire' }, { key: 'health' }, { key: 'roads' }];
    const as = fails
      ? ({ kind: 'fail', code: 'E1', message: 'no' } as const)
      : id === 'choose'
        ? ({ kind: 'complete', output: { list } } as const)
        : undefined;
    step = await answer(workflow, step, id, { ...(index && { index: Number(index) }), ...(as && { as }) });
  }
  return step;
}
