import { type Facts } from '../domain/facts';
import { evaluateFeel } from './feel';

/** More than all diagrams have conditions, each with the few values of its facts. */
const MAX_KEPT = 5000;
const KEYWORDS = new Set(['and', 'or', 'not', 'in', 'true', 'false', 'null', 'between', 'if', 'then', 'else']);
const namesRead = new Map<string, readonly string[] | undefined>();
const decided = new Map<string, boolean | undefined>();

/**
 * What a condition says that reads nothing but facts, whose values are a closed
 * set: each is worked out once. Undefined for a text that reads anything else, or
 * a fact that is not there, or says neither yes nor no.
 */
export function decisionByFacts(text: string, facts: Facts): boolean | undefined {
  const names = factsReadBy(text);
  const values = names?.map((name) => (facts as Readonly<Record<string, unknown>>)[name]);
  if (!values || values.includes(undefined)) return undefined;
  const key = JSON.stringify([text, values]);
  if (decided.has(key)) return decided.get(key);
  const value = evaluateFeel(text, { facts });
  return keep(decided, key, typeof value === 'boolean' ? value : undefined);
}

/** Names of facts, where a text (with its `=`) reads nothing else. */
function factsReadBy(text: string): readonly string[] | undefined {
  if (namesRead.has(text)) return namesRead.get(text);
  const words =
    text
      .slice(1)
      .replace(/"[^"]*"/g, '')
      .match(/[\p{L}_][\w.]*/gu) ?? [];
  const rest = words.filter((word) => !KEYWORDS.has(word));
  const isPlain = !text.includes('\\') && rest.every((word) => /^facts\.\w+$/.test(word));
  return keep(namesRead, text, isPlain ? rest.map((word) => word.slice('facts.'.length)) : undefined);
}

function keep<Value>(into: Map<string, Value>, key: string, value: Value): Value {
  if (into.size >= MAX_KEPT) into.clear();
  into.set(key, value);
  return value;
}
