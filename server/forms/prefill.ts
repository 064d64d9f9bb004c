import { type Answer, type Answers } from './answers';
import { type FormDefinition, type PrefillSource, type QuestionField, isQuestion } from './definition';
import { normaliseValue } from './normalise-value';

/** What the system knows, fact by fact, and whether a verified source (the identity gateway, a register) said so. */
export type Profile = { readonly [source in PrefillSource]?: { readonly value: unknown; readonly isVerified: boolean } };

/**
 * First answers of a new draft, and which of them come from a verified source
 * and so are fixed. An unverified account fills in but proves nothing (R23).
 */
export function prefillAnswers(definition: FormDefinition, profile: Profile): { answers: Answers; verified: { [field: string]: Answer } } {
  const answers: Record<string, Answer> = {};
  const verified: Record<string, Answer> = {};
  for (const field of definition.pages.flatMap((page) => page.fields).filter(isQuestion)) {
    const known = field.prefill && profile[field.prefill.from];
    const answer = known && firstAnswer(field, known.value);
    if (answer === undefined) continue;
    answers[field.id] = answer;
    if (field.prefill?.verified && known?.isVerified) verified[field.id] = answer;
  }
  return { answers, verified };
}

function firstAnswer(field: QuestionField, value: unknown): Answer | undefined {
  return field.type === 'repeat' ? undefined : normaliseValue(field, value);
}
