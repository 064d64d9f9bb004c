import { type Facts } from '../domain/facts';

/**
 * The parts of bpmn-engine and bpmn-elements that this folder touches beyond
 * their published types. All of it is read from the pinned versions; an
 * upgrade begins with this file.
 */
export type Content = {
  id?: string;
  executionId: string;
  index?: number;
  isRootScope?: boolean;
  isMultiInstance?: boolean;
  loopOutput?: unknown;
  state?: string;
  expireAt?: string | Date;
  output?: unknown;
  message?: unknown;
  error?: { id?: string; message: string; code?: string };
  parent?: Parent;
  [key: string]: unknown;
};
export type Parent = { id: string; executionId: string; path?: Parent[] };
export type Message = {
  fields: { redelivered?: boolean; routingKey: string };
  content: Content;
  properties: { type?: string };
};
type Listener = (routingKey: string, message: Message) => void;
type Subscription = { noAck?: boolean; consumerTag?: string; priority?: number };
export type Queue = { messageCount: number; purge(): void; queueMessage(fields: { routingKey: string }, content: Content): void };
export type Broker = {
  subscribeTmp(exchange: string, pattern: string, listener: Listener, options: Subscription): void;
  publish(exchange: string, routingKey: string, content: Content, properties: { type: string }): void;
  getQueue(name: string): Queue | undefined;
  cancel(consumerTag: string): void;
};

export type Environment = {
  variables: { content?: Content; instance?: Instance } & Record<string, unknown>;
  output: Record<string, unknown>;
  services: { trace: Trace };
  expressions: { isExpression(text: unknown): boolean };
  assignVariables(variables: Record<string, unknown>): void;
  resolveExpression(text: string, message: unknown): unknown;
};
/** What one step knows and leaves behind; see step-trace.ts. */
export type Trace = {
  readonly facts: Facts;
  readonly done: string[];
  readonly flows: string[];
  readonly thrown: Set<string>;
  isOutside: boolean;
  enter(id: string, statusText: string | undefined): void;
};
export type Instance = { index: number; key: string | undefined; item: unknown };

/** What the diagram says of an element, as the serialised context carries it. */
export type Behaviour = {
  eventDefinitions?: { type: string; behaviour?: EventBehaviour }[];
  messageRef?: { id: string };
  loopCharacteristics?: { behaviour: LoopBehaviour };
  conditionExpression?: { body?: string; language?: string };
  attachedTo?: { id: string };
  calledElement?: string;
  cancelActivity?: boolean;
  errorCode?: string;
  triggeredByEvent?: boolean;
  isForCompensation?: boolean;
  name?: string;
  // mc:
  duty?: string;
  agency?: string;
  act?: string;
  form?: string;
  template?: string;
  limit?: string;
  topic?: string;
  status?: string;
  Service?: unknown;
};
export type EventBehaviour = {
  messageRef?: { id: string };
  errorRef?: { id: string };
  timeDuration?: string;
  timeCycle?: string;
  timeDate?: string;
};
export type LoopBehaviour = {
  isSequential?: boolean;
  collection?: string;
  elementVariable?: string;
  loopCardinality?: string | number;
};

/** An element as the serialised context lists it. */
export type Element = { id: string; type: string; name?: string; parent: { id: string }; behaviour?: Behaviour };
export type Flow = {
  id: string;
  type: string;
  sourceId: string;
  targetId: string;
  isDefault?: boolean;
  behaviour?: { conditionExpression?: { body?: string; language?: string } };
};
export type Context = {
  id: string;
  serialize(): string | undefined;
  getActivities(scope?: string): Element[];
  getActivityById(id: string): Element | undefined;
  getProcesses(): { id: string }[];
  getExecutableProcesses(): { id: string }[];
  getInboundSequenceFlows(id: string): Flow[];
  getOutboundSequenceFlows(id: string): Flow[];
  getSequenceFlows(scope?: string): Flow[];
  getMessageFlows(scope?: string): unknown[];
  /** Only on a slice: may a token arrive at this element in this step? */
  isExpected?: (id: string) => boolean;
};

export type Activity = {
  id: string;
  type: string;
  status?: string;
  executionId: string;
  isSubProcess?: boolean;
  isMultiInstance?: boolean;
  behaviour: Behaviour;
  environment: Environment;
  broker: Broker;
  /** Absent on a process, which is extended like an activity. */
  inbound?: { sourceId: string }[];
  context: { definitionContext: Context };
  attachedTo: Activity | null;
  parentElement: Activity;
  eventDefinitions?: { [symbol: symbol]: Queue | undefined }[];
  execution?: ActivityExecution;
  on(event: string, listener: (api: { content: Content }) => void, options: { consumerTag: string }): void;
  once(event: string, listener: () => void, options: { consumerTag: string }): void;
  discard(): void;
};
export type ActivityExecution = {
  executionId: string;
  source?: { executions?: Scope[] };
  getPostponed(): Api[];
};
/** A running process, or one run of a sub-process. */
export type Scope = {
  executionId: string;
  environment: Environment;
  getPostponed(): Api[];
  getActivities(): Activity[];
};
export type Api = {
  id: string;
  type: string;
  content: Content;
  owner: Activity | undefined;
  signal(output: unknown): void;
  cancel(): void;
  fail(error: { code: string; message: string }): void;
};
export type Process = { id: string; status?: string; execution: Scope; getPostponed(): Api[] };
export type Definition = {
  id: string;
  executionId: string;
  status?: string;
  getRunningProcesses(): Process[];
};

export type Extension = (activity: Activity) => { activate(message: Message): void; deactivate(message: Message): void } | undefined;

/** The saved position, as far as it is read here. */
export type SavedState = { engineVersion: string; definitions: [SavedDefinition] };
export type SavedDefinition = { id: string; execution?: { processes?: { execution?: SavedScope }[] } };
export type SavedScope = { children?: SavedActivity[] };
export type SavedActivity = {
  id: string;
  broker?: unknown;
  status?: string;
  execution?: SavedScope & { executions?: SavedScope[] };
};
