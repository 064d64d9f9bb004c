import { type Faults } from './faults';
import { checkFeel } from './feel';
import { kindOf, type Node, type Scope } from './tree';

const ALLOWED = new Set(
  (
    'SubProcess CallActivity UserTask ManualTask ServiceTask SendTask BusinessRuleTask ReceiveTask ExclusiveGateway ParallelGateway ' +
    'EventBasedGateway StartEvent EndEvent IntermediateCatchEvent BoundaryEvent TextAnnotation Association'
  ).split(' '),
);

/** Whether this kind of element runs right in the engine at all; what does not is refused whole. Answers whether to look further. */
export function checkKind(node: Node, faults: Faults): boolean {
  if (!ALLOWED.has(kindOf(node)) || !node.$type.startsWith('bpmn:')) {
    faults.add(node, 'not-allowed', kindOf(node));
    return false;
  }
  if (node.triggeredByEvent) faults.add(node, 'not-allowed', 'triggeredByEvent');
  if (node.isForCompensation) faults.add(node, 'not-allowed', 'isForCompensation');
  if (node.implementation && !['##unspecified', '##WebService'].includes(node.implementation))
    faults.add(node, 'implementation-given', node.implementation);
  if (hasDataFlow(node)) faults.add(node, 'data-flow');
  if (kindOf(node) === 'ReceiveTask' && !node.messageRef && !faults.has(node.id)) faults.add(node, 'message-missing');
  return true;
}

export function hasDataFlow({ ioSpecification, properties, dataInputAssociations, dataOutputAssociations }: Node): boolean {
  return !!ioSpecification || [properties, dataInputAssociations, dataOutputAssociations].some((list) => list?.length);
}

/** Several instances: their number is known, and none inside another. */
export function checkInstances(node: Node, { nodes, isInInstance }: Scope, faults: Faults): void {
  const loop = node.loopCharacteristics;
  if (!loop) return;
  if (loop.$type !== 'bpmn:MultiInstanceLoopCharacteristics') return faults.add(node, 'not-allowed', kindOf(loop));
  if (isInInstance) faults.add(node, 'multi-nested');
  const number = loop.loopCardinality?.body?.trim();
  const { collection } = loop;
  if (!number === !collection) faults.add(node, 'multi-count');
  if (number && !/^\d{1,4}$/.test(number)) {
    if (number.startsWith('=')) checkFeel(node, number, isInInstance, faults);
    else faults.add(node, 'multi-number', number);
  }
  if (collection && checkFeel(node, collection, isInInstance, faults)) {
    const giver = /^=output\.([\w-]+)(?:\.[\w-]+)+$/.exec(collection)?.[1];
    // a sub-process has outputs of its own: the list must come from a task beside it
    if (!nodes.some(({ id }) => id === giver)) faults.add(node, 'multi-collection', collection);
  }
  if (loop.completionCondition) checkFeel(node, loop.completionCondition.body ?? '', isInInstance, faults);
}

/** A call: to a known process that is not run by itself, one level deep, not inside an instance. */
export function checkCall(node: Node, process: Node, processes: Node[], isInInstance: boolean, faults: Faults): void {
  if (kindOf(node) !== 'CallActivity') return;
  const target = processes.find(({ id }) => id === node.calledElement);
  if (isInInstance) faults.add(node, 'call-inside-instance');
  if (!process.isExecutable) faults.add(node, 'call-nested');
  if (!target || target.isExecutable) faults.add(node, 'call-unknown', node.calledElement);
}
