import { evaluate } from 'feelin';
import { type Trace } from './engine-parts';

type Asked = {
  environment: { variables: Record<string, unknown>; output: Record<string, unknown>; services: { trace: Trace } };
  content?: { loopOutput?: unknown };
};
export type Expressions = {
  isExpression(text: unknown): boolean;
  hasExpression(text: unknown): boolean;
  resolveExpression(text: string, asked: Asked): unknown;
};

/**
 * Only text that starts with `=` is evaluated, as FEEL, on the facts of the step,
 * the output of earlier tasks and the instance. Nothing in a diagram is ever run
 * as JavaScript: the package's own expressions reach the Function constructor.
 */
export const expressions: Expressions = { isExpression, hasExpression: isExpression, resolveExpression };

function isExpression(text: unknown): boolean {
  return typeof text === 'string' && text.startsWith('=');
}

function resolveExpression(text: string, { environment, content }: Asked): unknown {
  if (!isExpression(text)) return text;
  const { variables, output, services } = environment;
  const facts = services.trace.facts as Record<string, unknown>;
  // an undefined fact would make the condition false, and the default would be taken in silence
  for (const [, fact] of text.matchAll(/\bfacts\.(\w+)/g)) if (facts[fact ?? ''] === undefined) throw new Error(`${text}: no fact ${fact}`);
  const value = evaluateFeel(text, { ...variables, facts, output, content });
  if (content?.loopOutput && typeof value !== 'boolean') throw new Error(`completion condition ${text} gives ${JSON.stringify(value)}`);
  return value;
}

/** The value of a FEEL text (with its `=`); dates and durations as ISO 8601 text. A function as result is an error. */
export function evaluateFeel(text: string, scope: Record<string, unknown>): unknown {
  const result: unknown = evaluate(text.slice(1), scope);
  const value = isObject(result) && 'value' in result ? result['value'] : result;
  if (typeof value === 'function' || (isObject(value) && value.constructor.name === 'FeelFunction'))
    throw new Error(`${text} gives a function`);
  if (isObject(value) && typeof value['toJSON'] === 'function') return (value['toJSON'] as () => unknown).call(value);
  return value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
