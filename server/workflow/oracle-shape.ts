import { type Context, type LoopBehaviour } from './engine-parts';

/** An element as the oracle sees it. `type` and `event` without their prefix. */
export type Part = {
  id: string;
  type: string;
  out: { id: string; to: string; isDefault: boolean; condition: string | undefined }[];
  arrivals: number;
  event: string | undefined;
  loop: LoopBehaviour | undefined;
  called: string | undefined;
  code: string | undefined;
  attachedTo: string | undefined;
  isInterrupting: boolean;
};

export type Shape = {
  parts: Map<string, Part>;
  boundaries: Map<string, Part[]>;
  starts: Map<string, Part[]>;
  main: string;
  /** Whether a flow with this condition is taken, asked from this instance. */
  condition(text: string, index: number | undefined): boolean;
  /** How many instances a collection gives. */
  count(text: string): number;
};

/** The same compiled diagram that the engine runs, read for an independent interpreter of tokens. */
export function shapeOf(context: Context, decisions: Pick<Shape, 'condition' | 'count'>): Shape {
  const parts = new Map<string, Part>();
  const boundaries = new Map<string, Part[]>();
  const starts = new Map<string, Part[]>();
  const elements = context.getActivities();
  const codes = new Map(elements.map(({ id, type, behaviour }) => [id, type === 'bpmn:Error' ? behaviour?.errorCode : undefined]));
  for (const { id, type, parent, behaviour = {} } of elements) {
    const event = behaviour.eventDefinitions?.[0];
    const inbound = context.getInboundSequenceFlows(id);
    const part: Part = {
      id,
      type: type.slice('bpmn:'.length),
      out: context
        .getOutboundSequenceFlows(id)
        .map((flow) => ({
          id: flow.id,
          to: flow.targetId,
          isDefault: !!flow.isDefault,
          condition: flow.behaviour?.conditionExpression?.body,
        }))
        // the default is asked last
        .sort((a, b) => Number(a.isDefault) - Number(b.isDefault)),
      arrivals: inbound.length,
      event: event?.type.slice('bpmn:'.length),
      loop: behaviour.loopCharacteristics?.behaviour,
      called: behaviour.calledElement,
      code: codes.get(event?.behaviour?.errorRef?.id ?? ''),
      attachedTo: behaviour.attachedTo?.id,
      isInterrupting: behaviour.cancelActivity !== false,
    };
    parts.set(id, part);
    if (part.attachedTo) put(boundaries, part.attachedTo, part);
    else if (!inbound.length && !behaviour.triggeredByEvent) put(starts, parent.id, part);
  }
  const [main] = context.getExecutableProcesses();
  return { parts, boundaries, starts, main: main?.id ?? '', ...decisions };
}

function put(map: Map<string, Part[]>, key: string, part: Part): void {
  const list = map.get(key);
  if (list) list.push(part);
  else map.set(key, [part]);
}
