import { type Bad, LIMIT, around, plain, spoilt } from './bad-builders';
import { diagram } from './small';
import * as x from './xml';

/** Faults of the file as a whole, and of what stands in it that may not. */
export const BAD_DOCUMENTS: readonly Bad[] = [
  ['too-large', null, plain + ' '.repeat(1_000_000)],
  ['entity-declared', null, plain.replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>')],
  ['unreadable', null, '', 'an empty file'],
  ['unreadable', null, plain.slice(0, 500), 'half a file'],
  ['unreadable', null, '<html></html>', 'another kind of file'],
  ['not-in-schema', 'w', spoilt('<endEvent', '<weird id="w" name="W"/><endEvent')],
  ['id-twice', 't', around(x.user('t'), x.user('t'))],
  ['reference-missing', 'f_t_gone', around(x.user('t'), x.flow('t', 'gone')), 'a flow to nowhere'],
  ['reference-missing', 't', around(x.receive('t', 'gone')), 'a message that does not exist'],
  ['attribute-unknown', 't', around(x.user('t', '', { 'mc:colour': 'red' })), 'an unknown word of ours'],
  ['attribute-unknown', 't', around(x.user('t', '', { 'camunda:assignee': 'x' })), 'a word of camunda'],
  ['attribute-unknown', 't', around(x.service('t', { 'mc:duty': 'clerk' })), 'a word on the wrong element'],
  ['attribute-unknown', 't', around(x.user('t', '', { 'xmlns:foo': 'urn:foo', 'foo:bar': '1' })), 'a namespace nobody knows'],
  [
    'attribute-unknown',
    't',
    around(x.catching('t', x.onMessage('m'), LIMIT)).replace('<process', `${x.message('m')}<process`),
    'a limit on a message',
  ],
  ['extension-elements', 't', around(x.user('t', '<extensionElements><a:b xmlns:a="urn:a"/></extensionElements>'))],
  ['id-bad', 't.1', diagram([x.start('s'), x.user('t.1'), x.end('e'), ...x.flows('s', 't.1', 'e')])],
  ['placeholder-text', 't', around(x.user('t', '', { name: 'Ask ${name}' })), 'in a name'],
  ['placeholder-text', 't', around(x.service('t', { implementation: '${environment.services.x}' })), 'as implementation'],
  ['not-allowed', 't', around(x.element('scriptTask', 't', '<script>1</script>')), 'a script'],
  ['not-allowed', 't', around(x.element('task', 't')), 'a plain task'],
  ['not-allowed', 'i', around(x.user('t'), x.element('inclusiveGateway', 'i')), 'an inclusive gateway'],
  ['not-allowed', 'i', around(x.user('t'), x.element('complexGateway', 'i')), 'a complex gateway'],
  ['not-allowed', 't', around(x.element('transaction', 't', [x.start('a'), x.end('b'), x.flow('a', 'b')].join(''))), 'a transaction'],
  ['not-allowed', 't', around(x.element('adHocSubProcess', 't', x.user('u'))), 'an ad-hoc sub-process'],
  ['not-allowed', 'i', around(x.user('t'), x.element('intermediateThrowEvent', 'i', '<messageEventDefinition/>')), 'a throwing event'],
  ['not-allowed', 'd', around(x.user('t'), x.element('dataObject', 'd')), 'a data object'],
  ['not-allowed', 'sig', plain.replace('<process', '<signal id="sig"/><process'), 'a signal'],
  ['not-allowed', 't', around(x.user('t', '<standardLoopCharacteristics/>')), 'a standard loop'],
  ['not-allowed', 't', around(x.user('t', '', { isForCompensation: 'true' })), 'compensation'],
  [
    'not-allowed',
    'x',
    around(x.user('t'), x.element('subProcess', 'x', [x.start('a'), x.end('b'), x.flow('a', 'b')].join(''), { triggeredByEvent: 'true' })),
    'an event sub-process',
  ],
  ['process-count', 'definitions', plain.replace('isExecutable="true"', 'isExecutable="false"')],
  [
    'collaboration-wrong',
    'c',
    plain.replace(
      '<process',
      '<collaboration id="c"><participant id="p1" processRef="main"/><participant id="p2"/></collaboration><process',
    ),
  ],
  ['data-flow', 't', around(x.user('t', '<ioSpecification><inputSet id="i"/><outputSet id="o"/></ioSpecification>'))],
  ['implementation-given', 't', around(x.service('t', { implementation: 'doIt' }))],
  ['too-deep', 'definitions', diagram(['<subProcess>'.repeat(12_000) + '</subProcess>'.repeat(12_000)])],
];
