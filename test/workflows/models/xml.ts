/** A tiny writer of BPMN: elements as text. An element is named by its id unless a name is given. */
export type Attributes = Record<string, string | undefined>;

export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

export function definitions(content: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:mc="urn:mot-cua:bpmn" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions" targetNamespace="urn:mot-cua:models">
${content.join('\n')}
</definitions>`;
}

export function element(type: string, id: string, inner = '', attributes: Attributes = {}): string {
  return tag(type, inner, { id, name: id, ...attributes });
}

function tag(type: string, inner: string, attributes: Attributes): string {
  const written = Object.entries(attributes).map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeXml(value)}"`));
  return `<${type}${written.join('')}>${inner}</${type}>`;
}

export function process(id: string, items: readonly string[], isExecutable: boolean): string {
  return element('process', id, items.join('\n'), { isExecutable: String(isExecutable) });
}

export const start = (id: string) => element('startEvent', id);
export const end = (id: string, inner = '', attributes: Attributes = {}) => element('endEvent', id, inner, attributes);
export const work = { 'mc:duty': 'officer', 'mc:act': 'examine', 'mc:limit': 'named examination' };
export const user = (id: string, inner = '', attributes: Attributes = {}) => element('userTask', id, inner, { ...work, ...attributes });
export const service = (id: string, attributes: Attributes = {}) =>
  element('serviceTask', id, '', { 'mc:topic': 'issue-receipt', ...attributes });
export const receive = (id: string, message: string) => element('receiveTask', id, '', { messageRef: message });
export const fork = (id: string) => element('parallelGateway', id);
export const eventGateway = (id: string, attributes: Attributes = {}) => element('eventBasedGateway', id, '', attributes);
export const xor = (id: string, standard?: string, attributes: Attributes = {}) =>
  element('exclusiveGateway', id, '', { default: standard, ...attributes });
export const sub = (id: string, items: readonly string[], inner = '') => element('subProcess', id, `${inner}\n${items.join('\n')}\n`);
export const call = (id: string, called: string) => element('callActivity', id, '', { calledElement: called });
export const message = (id: string) => element('message', id, '', { 'mc:act': 'answer-supplement', 'mc:duty': 'submitter' });
export const error = (id: string) => element('error', id, '', { errorCode: id });
export const onMessage = (id: string) => `<messageEventDefinition messageRef="${id}"/>`;
export const onError = (id: string) => `<errorEventDefinition errorRef="${id}"/>`;
export const emptyTimer = '<timerEventDefinition/>';
export const timer = (text: string, kind = 'timeDuration') =>
  `<timerEventDefinition><${kind} xsi:type="tFormalExpression">${escapeXml(text)}</${kind}></timerEventDefinition>`;
export const boundary = (id: string, host: string, inner: string, attributes: Attributes = {}) =>
  element('boundaryEvent', id, inner, { attachedToRef: host, ...attributes });
export const catching = (id: string, inner: string, attributes: Attributes = {}) =>
  element('intermediateCatchEvent', id, inner, attributes);

export function flow(from: string, to: string, condition?: string, id = `f_${from}_${to}`): string {
  const inner = condition ? `<conditionExpression xsi:type="tFormalExpression">${escapeXml(condition)}</conditionExpression>` : '';
  return `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${inner}</sequenceFlow>`;
}

export function flows(...ids: string[]): string[] {
  return ids.slice(1).map((to, place) => flow(ids[place] ?? '', to));
}

export function multi(loop: { isSequential: boolean; cardinality?: number | string; collection?: string; completion?: string }): string {
  const { isSequential, cardinality, collection, completion } = loop;
  const formal = (name: string, text: string) => `<${name} xsi:type="tFormalExpression">${escapeXml(text)}</${name}>`;
  const inner = `${cardinality === undefined ? '' : formal('loopCardinality', String(cardinality))}${completion ? formal('completionCondition', completion) : ''}`;
  return tag('multiInstanceLoopCharacteristics', inner, {
    isSequential: String(isSequential),
    'camunda:collection': collection,
    'camunda:elementVariable': collection && 'agency',
  });
}
