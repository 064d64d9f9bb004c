import { type ModdleElement } from 'bpmn-moddle';

/** An element of the parsed diagram, as far as the validator reads it. Anything may be missing: the file comes from outside. */
export type Node = ModdleElement & {
  $parent?: Node;
  // shape
  flowElements?: Node[];
  laneSets?: { lanes?: Lane[] }[];
  artifacts?: Node[];
  sourceRef?: Node;
  targetRef?: Node;
  attachedToRef?: Node;
  default?: Node;
  conditionExpression?: Formal;
  eventDefinitions?: EventDefinition[];
  loopCharacteristics?: Node & { loopCardinality?: Formal; collection?: string; completionCondition?: Formal };
  cancelActivity?: boolean;
  messageRef?: Node;
  calledElement?: string;
  isExecutable?: boolean;
  triggeredByEvent?: boolean;
  isForCompensation?: boolean;
  implementation?: string;
  errorCode?: string;
  ioSpecification?: unknown;
  properties?: unknown[];
  dataInputAssociations?: unknown[];
  dataOutputAssociations?: unknown[];
  // mc:
  duty?: string;
  agency?: string;
  act?: string;
  form?: string;
  template?: string;
  limit?: string;
  topic?: string;
  status?: string;
};
export type Lane = Node & { flowNodeRef?: Node[]; childLaneSet?: unknown };
export type Formal = Node & { body?: string; language?: string; resource?: unknown };
export type EventDefinition = Node & { timeDuration?: Formal; timeDate?: Formal; timeCycle?: Formal; errorRef?: Node };

/** `UserTask` of `bpmn:UserTask`. */
export function kindOf({ $type }: Node): string {
  return $type.slice($type.indexOf(':') + 1);
}

/** Sequence flows and the rest of one process or sub-process. */
export type Scope = {
  owner: Node;
  nodes: Node[];
  flows: Node[];
  isInInstance: boolean;
  out: (node: Node) => Node[];
  into: (node: Node) => Node[];
};

/** By source and target: `incoming` and `outgoing` are empty when the file omits them. */
export function scopeOf(owner: Node, isInInstance: boolean): Scope {
  const all = owner.flowElements ?? [];
  const flows = all.filter(({ $type }) => $type === 'bpmn:SequenceFlow');
  return {
    owner,
    nodes: all.filter(({ $type }) => $type !== 'bpmn:SequenceFlow'),
    flows,
    isInInstance,
    out: (node) => flows.filter(({ sourceRef }) => sourceRef === node),
    into: (node) => flows.filter(({ targetRef }) => targetRef === node),
  };
}

/** Every scope of a process, itself first. */
export function scopesIn(owner: Node, isInInstance: boolean): Scope[] {
  const scope = scopeOf(owner, isInInstance);
  const inner = scope.nodes.filter(({ $type }) => $type === 'bpmn:SubProcess');
  return [scope, ...inner.flatMap((node) => scopesIn(node, isInInstance || !!node.loopCharacteristics))];
}
