import { isSub, WAITS, type Model } from './diagram-model';
import { type Element, type Flow } from './engine-parts';

/** Where one step begins. */
export type Beginning = {
  active: readonly string[];
  /** The element of the wait that is answered. */
  answered: readonly string[];
  /** What the condition of a flow will say, where that can be told beforehand. */
  foretell: (condition: string) => boolean | undefined;
};

export type Reached = {
  /** Elements that the engine has to know. */
  included: Set<string>;
  /** Those at which a token may arrive. */
  entered: Set<string>;
  /** Conditions that may be asked on the way. */
  conditions: Set<string>;
};

/** How far a token may come in one step: through everything that does not wait. */
export function reach(model: Model, { active: activeIds, answered, foretell }: Beginning): Reached {
  const { elements, boundaries, starts, outbound, mayPass, processes } = model;
  const included = new Set<string>();
  const entered = new Set<string>();
  const conditions = new Set<string>();
  const left = new Set<string>();
  const active = new Set(activeIds);
  for (const id of active) {
    const element = elements.get(id);
    if (!element) continue;
    include(id);
    if (element.behaviour?.attachedTo) include(element.behaviour.attachedTo.id);
    // the next instance starts inside
    if (element.behaviour?.loopCharacteristics) enterInside(element);
  }
  for (const id of answered) {
    leave(id);
    leaveByError(id);
  }
  for (const { id, behaviour } of elements.values()) if (behaviour?.triggeredByEvent) enter(id);
  return { included, entered, conditions };

  function include(id: string) {
    for (const each of [id, ...(boundaries.get(id) ?? [])]) included.add(each);
  }
  /** A token may start inside. */
  function enterInside(element: Element) {
    if (isSub(element)) for (const start of starts.get(element.id) ?? []) enter(start);
    if (element.type !== 'bpmn:CallActivity') return;
    const called = element.behaviour?.calledElement ?? '';
    for (const scope of starts.has(called) ? [called] : processes) for (const start of starts.get(scope) ?? []) enter(start);
  }
  /** A token may arrive here in this step. */
  function enter(id: string) {
    const element = elements.get(id);
    if (!element || entered.has(id)) return;
    entered.add(id);
    include(id);
    enterInside(element);
    if (element.type === 'bpmn:EventBasedGateway') for (const { targetId } of outbound(id)) enter(targetId);
    const called = element.type === 'bpmn:CallActivity' ? element.behaviour?.calledElement : undefined;
    if (called ? mayPass(called) : !WAITS.has(element.type) && (!isSub(element) || mayPass(id))) leave(id);
  }
  /** A token may leave here in this step; where nothing follows, it may be the last of what is around it. */
  function leave(id: string) {
    if (left.has(id)) return;
    left.add(id);
    const next = outbound(id);
    for (const { targetId } of elements.get(id)?.type === 'bpmn:ExclusiveGateway' ? taken(next) : next) enter(targetId);
    if (!next.length) for (const around of activeAround(id)) leave(around);
  }
  /** The flow that a split takes, the first whose condition holds; all of them where one cannot be told. */
  function taken(flows: Flow[]): Flow[] {
    const asked = flows.filter(({ isDefault, behaviour }) => !isDefault && behaviour?.conditionExpression);
    const said = asked
      .map(({ behaviour }) => behaviour?.conditionExpression?.body ?? '')
      .map((condition) => {
        conditions.add(condition);
        return foretell(condition);
      });
    if (said.includes(undefined)) return flows;
    const first = said.indexOf(true);
    return first >= 0 ? [asked[first]!] : flows.filter((flow) => !asked.includes(flow));
  }
  /** A service may fail; what an error end throws goes through the whole diagram. */
  function leaveByError(id: string) {
    for (const boundary of boundaries.get(id) ?? [])
      if (elements.get(boundary)?.behaviour?.eventDefinitions?.some(({ type }) => type.includes('Error'))) leave(boundary);
  }
  /** The sub-process it is in, or the call activities that may have called its process. */
  function activeAround(id: string): string[] {
    const scope = elements.get(id)?.parent.id ?? '';
    return elements.has(scope) ? [scope] : [...active].filter((one) => elements.get(one)?.behaviour?.calledElement === scope);
  }
}
