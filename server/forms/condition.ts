import { answerOf, type Answer, type Answers, type FormContext } from './answers';
import { type Condition, type Scalar } from './definition';

/** Where a condition looks: the row (if any), then the answers of the form that are shown so far, then the dossier. */
export type Scope = { readonly row?: Answers; readonly answers: Answers; readonly context: FormContext };

/** Whether a condition holds. An answer that is not there equals nothing; nothing is ever thrown. */
export function holds(condition: Condition, scope: Scope): boolean {
  if ('and' in condition) return condition.and.every((one) => holds(one, scope));
  if ('or' in condition) return condition.or.some((one) => holds(one, scope));
  if ('not' in condition) return !holds(condition.not, scope);
  if ('filled' in condition) return lookUp(condition.filled, scope) !== undefined;
  if ('eq' in condition) return lookUp(condition.eq[0], scope) === condition.eq[1];
  if ('ne' in condition) return lookUp(condition.ne[0], scope) !== condition.ne[1];
  if ('in' in condition) return condition.in[1].includes(lookUp(condition.in[0], scope) as Scalar);
  if ('has' in condition) return hasValue(lookUp(condition.has[0], scope), condition.has[1]);
  if ('gt' in condition) return compare(condition.gt, scope, (order) => order > 0);
  if ('gte' in condition) return compare(condition.gte, scope, (order) => order >= 0);
  if ('lt' in condition) return compare(condition.lt, scope, (order) => order < 0);
  return compare(condition.lte, scope, (order) => order <= 0);
}

/** Every name a condition reads. */
export function namesIn(condition: Condition): string[] {
  if ('and' in condition) return condition.and.flatMap(namesIn);
  if ('or' in condition) return condition.or.flatMap(namesIn);
  if ('not' in condition) return namesIn(condition.not);
  if ('filled' in condition) return [condition.filled];
  const [first] = Object.values(condition) as [readonly [string, ...unknown[]]];
  return [first[0]];
}

function lookUp(name: string, { row, answers, context }: Scope): Answer | undefined {
  if (name.startsWith('$')) return fromDossier(name, context);
  return (row && answerOf(row, name)) ?? answerOf(answers, name);
}

function fromDossier(name: string, context: FormContext): string | undefined {
  switch (name) {
    case '$channel':
      return context.channel;
    case '$case':
      return context.case;
    case '$owner':
      return context.owner;
    default:
      return undefined;
  }
}

function hasValue(answer: Answer | undefined, value: string): boolean {
  return Array.isArray(answer) && (answer as readonly unknown[]).includes(value);
}

/** Numbers by size, texts (dates) as they sort; unlike things do not compare. */
function compare([name, bound]: readonly [string, number | string], scope: Scope, is: (order: number) => boolean): boolean {
  const answer = lookUp(name, scope);
  if (typeof answer === 'number' && typeof bound === 'number') return is(answer - bound);
  if (typeof answer === 'string' && typeof bound === 'string') return is(answer < bound ? -1 : Number(answer > bound));
  return false;
}
