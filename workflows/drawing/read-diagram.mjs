import BpmnModdle from 'bpmn-moddle';

const SIZES = {
  StartEvent: [36, 36],
  EndEvent: [36, 36],
  IntermediateCatchEvent: [36, 36],
  BoundaryEvent: [36, 36],
  ExclusiveGateway: [50, 50],
  EventBasedGateway: [50, 50],
  ParallelGateway: [50, 50],
};
const MERGE = [40, 40];
const TASK = [120, 90];

/**
 * What of a diagram is drawn: nodes with their sizes and lanes, the flows between them, and the names of the things
 * around (participant, process, the sub-process `body` that holds the lanes).
 */
export async function readDiagram(xml) {
  const { rootElement } = await new BpmnModdle().fromXML(xml);
  const roots = rootElement.rootElements;
  const process = roots.find((one) => one.$type === 'bpmn:Process');
  const { participants } = roots.find((one) => one.$type === 'bpmn:Collaboration');
  const collaboration = participants[0].$parent;
  const body = process.flowElements.find((one) => one.id === 'body');
  const lanes = body.laneSets[0].lanes.map(({ id, flowNodeRef }) => ({ id, members: flowNodeRef.map((node) => node.id) }));
  const laneOf = new Map(lanes.flatMap(({ id, members }) => members.map((member) => [member, id])));
  const nodes = new Map();
  const flows = [];
  for (const scope of [process, body])
    for (const element of scope.flowElements) {
      if (element.id === 'body') continue;
      if (element.$type === 'bpmn:SequenceFlow')
        flows.push({ id: element.id, name: element.name, from: element.sourceRef.id, to: element.targetRef.id });
      else nodes.set(element.id, readNode(element, laneOf.get(element.id)));
    }
  return { id: process.id, collaboration: collaboration.id, participant: participants[0].id, lanes, nodes, flows };
}

function readNode(element, lane) {
  const type = element.$type.slice('bpmn:'.length);
  const isMerge = type === 'ExclusiveGateway' && !element.name;
  const [width, height] = isMerge ? MERGE : (SIZES[type] ?? TASK);
  return { id: element.id, type, name: element.name, lane, host: element.attachedToRef?.id, isMerge, width, height };
}
