import { type Facts } from '../domain/facts';
import { NATIONAL_STATUSES, type NationalStatus } from '../domain/diagram-words';
import { type Activity, type Extension, type Trace } from './engine-parts';

/**
 * What one step knows and leaves behind: the facts of the moment, and the
 * elements the tokens passed, in order. The engine hands it to every element as
 * its `services`; it is never part of the saved state.
 */
export class StepTrace implements Trace {
  readonly facts: Facts;
  readonly entered: string[] = [];
  readonly done: string[] = [];
  readonly flows: string[] = [];
  /** Errors that have found their boundary event. */
  readonly thrown = new Set<string>();
  /** A token went where the slice expected none: the step is repeated on the whole diagram. */
  isOutside = false;
  readonly statuses: NationalStatus[] = [];

  constructor(facts: Facts) {
    this.facts = facts;
  }

  enter(id: string, statusText: string | undefined): void {
    this.entered.push(id);
    const status = NATIONAL_STATUSES.find((one) => String(one) === statusText);
    if (status && status !== this.statuses.at(-1)) this.statuses.push(status);
  }
}

/**
 * Records what a step enters and finishes. What waits beside others (a boundary
 * event, an arm of an event gateway) is armed with its host, so it counts as
 * entered only when it happens.
 */
export const traceStep: Extension = (activity) => {
  // a process is extended too, but is no element of the picture
  if (!activity.inbound) return;
  const { id, behaviour, environment } = activity;
  const happens = activity.type === 'bpmn:BoundaryEvent' || isArm(activity);
  const { trace } = environment.services;
  return {
    activate({ fields }) {
      if (fields.routingKey === 'run.discard') return;
      if (!fields.redelivered && !happens) trace.enter(id, behaviour.status);
      activity.on('end', onEnd, { consumerTag: '_trace-step' });
    },
    deactivate() {
      activity.broker.cancel('_trace-step');
    },
  };
  function onEnd() {
    if (happens) trace.enter(id, behaviour.status);
    trace.done.push(id);
  }
};

function isArm({ inbound, context }: Activity): boolean {
  return !!inbound?.some(({ sourceId }) => context.definitionContext.getActivityById(sourceId)?.type === 'bpmn:EventBasedGateway');
}
