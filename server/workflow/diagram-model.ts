import { type Context, type Element, type Flow } from './engine-parts';

/** Where a token rests until somebody outside answers. */
export const WAITS = new Set(
  [
    'UserTask',
    'ManualTask',
    'ReceiveTask',
    'ServiceTask',
    'SendTask',
    'BusinessRuleTask',
    'IntermediateCatchEvent',
    'CallActivity',
    'EventBasedGateway',
  ].map((type) => `bpmn:${type}`),
);
/** These jump over flows: no slice. The validator refuses them all. */
const EXOTIC = /Compensate|Escalation|Cancel|Link|Conditional/;

/** A diagram as the slices need it: once per definition version, shared by all its dossiers. */
export type Model = {
  context: Context;
  /** The whole diagram; it keeps its source out of the saved state. */
  whole: Context;
  elements: Map<string, Element>;
  boundaries: Map<string, string[]>;
  starts: Map<string, string[]>;
  outbound: (id: string) => Flow[];
  mayPass: (scope: string) => boolean;
  isExotic: boolean;
  processes: string[];
  slices: Map<string, Context>;
  /** By the place of a step: what may be asked on its way. */
  conditions: Map<string, ReadonlySet<string>>;
};

export function analyse(context: Context): Model {
  const elements = new Map<string, Element>();
  const byScope = new Map<string, Element[]>();
  const boundaries = new Map<string, string[]>();
  const links = new Map<string, { inbound: Flow[]; outbound: Flow[] }>();
  let isExotic = context.getMessageFlows().length > 0;
  for (const element of context.getActivities()) {
    const { id, type, parent, behaviour } = element;
    elements.set(id, element);
    links.set(id, { inbound: context.getInboundSequenceFlows(id), outbound: context.getOutboundSequenceFlows(id) });
    put(byScope, parent.id, element);
    if (behaviour?.attachedTo) put(boundaries, behaviour.attachedTo.id, id);
    for (const event of behaviour?.eventDefinitions ?? [])
      if (EXOTIC.test(event.type) || (/Throw|EndEvent/.test(type) && /Message|Signal/.test(event.type))) isExotic = true;
    if (behaviour?.isForCompensation || type === 'bpmn:Transaction' || type === 'bpmn:AdHocSubProcess') isExotic = true;
  }
  const starts = new Map<string, string[]>();
  for (const [scope, list] of byScope)
    starts.set(
      scope,
      list.filter(({ id, behaviour }) => !links.get(id)?.inbound.length && !behaviour?.attachedTo).map(({ id }) => id),
    );
  const outbound = (id: string) => links.get(id)?.outbound ?? [];
  const whole = Object.create(context) as Context;
  whole.getInboundSequenceFlows = (id) => links.get(id)?.inbound ?? [];
  whole.getOutboundSequenceFlows = outbound;
  whole.serialize = () => undefined;
  return {
    context,
    whole,
    elements,
    boundaries,
    starts,
    outbound,
    mayPass: passing(elements, starts, outbound),
    isExotic,
    processes: context.getProcesses().map(({ id }) => id),
    slices: new Map(),
    conditions: new Map(),
  };
}

/** Whether a scope may run from start to end without a single wait. */
function passing(elements: Model['elements'], starts: Model['starts'], outbound: Model['outbound']) {
  const known = new Map<string, boolean>();
  return mayPass;
  function mayPass(scope: string): boolean {
    const answer = known.get(scope);
    if (answer !== undefined) return answer;
    known.set(scope, false);
    const seen = new Set<string>();
    const queue = [...(starts.get(scope) ?? [])];
    for (let id = queue.pop(); id !== undefined && !known.get(scope); id = queue.pop()) {
      const element = elements.get(id);
      if (seen.has(id) || !element || WAITS.has(element.type) || (isSub(element) && !mayPass(id))) continue;
      seen.add(id);
      if (!outbound(id).length) known.set(scope, true);
      for (const { targetId } of outbound(id)) queue.push(targetId);
    }
    return known.get(scope) ?? false;
  }
}

export function isSub({ type }: Element): boolean {
  return type === 'bpmn:SubProcess';
}

function put<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
