import { getDate, ISOInterval } from '@0dep/piso';
import { type Faults } from './faults';
import { checkFeel } from './feel';
import { type EventDefinition, kindOf, type Node } from './tree';

const MAY_HOLD: Record<string, string[]> = {
  StartEvent: [],
  EndEvent: ['TerminateEventDefinition', 'ErrorEventDefinition'],
  IntermediateCatchEvent: ['TimerEventDefinition', 'MessageEventDefinition'],
  BoundaryEvent: ['TimerEventDefinition', 'MessageEventDefinition', 'ErrorEventDefinition'],
};

/** Timers, messages and errors: each complete, and able to happen where it stands. */
export function checkEvent(node: Node, isInInstance: boolean, faults: Faults): void {
  const kind = kindOf(node);
  const allowed = MAY_HOLD[kind];
  if (!allowed) return;
  const events = node.eventDefinitions ?? [];
  const isWaiting = kind === 'IntermediateCatchEvent' || kind === 'BoundaryEvent';
  if (events.length > 1 || (isWaiting && !events.length)) faults.add(node, 'event-count');
  for (const event of events) {
    const what = kindOf(event);
    if (!allowed.includes(what)) faults.add(node, 'event-kind', what);
    else if (what === 'TimerEventDefinition') checkTimer(node, event, isInInstance, faults);
    else if (what === 'MessageEventDefinition') checkMessage(node, event, faults);
    else if (what === 'ErrorEventDefinition') checkError(node, event, faults);
  }
  if (node.limit !== undefined && events[0]?.$type !== 'bpmn:TimerEventDefinition') faults.add(node, 'attribute-unknown', 'mc:limit');
}

function checkTimer(node: Node, event: EventDefinition, isInInstance: boolean, faults: Faults): void {
  const kind = (['timeDuration', 'timeDate', 'timeCycle'] as const).find((one) => event[one]);
  const body = kind && event[kind]?.body?.trim();
  if (node.limit) return body ? faults.add(node, 'timer-twice') : undefined;
  if (!kind || !body) return faults.add(node, 'timer-without-time');
  if (kind === 'timeCycle' && !(node.$type === 'bpmn:BoundaryEvent' && node.cancelActivity === false)) faults.add(node, 'cycle-misplaced');
  if (body.startsWith('=')) return void checkFeel(node, body, isInInstance, faults);
  if (!isTime(kind, body)) return faults.add(node, 'timer-wrong', body);
  if (kind !== 'timeDate' && !/^(R\d+\/)?PT/.test(body)) faults.add(node, 'timer-in-days', body);
}

/** As the engine reads ISO 8601: a date, one duration, or a cycle of a counted number of times. */
function isTime(kind: 'timeDuration' | 'timeDate' | 'timeCycle', body: string): boolean {
  try {
    if (kind === 'timeDate') return !Number.isNaN(getDate(body).getTime());
    const { repeat } = new ISOInterval(body).parse() as { repeat?: number };
    return kind === 'timeCycle' ? !!repeat && repeat > 0 : !repeat && body.startsWith('P');
  } catch {
    return false;
  }
}

function checkMessage(node: Node, event: EventDefinition, faults: Faults): void {
  if (!event.messageRef && !faults.has(node.id)) faults.add(node, 'message-missing');
  if (node.cancelActivity === false) faults.add(node, 'message-repeating');
}

function checkError(node: Node, { errorRef }: EventDefinition, faults: Faults): void {
  if (!errorRef?.errorCode) return faults.add(node, 'error-without-code');
  if (node.$type === 'bpmn:BoundaryEvent') {
    if (node.cancelActivity === false || !mayFail(node.attachedToRef, errorRef)) faults.add(node, 'error-impossible');
    return;
  }
  const scope = node.$parent;
  const neighbours = scope?.$parent?.flowElements ?? [];
  const isCaught = neighbours.some(
    ({ attachedToRef, eventDefinitions }) => attachedToRef === scope && eventDefinitions?.some((one) => one.errorRef === errorRef),
  );
  if (!isCaught) faults.add(node, 'error-uncaught');
}

/** Whether this host can end with this error: a service may be answered with any, a sub-process throws its own or holds such a service. */
function mayFail(host: Node | undefined, error: Node): boolean {
  if (!host) return false;
  if (['ServiceTask', 'SendTask', 'BusinessRuleTask'].includes(kindOf(host))) return true;
  if (kindOf(host) !== 'SubProcess') return false;
  return (host.flowElements ?? []).some(
    (node) => (kindOf(node) === 'EndEvent' && node.eventDefinitions?.some((one) => one.errorRef === error)) || mayFail(node, error),
  );
}
