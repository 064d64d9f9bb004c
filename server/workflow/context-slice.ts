import { isSub, WAITS, type Model } from './diagram-model';
import { type Context, type Element, type Flow, type SavedScope, type SavedState } from './engine-parts';

/** Of one diagram; dossiers stand together at few places, so they seldom go. */
const MAX_SLICES = 1000;

/**
 * The diagram as one step needs to see it. One step can touch only what is
 * active, what hangs on it, and what is reachable from the answered wait before
 * the next ones; the engine builds queues for every element it sees, so it sees
 * few. A token that goes elsewhere is reported and the step repeated on the whole
 * diagram. `answered` is the element that is answered; for a new dossier both are
 * the start events.
 */
export function slice(model: Model, activeIds: readonly string[], answered: readonly string[]): Context {
  if (model.isExotic) return model.whole;
  const key = `${[...activeIds].sort().join()} ${answered.join()}`;
  const cached = model.slices.get(key);
  if (cached) return cached;
  const { context } = model;
  const { included, entered } = reach(model, activeIds, answered);
  const view = Object.create(model.whole) as Context;
  // expected, not visible: a boundary event that leads back into its own host is visible before it may be entered
  view.isExpected = (id) => entered.has(id);
  view.getActivities = perScope((scope) => context.getActivities(scope).filter(({ id }) => included.has(id)));
  // a flow is visible when either end is, so that a join knows all its inbound flows
  const flows = visibleFlows(model, included);
  view.getSequenceFlows = perScope((scope) => context.getSequenceFlows(scope).filter(({ id }) => flows.has(id)));
  const visible = (list: Flow[]) => list.filter(({ id }) => flows.has(id));
  view.getInboundSequenceFlows = (id) => visible(model.whole.getInboundSequenceFlows(id));
  view.getOutboundSequenceFlows = (id) => visible(model.whole.getOutboundSequenceFlows(id));
  if (model.slices.size >= MAX_SLICES) model.slices.clear();
  model.slices.set(key, view);
  return view;
}

function visibleFlows({ elements, outbound, whole }: Model, included: Set<string>): Set<string> {
  const visible = new Set<string>();
  for (const id of included) for (const flow of outbound(id)) visible.add(flow.id);
  for (const id of included) {
    const inbound = whole.getInboundSequenceFlows(id);
    if (elements.get(id)?.type === 'bpmn:ParallelGateway') for (const flow of inbound) visible.add(flow.id);
    else if (inbound[0] && !inbound.some((flow) => visible.has(flow.id))) visible.add(inbound[0].id);
  }
  return visible;
}

function reach(
  { elements, boundaries, starts, outbound, mayPass, processes }: Model,
  activeIds: readonly string[],
  answered: readonly string[],
) {
  const included = new Set<string>();
  const entered = new Set<string>();
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
  return { included, entered };

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
    for (const { targetId } of next) enter(targetId);
    if (!next.length) for (const around of activeAround(id)) leave(around);
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

/** Ids that carry live state; element, sub-process and called process alike. */
export function activeIdsOf({ definitions }: SavedState): string[] {
  return (definitions[0].execution?.processes ?? []).flatMap(({ execution }) => aliveIn(execution));
}

function aliveIn(scope: SavedScope | undefined): string[] {
  return (scope?.children ?? [])
    .filter(({ broker, status }) => broker || status)
    .flatMap(({ id, execution }) => [id, ...aliveIn(execution), ...(execution?.executions ?? []).flatMap(aliveIn)]);
}

function perScope<Answer>(read: (scope?: string) => Answer): (scope?: string) => Answer {
  const answers = new Map<string | undefined, Answer>();
  return (scope) => {
    const known = answers.get(scope);
    if (known !== undefined) return known;
    const answer = read(scope);
    answers.set(scope, answer);
    return answer;
  };
}
