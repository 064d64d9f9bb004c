import { type Model } from './diagram-model';
import { type Context, type Flow } from './engine-parts';
import { type Beginning, reach, type Reached } from './reach';

/** Of one diagram; dossiers stand together at few places, so they seldom go. */
const MAX_SLICES = 1000;

/**
 * The diagram as one step needs to see it. One step can touch only what is
 * active, what hangs on it, and what is reachable from the answered wait before
 * the next ones; the engine builds queues for every element it sees, so it sees
 * few. A token that goes elsewhere is reported and the step repeated on the whole
 * diagram. For a new dossier, active and answered are the start events.
 */
export function slice(model: Model, from: Beginning): Context {
  if (model.isExotic) return model.whole;
  const place = `${[...from.active].sort().join()} ${from.answered.join()}`;
  // which conditions a step may meet is known of its place; what they say now picks the slice
  const conditions = model.conditions.get(place) ?? reach(model, { ...from, foretell: () => undefined }).conditions;
  keep(model.conditions, place, conditions);
  const key = `${place} ${[...conditions].map((condition) => from.foretell(condition) ?? '').join()}`;
  const cached = model.slices.get(key);
  if (cached) return cached;
  const made = visible(model, reach(model, from));
  keep(model.slices, key, made);
  return made;
}

function keep<Value>(into: Map<string, Value>, key: string, value: Value): void {
  if (into.size >= MAX_SLICES) into.clear();
  into.set(key, value);
}

function visible(model: Model, { included, entered }: Reached): Context {
  const { context, whole } = model;
  const flows = visibleFlows(model, included);
  const only = (all: Flow[]) => all.filter(({ id }) => flows.has(id));
  const view = Object.create(whole) as Context;
  // expected, not visible: a boundary event that leads back into its own host is visible before it may be entered
  view.isExpected = (id) => entered.has(id);
  view.getActivities = perScope((scope) => context.getActivities(scope).filter(({ id }) => included.has(id)));
  view.getSequenceFlows = perScope((scope) => only(context.getSequenceFlows(scope)));
  view.getInboundSequenceFlows = (id) => only(whole.getInboundSequenceFlows(id));
  view.getOutboundSequenceFlows = (id) => only(whole.getOutboundSequenceFlows(id));
  return view;
}

/** All that a token may take, all that a join waits for, and one into everything else: what nothing leads to would be started. */
function visibleFlows({ elements, outbound, whole }: Model, included: ReadonlySet<string>): Set<string> {
  const flows = new Set<string>();
  for (const id of included) for (const flow of outbound(id)) flows.add(flow.id);
  for (const id of included) {
    const inbound = whole.getInboundSequenceFlows(id);
    if (elements.get(id)?.type === 'bpmn:ParallelGateway') for (const flow of inbound) flows.add(flow.id);
    else if (inbound[0] && !inbound.some((flow) => flows.has(flow.id))) flows.add(inbound[0].id);
  }
  return flows;
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
