import { type Faults } from './faults';
import { kindOf, type Node, type Scope } from './tree';

/** Whether the picture of one scope holds together: one start, every element on a way, choices complete, lanes right. */
export function checkShape(scope: Scope, faults: Faults): void {
  const { owner, nodes, flows } = scope;
  const starts = nodes.filter(({ $type }) => $type === 'bpmn:StartEvent');
  if (starts.length !== 1) faults.add(owner, 'start-count', String(starts.length));
  checkLanes(scope, faults);
  for (const flow of flows) {
    const isWhole = [flow.sourceRef, flow.targetRef].every((end) => end && nodes.includes(end));
    if (!isWhole && !faults.has(flow.id)) faults.add(flow, 'flow-broken');
  }
  for (const node of nodes.filter(isOnTheWay)) {
    checkReferences(node, scope, faults);
    checkEnds(node, scope, faults);
    checkBranches(node, scope, faults);
  }
  checkReach(scope, starts, faults);
  const looping = nodes.find((node) => isIdleLoop(node, node, scope, new Set()));
  if (looping) faults.add(looping, 'loop-without-wait');
}

function isOnTheWay({ $type }: Node): boolean {
  return !/(Annotation|Association)$/.test($type);
}

/** An id of the wrong kind of element resolves as well as a right one. */
function checkReferences(node: Node, { nodes, out }: Scope, faults: Faults): void {
  const { attachedToRef: host, messageRef: message, default: standard } = node;
  if (host && !(nodes.includes(host) && /(Task|SubProcess|CallActivity)$/.test(host.$type))) faults.add(node, 'reference-wrong', host.id);
  if (message && message.$type !== 'bpmn:Message') faults.add(node, 'reference-wrong', message.id);
  if (standard && !out(node).includes(standard)) faults.add(node, 'reference-wrong', standard.id);
  for (const { messageRef, errorRef } of node.eventDefinitions ?? []) {
    if (messageRef && messageRef.$type !== 'bpmn:Message') faults.add(node, 'reference-wrong', messageRef.id);
    if (errorRef && errorRef.$type !== 'bpmn:Error') faults.add(node, 'reference-wrong', errorRef.id);
  }
}

function checkEnds(node: Node, { out, into }: Scope, faults: Faults): void {
  const kind = kindOf(node);
  const [entering, leaving] = [into(node).length, out(node).length];
  if (kind === 'StartEvent' && entering) faults.add(node, 'start-entered');
  if (kind === 'BoundaryEvent' && entering) faults.add(node, 'boundary-entered');
  if (kind === 'EndEvent' && leaving) faults.add(node, 'end-left');
  if (!['StartEvent', 'BoundaryEvent'].includes(kind) && !entering) faults.add(node, 'nothing-leads-here');
  if (kind !== 'EndEvent' && !leaving) faults.add(node, 'nothing-follows');
}

function checkBranches(node: Node, { out, into }: Scope, faults: Faults): void {
  const kind = kindOf(node);
  const leaving = out(node);
  if (!kind.endsWith('Gateway') && leaving.length > 1) faults.add(node, 'fork-uncontrolled');
  if (kind === 'EventBasedGateway') for (const flow of leaving) if (!isArm(flow.targetRef)) faults.add(flow, 'event-gateway-follower');
  if (kind !== 'ExclusiveGateway' || leaving.length < 2) {
    for (const flow of leaving) if (flow.conditionExpression) faults.add(flow, 'condition-misplaced');
    return;
  }
  if (!node.default) faults.add(node, 'default-missing');
  if (node.default?.conditionExpression) faults.add(node.default, 'default-conditional');
  for (const flow of leaving) if (flow !== node.default && !flow.conditionExpression) faults.add(flow, 'condition-missing');

  function isArm(target: Node | undefined): boolean {
    return !target || (['IntermediateCatchEvent', 'ReceiveTask'].includes(kindOf(target)) && into(target).length === 1);
  }
}

function checkLanes({ owner }: Scope, faults: Faults): void {
  const lanes = (owner.laneSets ?? []).flatMap((set) => set.lanes ?? []);
  const placed = new Set<Node>();
  for (const lane of lanes) {
    if (lane.childLaneSet) faults.add(lane, 'lane-nested');
    for (const node of lane.flowNodeRef ?? []) {
      if (node.$parent !== owner || placed.has(node)) faults.add(lane, 'lane-wrong', node.id);
      placed.add(node);
    }
  }
}

/**
 * From the start, along flows and through boundary events. What lies behind an
 * element that nothing leads to is not named again, and a lost round once.
 */
function checkReach({ nodes, out, into }: Scope, starts: Node[], faults: Faults): void {
  const seen = new Set<Node>();
  follow([...starts, ...nodes.filter((node) => !into(node).length && !node.attachedToRef)]);
  for (const node of nodes.filter(isOnTheWay)) {
    if (seen.has(node) || faults.has(node.id)) continue;
    faults.add(node, 'not-reachable');
    follow([node]);
  }

  function follow(queue: Node[]) {
    for (let node = queue.pop(); node; node = queue.pop()) {
      if (seen.has(node)) continue;
      seen.add(node);
      for (const { targetRef } of out(node)) if (targetRef) queue.push(targetRef);
      queue.push(...nodes.filter(({ attachedToRef }) => attachedToRef === node));
    }
  }
}

/** A way from a gateway back to itself over gateways alone. */
function isIdleLoop(from: Node, at: Node, scope: Scope, seen: Set<Node>): boolean {
  if (!kindOf(at).endsWith('Gateway') || kindOf(at) === 'EventBasedGateway') return false;
  return scope.out(at).some(({ targetRef }) => {
    if (!targetRef) return false;
    if (targetRef === from) return true;
    if (seen.has(targetRef)) return false;
    seen.add(targetRef);
    return isIdleLoop(from, targetRef, scope, seen);
  });
}
