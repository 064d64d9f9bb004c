import { type Refusal } from '../refusal';
import { dongDigits } from './fees';
import { refusalSentences } from './refusals';
import { type Language } from './words';

/**
 * The sentence of a refusal with its facts filled in: numbers grouped as the
 * language writes them, facts that are words in both languages in the right one.
 * A fact that is missing leaves nothing behind.
 */
export function refusalText(refusal: Refusal, language: Language): string {
  return refusalSentences[refusal.code][language]
    .replace(/\{(\w+)\}/g, (_whole, name: string) => factText(refusal.facts[name], language))
    .trim();
}

function factText(fact: unknown, language: Language): string {
  if (typeof fact === 'number') return dongDigits(fact, language);
  if (typeof fact === 'string') return fact;
  if (typeof fact === 'object' && fact !== null && language in fact)
    return factText((fact as Record<Language, unknown>)[language], language);
  return '';
}
