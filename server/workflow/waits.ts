import { type Activity, type Api, type Behaviour, type Content, type Context, type Definition, type Instance } from './engine-parts';
import { type Wait, type WaitKind } from './wait';

const KIND: Record<string, WaitKind> = {
  UserTask: 'user',
  ManualTask: 'user',
  ReceiveTask: 'message',
  ServiceTask: 'service',
  SendTask: 'service',
  BusinessRuleTask: 'service',
};

/** An open wait and the engine's own handle to answer exactly this one. */
export type OpenWait = Wait & { api: Api };

/**
 * What somebody outside can answer. This list, compared before and after, is the
 * whole result of a step.
 */
export function openWaits(definition: Definition, context: Context): OpenWait[] {
  return definition.getRunningProcesses().flatMap((process) => collect(process.getPostponed(), context, undefined));
}

/** Which instance of a multi-instance: its place, and the key of its item (`key` of an object, or the item itself when it is text). */
export function instanceOf({ behaviour }: Pick<Activity, 'behaviour'>, content: Content): Instance {
  const item = content[behaviour.loopCharacteristics?.behaviour.elementVariable ?? 'item'];
  const key = typeof item === 'object' ? (item as { key?: string } | null)?.key : item;
  return { index: content.index ?? 0, key: key as string | undefined, item };
}

function collect(apis: Api[], context: Context, around: Instance | undefined): OpenWait[] {
  return apis.flatMap((api) => {
    const activity = api.owner;
    const execution = activity?.execution;
    if (!activity || !execution || api.type === 'bpmn:SequenceFlow') return [];
    if (activity.isSubProcess)
      return (execution.source?.executions ?? []).flatMap((inner) =>
        collect(inner.getPostponed(), context, inner.environment.variables.instance),
      );
    const kind = kindOf(activity);
    // a call activity, an event gateway and an error boundary wait for something inside
    if (!kind) return [];
    const all = execution.getPostponed();
    const isEvent = !!activity.behaviour.eventDefinitions?.length;
    const leaves = all.filter(({ content }) => !(content.isRootScope && (activity.isMultiInstance || isEvent)));
    return (leaves.length ? leaves : all).map((leaf) => describe(activity, kind, leaf, context, around));
  });
}

function kindOf({ type, behaviour }: Activity): WaitKind | undefined {
  const event = behaviour.eventDefinitions?.[0]?.type ?? '';
  return KIND[type.slice('bpmn:'.length)] ?? (event.includes('Timer') ? 'timer' : event.includes('Message') ? 'message' : undefined);
}

function describe(activity: Activity, kind: WaitKind, api: Api, context: Context, around: Instance | undefined): OpenWait {
  const { behaviour } = activity;
  const instance = activity.isMultiInstance ? instanceOf(activity, api.content) : around;
  const message = kind === 'message' ? messageOf(behaviour) : undefined;
  const { duty, act } = (message ? context.getActivityById(message)?.behaviour : behaviour) ?? {};
  const { expireAt } = api.content;
  return {
    elementId: activity.id,
    executionId: api.content.executionId,
    kind,
    name: context.getActivityById(activity.id)?.name ?? null,
    duty: duty ?? null,
    agency: behaviour.agency ?? null,
    act: act ?? null,
    form: behaviour.form ?? null,
    template: behaviour.template ?? null,
    topic: behaviour.topic ?? null,
    limit: behaviour.limit ?? null,
    message: message ?? null,
    instance: instance ? { index: instance.index, key: instance.key ?? null } : null,
    dueAt: expireAt ? new Date(expireAt).toISOString() : null,
    api,
  };
}

function messageOf(behaviour: Behaviour): string | undefined {
  return (behaviour.messageRef ?? behaviour.eventDefinitions?.[0]?.behaviour?.messageRef)?.id;
}
