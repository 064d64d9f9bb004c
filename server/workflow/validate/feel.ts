import { parseExpression } from 'feelin';
import { type DiagramWords } from '../../domain/diagram-words';
import { evaluateFeel } from '../feel';
import { type Faults } from './faults';
import { type Formal, type Node } from './tree';

/** FEEL reads names by what it knows, and `instance` is also a word of its own. */
const NAMES = { facts: {}, output: {}, content: {}, instance: { index: 0, key: '' } };
/** All that a condition may be made of: it compares, and joins comparisons. */
const COMPARISON = new Set(
  (
    'Expression Comparison CompareOp PathExpression PathName VariableName Identifier BooleanLiteral StringLiteral NumericLiteral ' +
    'Conjunction Disjunction ParenthesizedExpression FunctionInvocation PositionalParameters PositiveUnaryTests PositiveUnaryTest'
  ).split(' '),
);
const SIGNS = /^(?:[().,=]|and|or|in|null|NullLiteral)$/;

type Token = { name: string; text: string; parent: string; before: string };

/** The condition of a flow: FEEL that compares known facts (inside a multi-instance also `instance`), and always gives true or false. */
export function checkCondition(flow: Node, condition: Formal, known: DiagramWords, isInInstance: boolean, faults: Faults): void {
  const body = condition.body ?? '';
  if (condition.language) return faults.add(flow, 'language-given', condition.language);
  if (condition.resource) return faults.add(flow, 'language-given', 'resource');
  const tokens = checkFeel(flow, body, isInInstance, faults);
  if (!tokens) return;
  const facts = factsIn(body);
  const unknown = facts.filter((fact) => !(fact in known.facts));
  for (const fact of unknown) faults.add(flow, 'fact-unknown', fact);
  const readsOther = tokens.some((token) => !isComparison(token)) || (!facts.length && !body.includes('instance.'));
  if (readsOther) return faults.add(flow, 'condition-reads-other', body);
  if (unknown.length) return;
  const reads = facts.map((fact) => [fact, [...(known.facts[fact] ?? []), null]] as const);
  checkValues(flow, tokens, reads, faults);
  checkAnswers(flow, body, reads, faults);
}

/** Any FEEL of a diagram: well formed, and `instance` only where there is one. Answers its tokens. */
export function checkFeel(node: Node, body: string, isInInstance: boolean, faults: Faults): Token[] | undefined {
  if (!body.startsWith('=')) return void faults.add(node, 'not-feel', body);
  if (/\binstance\b/.test(body) && !isInInstance) return void faults.add(node, 'instance-outside', body);
  const tokens = tokensOf(body.slice(1));
  if (!tokens) return void faults.add(node, 'feel-wrong', body);
  return tokens;
}

/** Names after `facts.` in a FEEL text. */
export function factsIn(body: string): string[] {
  return [...new Set([...body.matchAll(/\bfacts\s*\.\s*(\w+)/g)].map(([, fact]) => fact ?? ''))];
}

function tokensOf(text: string): Token[] | undefined {
  const tokens: Token[] = [];
  const wrong: string[] = [];
  try {
    parseExpression(text, NAMES, undefined).iterate({
      enter({ name, from, to, type, node }) {
        if (type.isError) wrong.push(name);
        tokens.push({ name, text: text.slice(from, to), parent: node.parent?.name ?? '', before: node.prevSibling?.name ?? '' });
      },
    });
  } catch {
    return undefined;
  }
  return wrong.length ? undefined : tokens;
}

function isComparison({ name, text, parent, before }: Token): boolean {
  if (name === 'VariableName') {
    if (parent === 'FunctionInvocation') return text === 'not';
    return (text === 'facts' || text === 'instance') && parent === 'PathExpression' && !before;
  }
  return COMPARISON.has(name) || SIGNS.test(name);
}

type Reads = (readonly [string, readonly (string | boolean | null)[]])[];

/** A text that none of the compared facts can have is a slip of the pen. */
function checkValues(flow: Node, tokens: Token[], reads: Reads, faults: Faults): void {
  const readsInstance = tokens.some(({ name, text }) => name === 'VariableName' && text === 'instance');
  const values = new Set(reads.flatMap(([, list]) => list));
  for (const { name, text } of tokens)
    if (name === 'StringLiteral' && !readsInstance && !values.has(text.slice(1, -1))) faults.add(flow, 'value-unknown', text);
}

const MAX_CASES = 5_000;

/** Tried with every value of its facts, null too. */
function checkAnswers(flow: Node, body: string, reads: Reads, faults: Faults): void {
  let cases: Record<string, unknown>[] = [{}];
  for (const [fact, values] of reads) {
    cases = cases.flatMap((one) => values.map((value) => ({ ...one, [fact]: value })));
    if (cases.length > MAX_CASES) return faults.add(flow, 'condition-reads-other', body);
  }
  const answers = new Set(cases.map((facts) => evaluateFeel(body, { facts, instance: { index: 0, key: '' } })));
  if ([...answers].some((answer) => typeof answer !== 'boolean')) return faults.add(flow, 'condition-not-boolean', body);
  if (answers.size < 2 && !body.includes('instance.')) faults.add(flow, 'condition-constant', body);
}
