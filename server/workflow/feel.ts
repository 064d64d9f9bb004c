import { evaluate } from 'feelin';

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
