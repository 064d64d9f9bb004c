import * as Elements from 'bpmn-elements';
import { TypeResolver } from 'moddle-context-serializer';
import { type Activity, type Context, type Environment, type Flow, type Message } from './engine-parts';

/**
 * What is replaced in bpmn-elements 17.3, through its own type resolver. These
 * reach into its internals: the versions are pinned, and the tests fail without
 * each replacement.
 */
type EngineFlow = Flow & {
  environment: Environment;
  take(content: unknown): boolean;
  discard(): void;
  evaluate(from: unknown, callback: (error: unknown, isTaken?: boolean) => void): void;
};

/**
 * A flow that is not taken carries nothing: the package sends a "discard" along
 * it that joins count as an arrival, so that work starts before its papers are
 * together. Conditions are strict booleans. A flow out of the slice is reported.
 */
export function TokenFlow(element: Flow, context: { definitionContext: Context }): EngineFlow {
  const flow = new (Elements as unknown as Parts<EngineFlow>).SequenceFlow(element, context);
  const { environment } = flow;
  const { isExpected } = context.definitionContext;
  const take = flow.take.bind(flow);
  flow.discard = () => {};
  flow.take = (content) => {
    const { trace } = environment.services;
    trace.flows.push(flow.id);
    if (isExpected && !isExpected(flow.targetId)) trace.isOutside = true;
    return take(content);
  };
  flow.evaluate = (from, callback) => {
    const condition = flow.behaviour?.conditionExpression;
    if (flow.isDefault || !condition) return callback(null, true);
    let isTaken: unknown;
    try {
      if (condition.language || !environment.expressions.isExpression(condition.body))
        throw new Error(`${flow.id}: not a FEEL condition: ${condition.body}`);
      isTaken = environment.resolveExpression(condition.body ?? '', from);
      if (typeof isTaken !== 'boolean') throw new Error(`${flow.id}: ${condition.body} gives ${JSON.stringify(isTaken)}, not a boolean`);
    } catch (error) {
      return callback(error);
    }
    callback(null, isTaken);
  };
  return flow;
}

type Timers = { timeout: number; expireAt?: Date; timeDuration?: string; timeDate?: string; timeCycle?: string };
type EngineTimer = { _getTimers(message: Message): Timers; timeDuration?: string; timeDate?: string; timeCycle?: string };

/**
 * A timer fires only when it is told to: not while a dossier is read, not when
 * it is due on arrival. One with `mc:limit` has no date of its own; the
 * deadline engine gives it one, and moves it with pauses and holidays.
 */
export function HeldTimer(activity: Activity, element: unknown): EngineTimer {
  const timer = new (Elements as unknown as Parts<EngineTimer>).TimerEventDefinition(activity, element);
  const read = timer._getTimers.bind(timer);
  timer._getTimers = (message) => {
    if (activity.behaviour.limit) return { timeout: 1 };
    const timers = read(message);
    for (const kind of ['timeDuration', 'timeDate', 'timeCycle'] as const)
      if (kind in timer && timers[kind] == null) throw new Error(`${activity.id}: ${kind} without a value`);
    if (!timers.expireAt || !(timers.expireAt.getTime() > 0)) throw new Error(`${activity.id}: timer without a date`);
    return { ...timers, timeout: Math.max(timers.timeout, 1) };
  };
  return timer;
}

type EngineError = { reference: { id?: string }; _onThrowApiMessage(routingKey: string, message: Message): void };

/**
 * A thrown error is for the nearest error boundary event around it, in the same
 * instance: the package tells all that are open, or just closing.
 */
export function NearestError(activity: Activity, element: unknown): EngineError {
  const event = new (Elements as unknown as Parts<EngineError>).ErrorEventDefinition(activity, element);
  const caught = event._onThrowApiMessage.bind(event);
  event._onThrowApiMessage = (routingKey, message) => {
    const { executionId, parent, message: error } = message.content;
    const { thrown } = activity.environment.services.trace;
    const host = activity.attachedTo?.executionId ?? '';
    const isInside = [parent, ...(parent?.path ?? [])].some(
      (around) => around && (around.executionId === host || around.executionId.startsWith(`${host}_`)),
    );
    if (!isInside || (error as { id?: string } | undefined)?.id !== event.reference.id || thrown.has(executionId)) return;
    thrown.add(executionId);
    caught(routingKey, message);
  };
  return event;
}

/** `implementation` would run code from a diagram: never. */
export function NoImplementation({ id }: Activity) {
  return {
    execute(_message: unknown, callback: (error: Error) => void) {
      callback(new Error(`${id}: implementation is not allowed`));
    },
  };
}

type Parts<Made> = Record<'SequenceFlow' | 'TimerEventDefinition' | 'ErrorEventDefinition', new (...parts: unknown[]) => Made>;

export type TypeReplacements = Record<string, unknown>;
export const houseTypes: TypeReplacements = {
  SequenceFlow: TokenFlow,
  TimerEventDefinition: HeldTimer,
  ErrorEventDefinition: NearestError,
  ServiceImplementation: NoImplementation,
};

export function resolveTypes(replacements: TypeReplacements) {
  return TypeResolver({ ...Elements, ...replacements });
}
