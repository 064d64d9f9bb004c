import { type Activity, type Content, type Extension } from './engine-parts';
import { cancelCalls, forgetEarly, lateBoundary, nameInstance } from './repairs';
import { traceStep } from './step-trace';

const OUTSIDE = ['bpmn:ServiceTask', 'bpmn:SendTask', 'bpmn:BusinessRuleTask'];

/**
 * Service, send and business-rule tasks are never run inside a step: they wait
 * until the outbox brings the answer. A waiting one is executed again at every
 * recovery and then only listens again.
 */
export const external: Extension = (activity) => {
  if (!OUTSIDE.includes(activity.type)) return;
  activity.behaviour.Service = function ExternalService({ broker }: Activity) {
    return {
      type: 'external',
      execute({ content }: { content: Content }, callback: (error: Error | null, output?: unknown) => void) {
        const consumerTag = `answer-${content.executionId}`;
        broker.subscribeTmp('api', `activity.#.${content.executionId}`, onApiMessage, { noAck: true, consumerTag });
        function onApiMessage(
          _key: string,
          { properties: { type }, content: answer }: { properties: { type?: string }; content: Content },
        ) {
          if (!['signal', 'error', 'discard', 'stop'].includes(type ?? '')) return;
          broker.cancel(consumerTag);
          if (type === 'signal') callback(null, answer.message);
          if (type === 'error') callback(Object.assign(new Error(answer.error?.message), { code: answer.error?.code }));
        }
      },
    };
  };
  return undefined;
};

/** `output.<element>` for conditions and collections; a called process comes as `output.<call>.output.<task>`. */
export const saveOutput: Extension = (activity) => {
  if (!/Task$|CallActivity|SubProcess/.test(activity.type)) return;
  return {
    activate() {
      activity.on('end', save, { consumerTag: '_save-output' });
    },
    deactivate() {
      activity.broker.cancel('_save-output');
    },
  };
  function save({ content }: { content: Content }) {
    if (content.output !== undefined) activity.environment.output[activity.id] = content.output;
  }
};

export type Extensions = Record<string, Extension>;
export const houseExtensions: Extensions = { cancelCalls, external, forgetEarly, lateBoundary, nameInstance, saveOutput, traceStep };
