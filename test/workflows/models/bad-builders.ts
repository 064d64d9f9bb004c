import { type DiagramFaultCode } from '../../../server/domain/words/diagram-faults';
import { diagram } from './small';
import * as x from './xml';

/** One bad diagram: what is wrong, the element to be named (null: the file), and the file. */
export type Bad = readonly [code: DiagramFaultCode, at: string | null, xml: string, why?: string];

export const LIMIT = { 'mc:limit': '3 working-days' };
export const yes = '=facts.receiptNeeded = true';
/** Start, one task, end, and more beside them. */
export const around = (task: string, ...more: string[]) => diagram([x.start('s'), task, x.end('e'), ...x.flows('s', 't', 'e'), ...more]);
export const plain = around(x.user('t'));
/** A choice between two ends. */
export const choice = (condition: string, names: { gateway?: string } = {}) =>
  diagram([
    x.start('s'),
    x.user('t'),
    names.gateway ?? x.xor('g', 'f_g_e'),
    x.end('e'),
    x.end('e2'),
    ...x.flows('s', 't', 'g', 'e'),
    x.flow('g', 'e2', condition),
  ]);
/** A task with an event on it that leads to a service. */
export const withBoundary = (boundary: string, task = x.user('t')) =>
  around(task, boundary, x.service('v'), x.end('e2'), ...x.flows('b', 'v', 'e2'));
export const waiting = (event: string, attributes: x.Attributes = {}) => around(x.catching('t', event, attributes));
/** A task that gives a list, then one for each of it. */
export const each = (loop: string) =>
  diagram([x.start('s'), x.user('choose'), x.user('t', loop), x.end('e'), ...x.flows('s', 'choose', 't', 'e')]);
export const list = x.multi({ isSequential: false, collection: '=output.choose.list' });
export const inside = (...items: string[]) =>
  diagram([x.start('s'), x.user('choose'), x.sub('sub', items, list), x.end('e'), ...x.flows('s', 'choose', 'sub', 'e')]);
export const called = (...items: string[]) => x.process('other', items, false);
export const errors = (xml: string, ...ids: string[]) => xml.replace('<process', `${ids.map(x.error).join('')}<process`);
export const spoilt = (from: string, to: string) => plain.replace(from, to);
export const lanes = (text: string) => around(x.user('t'), `<laneSet id="lanes">${text}</laneSet>`);
export const lane = (id: string, ...ids: string[]) =>
  x.element('lane', id, ids.map((one) => `<flowNodeRef>${one}</flowNodeRef>`).join(''), { 'mc:duty': 'clerk' });
/** A fork into three, the parts given. */
export const forked = (...parts: string[]) => diagram([x.start('s'), x.fork('f'), x.end('e'), ...x.flows('s', 'f'), ...parts]);
