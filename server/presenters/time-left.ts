import { type TimeLeft } from '../contract/work-shapes';
import { type Remaining } from '../domain/remaining-time';
import { dueTone } from '../domain/running-time';
import { remainingWords } from '../domain/words/remaining';

/** What is left, in words and in the colour that repeats them. */
export function presentTimeLeft(left: Remaining): TimeLeft {
  return { state: left.state, tone: dueTone(left), vi: remainingWords(left, 'vi'), en: remainingWords(left, 'en') };
}

/** An instant as it crosses HTTP. */
export function instant(at: Date): string;
export function instant(at: Date | null): string | null;
export function instant(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
