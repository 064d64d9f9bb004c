import { type Bad, LIMIT, around, plain, withBoundary, waiting, each, inside, called, errors } from './bad-builders';
import * as x from './xml';

/** Faults of events, instances and calls. */
export const BAD_EVENTS: readonly Bad[] = [
  // events
  ['event-kind', 's', around(x.user('t')).replace(x.start('s'), x.element('startEvent', 's', x.emptyTimer))],
  ['event-count', 't', waiting(x.emptyTimer + x.onMessage('m'), LIMIT).replace('<process', `${x.message('m')}<process`), 'two'],
  ['event-count', 't', waiting(''), 'none'],
  ['timer-without-time', 't', waiting(x.emptyTimer)],
  ['timer-twice', 't', waiting(x.timer('PT1H'), LIMIT)],
  ['timer-wrong', 't', waiting(x.timer('soon')), 'a word'],
  ['timer-wrong', 't', waiting(x.timer('2026-13-45', 'timeDate')), 'no date'],
  ['timer-wrong', 'b', withBoundary(x.boundary('b', 't', x.timer('0 0 * * *', 'timeCycle'), { cancelActivity: 'false' })), 'cron'],
  ['timer-in-days', 't', waiting(x.timer('P3D'))],
  ['cycle-misplaced', 't', waiting(x.timer('R3/PT1H', 'timeCycle'))],
  ['message-missing', 't', waiting('<messageEventDefinition/>'), 'on an event'],
  ['message-missing', 't', around(x.element('receiveTask', 't')), 'on a receive task'],
  [
    'message-repeating',
    'b',
    withBoundary(x.boundary('b', 't', x.onMessage('m'), { cancelActivity: 'false' })).replace('<process', `${x.message('m')}<process`),
  ],
  ['error-without-code', 'b', withBoundary(x.boundary('b', 't', '<errorEventDefinition/>'), x.service('t'))],
  ['error-code-twice', 'E2', errors(plain, 'E1', 'E2').replace('errorCode="E2"', 'errorCode="E1"')],
  ['error-uncaught', 'e', errors(around(x.user('t')).replace(x.end('e'), x.end('e', x.onError('E1'))), 'E1')],
  ['error-impossible', 'b', errors(withBoundary(x.boundary('b', 't', x.onError('E1'))), 'E1')],

  // instances and calls
  ['multi-count', 't', each(x.multi({ isSequential: false })), 'neither'],
  ['multi-count', 't', each(x.multi({ isSequential: false, cardinality: 2, collection: '=output.choose.list' })), 'both'],
  ['multi-number', 't', each(x.multi({ isSequential: false, cardinality: 'two' }))],
  ['multi-collection', 't', each(x.multi({ isSequential: false, collection: '=facts.decision' })), 'from facts'],
  ['multi-collection', 't', each(x.multi({ isSequential: false, collection: '=output.elsewhere.list' })), 'from a task of another scope'],
  [
    'multi-nested',
    'u',
    inside(x.start('a'), x.user('u', x.multi({ isSequential: false, cardinality: 2 })), x.end('b'), ...x.flows('a', 'u', 'b')),
  ],
  [
    'call-inside-instance',
    'u',
    inside(x.start('a'), x.call('u', 'other'), x.end('b'), ...x.flows('a', 'u', 'b')).replace(
      '</definitions>',
      `${called(x.start('p'), x.user('q'), x.end('r'), ...x.flows('p', 'q', 'r'))}</definitions>`,
    ),
  ],
  ['call-unknown', 't', around(x.call('t', 'nowhere')), 'nowhere'],
  ['call-unknown', 't', around(x.call('t', 'main')), 'itself'],
  [
    'call-nested',
    'q',
    around(x.call('t', 'other')).replace(
      '</definitions>',
      `${called(x.start('p'), x.call('q', 'other'), x.end('r'), ...x.flows('p', 'q', 'r'))}</definitions>`,
    ),
  ],
];
