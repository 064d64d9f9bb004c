import { type Trace } from './engine-parts';
import { decisionByFacts } from './decisions';
import { evaluateFeel } from './feel';

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
  const value = decisionByFacts(text, services.trace.facts) ?? evaluateFeel(text, { ...variables, facts, output, content });
  if (content?.loopOutput && typeof value !== 'boolean') throw new Error(`completion condition ${text} gives ${JSON.stringify(value)}`);
  return value;
}
