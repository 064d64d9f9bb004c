import { type Answer, type Answers, type FormContext } from './answers';
import { type FormDefinition, isQuestion } from './definition';
import { shownPages, type ShownField } from './shown';

/**
 * Leaves out the answers to questions that are not asked (any more). What is
 * submitted, sealed and shown to the officer is only what the person was asked.
 */
export function pruneAnswers(definition: FormDefinition, answers: Answers, context: FormContext): Answers {
  return kept(shownPages(definition, answers, context).flatMap((page) => page.fields));
}

function kept(fields: readonly ShownField[]): Answers {
  const answers: Record<string, Answer> = {};
  for (const { field, answer, rows } of fields) {
    if (!isQuestion(field) || answer === undefined) continue;
    answers[field.id] = field.type === 'repeat' ? rows.map(({ row, fields: inner }) => ({ id: row.id, answers: kept(inner) })) : answer;
  }
  return answers;
}
