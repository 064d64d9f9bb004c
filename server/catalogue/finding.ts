import { type Words } from '../domain/words/words';
import { trapWords } from './trap-words';
import { type Trap, type Verdict, verdicts } from './verdicts';

/** One line of the report that an administrator reads: which trap, what was done, where, and what that means. */
export interface Finding {
  readonly trap: Trap;
  readonly verdict: Verdict;
  /** A key of the neutral shape, such as `channels[0].fees[0]`; `record` for the whole. */
  readonly place: string;
  readonly what: Words;
}

/** A finding with its usual verdict. `seen` is what stood there, in quotation marks; it is shortened. */
export function finding(trap: Trap, place: string, seen?: string): Finding {
  return findingWith(verdicts[trap], trap, place, seen);
}

/** The same where the verdict depends on what else is known, such as a body that the other source names. */
export function findingWith(verdict: Verdict, trap: Trap, place: string, seen?: string): Finding {
  const { vi, en } = trapWords[trap];
  const tail = seen ? `: “${shortened(seen)}”` : '';
  return { trap, verdict, place, what: { vi: `${vi}${tail}.`, en: `${en}${tail}.` } };
}

/** Whether any of these findings is of one of the traps. */
export function hasTrap(findings: readonly Finding[], ...traps: readonly Trap[]): boolean {
  return findings.some((one) => traps.includes(one.trap));
}

function shortened(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
