import { type Bad, LIMIT, yes, around, choice, errors, lanes, lane, forked } from './bad-builders';
import { diagram } from './small';
import * as x from './xml';

/** Faults of the drawing, and those that only walking shows. */
export const BAD_SHAPES: readonly Bad[] = [
  // shape
  ['start-count', 'main', around(x.user('t'), x.start('s2'), ...x.flows('s2', 't')), 'two'],
  ['start-count', 'main', diagram([x.user('t'), x.end('e'), ...x.flows('t', 'e')]), 'none'],
  [
    'start-entered',
    's',
    diagram([x.start('s'), x.user('t'), x.xor('g', 'f_g_e'), x.end('e'), ...x.flows('s', 't', 'g', 'e'), x.flow('g', 's', yes)]),
  ],
  ['nothing-leads-here', 'u', around(x.user('t'), x.user('u'), ...x.flows('u', 'e'))],
  [
    'nothing-follows',
    'u',
    diagram([x.start('s'), x.fork('g'), x.user('t'), x.user('u'), x.end('e'), ...x.flows('s', 'g', 't', 'e'), ...x.flows('g', 'u')]),
  ],
  ['end-left', 'e', around(x.user('t'), x.user('u'), x.end('e2'), ...x.flows('e', 'u', 'e2'))],
  [
    'boundary-entered',
    'b',
    diagram([
      x.start('s'),
      x.fork('g'),
      x.user('t'),
      x.boundary('b', 't', x.emptyTimer, LIMIT),
      x.end('e'),
      x.end('e2'),
      ...x.flows('s', 'g', 't', 'e'),
      ...x.flows('g', 'b', 'e2'),
    ]),
  ],
  [
    'not-reachable',
    'm',
    around(x.user('t'), x.xor('m'), x.user('u'), x.xor('n', 'f_n_e2'), x.end('e2'), ...x.flows('m', 'u', 'n', 'e2'), x.flow('n', 'm', yes)),
  ],
  ['flow-broken', 'f_t_f_s_t', around(x.user('t'), x.flow('t', 'f_s_t')), 'to a flow'],
  [
    'flow-broken',
    'f_in_t',
    diagram([
      x.start('s'),
      x.sub('sub', [x.start('a'), x.user('in'), x.end('b'), ...x.flows('a', 'in', 'b')]),
      x.user('t'),
      x.end('e'),
      ...x.flows('s', 'sub', 't', 'e'),
      x.flow('in', 't'),
    ]),
  ],
  ['fork-uncontrolled', 't', around(x.user('t'), x.end('e2'), ...x.flows('t', 'e2'))],
  ['default-missing', 'g', choice(yes, { gateway: x.xor('g') })],
  [
    'default-conditional',
    'f_g_e2',
    choice(yes, { gateway: x.xor('g', 'f_g_e2') }).replace('<sequenceFlow id="f_g_e" ', '<sequenceFlow id="f_g_e" '),
  ],
  ['condition-missing', 'f_g_e2', choice('')],
  ['condition-misplaced', 'f_s_t', diagram([x.start('s'), x.user('t'), x.end('e'), x.flow('s', 't', yes), ...x.flows('t', 'e')])],
  [
    'event-gateway-follower',
    'f_g_u',
    diagram([
      x.start('s'),
      x.eventGateway('g'),
      x.user('u'),
      x.catching('c', x.emptyTimer, LIMIT),
      x.end('e'),
      x.end('e2'),
      ...x.flows('s', 'g', 'u', 'e'),
      ...x.flows('g', 'c', 'e2'),
    ]),
  ],
  [
    'loop-without-wait',
    'm',
    diagram([
      x.start('s'),
      x.xor('m'),
      x.xor('g', 'f_g_t'),
      x.user('t'),
      x.end('e'),
      ...x.flows('s', 'm', 'g', 't', 'e'),
      x.flow('g', 'm', yes),
    ]),
  ],
  ['lane-wrong', 'l2', lanes(lane('l1', 't') + lane('l2', 't')), 'in two lanes'],
  ['lane-nested', 'l1', lanes(lane('l1', 't').replace('</lane>', '<childLaneSet id="c"><lane id="l2"/></childLaneSet></lane>'))],

  // what walking shows
  [
    'join-waits',
    'j',
    forked(
      x.user('a'),
      x.xor('g', 'f_g_j'),
      x.user('b'),
      x.fork('j'),
      ...x.flows('f', 'a', 'j', 'e'),
      ...x.flows('f', 'g', 'j'),
      x.flow('g', 'b', yes),
      ...x.flows('b', 'j'),
    ),
    'an optional task straight into the join',
  ],
  [
    'join-twice',
    'j',
    forked(
      ...['a', 'b', 'c', 'd'].map((id) => x.user(id)),
      x.xor('m'),
      x.xor('n'),
      x.fork('j'),
      ...x.flows('f', 'a', 'm', 'j', 'e'),
      ...x.flows('f', 'b', 'm'),
      ...x.flows('f', 'c', 'n', 'j'),
      ...x.flows('f', 'd', 'n'),
    ),
  ],
  [
    'two-at-once',
    'c',
    forked(x.user('a'), x.user('b'), x.xor('m'), x.user('c'), ...x.flows('f', 'a', 'm', 'c', 'e'), ...x.flows('f', 'b', 'm')),
    'a fork, then an exclusive merge',
  ],
  [
    'two-at-once',
    'c',
    forked(
      x.user('a'),
      x.user('b'),
      x.xor('m'),
      x.sub(
        'c',
        [x.start('in'), x.user('deep'), x.end('out'), ...x.flows('in', 'deep', 'out')],
        x.multi({ isSequential: false, cardinality: 2 }),
      ),
      ...x.flows('f', 'a', 'm', 'c', 'e'),
      ...x.flows('f', 'b', 'm'),
    ),
    'two tokens in one sub-process',
  ],
  [
    'never-reached',
    'lost',
    errors(
      diagram([
        x.start('s'),
        x.sub('sub', [
          x.start('a'),
          x.service('v'),
          x.boundary('b1', 'v', x.onError('E1')),
          x.end('z'),
          x.end('z2'),
          ...x.flows('a', 'v', 'z'),
          ...x.flows('b1', 'z2'),
        ]),
        x.boundary('b2', 'sub', x.onError('E2')),
        x.user('lost'),
        x.end('e'),
        x.end('e2'),
        ...x.flows('s', 'sub', 'e'),
        ...x.flows('b2', 'lost', 'e2'),
      ]),
      'E1',
      'E2',
    ),
  ],
  ['never-ends', 'main', diagram([x.start('s'), x.xor('m'), x.user('t'), ...x.flows('s', 'm', 't', 'm')])],
];
