import { type Extension, type Queue } from './engine-parts';
import { instanceOf } from './waits';

/**
 * Repairs of bpmn-elements 17.3, found by walking random diagrams beside an
 * independent reading of them. Each has a fixed case in the tests that fails
 * without it.
 */

/** A cancelled call activity never let its process end, and the process it had called lived on after a recovery. */
export const cancelCalls: Extension = (activity) => {
  const { broker, type } = activity;
  // its second "call.cancel" comes after it has left and would keep the process open for ever: let it leave again
  if (type === 'bpmn:CallActivity') {
    broker.subscribeTmp(
      'event',
      'activity.call.cancel',
      (_key, { content }) => {
        if (!activity.status) broker.publish('event', 'activity.leave', { ...content }, { type: 'leave' });
      },
      { noAck: true, consumerTag: '_cancel-calls' },
    );
  }
  if (type !== 'bpmn:SubProcess') return;
  // after a recovery a sub-process is cancelled before its children are told, and a called process inside lives on: tell them first
  return {
    activate({ fields, content }) {
      if (!fields.redelivered) return;
      const tell = () =>
        broker.getQueue('execute-q')?.queueMessage({ routingKey: 'execute.discard' }, { ...content, state: 'start', isRootScope: true });
      broker.subscribeTmp('api', `activity.discard.${content.executionId}`, tell, {
        noAck: true,
        priority: 1000,
        consumerTag: '_cancel-calls',
      });
    },
    deactivate() {
      broker.cancel('_cancel-calls');
    },
  };
};

/**
 * Early messages, thrown errors and the discard of a host that has already failed
 * stay in durable queues and would strike the next round of a loop: what is
 * entered forgets what came before.
 */
export const forgetEarly: Extension = (activity) => {
  const { broker, type } = activity;
  const events = activity.eventDefinitions ?? [];
  if (!events.length && !/Task$|SubProcess$|CallActivity$/.test(type)) return;
  return {
    activate({ fields }) {
      if (!fields.redelivered) for (const queue of queues()) queue?.purge();
    },
    deactivate() {},
  };
  function queues(): (Queue | undefined)[] {
    const early = type === 'bpmn:ReceiveTask' ? broker.getQueue('message') : undefined;
    return [early, broker.getQueue('execute-q'), ...events.map((event) => event[Symbol.for('messageQ')])];
  }
};

/** A boundary event that leads straight back to its host is entered late, maybe when the host has already left, and would stay open for ever. */
export const lateBoundary: Extension = (activity) => {
  if (activity.type !== 'bpmn:BoundaryEvent') return;
  return {
    activate({ fields }) {
      if (!fields.redelivered && !activity.attachedTo?.status) activity.once('start', () => activity.discard(), { consumerTag: '_late' });
    },
    deactivate() {
      activity.broker.cancel('_late');
    },
  };
};

/** Inside a multi-instance sub-process `instance` is { index, key, item }, kept with the variables of that scope and of those inside it. */
export const nameInstance: Extension = (activity) => {
  if (activity.type !== 'bpmn:StartEvent') return;
  return {
    activate() {
      const { environment, parentElement } = activity;
      const { content } = environment.variables;
      if (content?.isMultiInstance) environment.assignVariables({ instance: instanceOf(parentElement, content) });
    },
    deactivate() {},
  };
};
