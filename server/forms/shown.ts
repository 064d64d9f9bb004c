import { type Answer, type Answers, answerOf, type FormContext, isRows, type Row } from './answers';
import { holds } from './condition';
import { type Field, type FormDefinition, type FormPage, type RepeatField } from './definition';

/** A question that is asked now, with its answer; the rows of a repeated one with theirs. */
export type ShownField = {
  readonly field: Field;
  readonly answer: Answer | undefined;
  readonly rows: readonly { readonly row: Row; readonly fields: readonly ShownField[] }[];
};
export type ShownPage = { readonly page: FormPage; readonly fields: readonly ShownField[] };

/**
 * What of the form is asked, in order. A question sees only earlier answers
 * that are themselves asked: the answer to a question that has gone hides what
 * depended on it.
 */
export function shownPages(definition: FormDefinition, answers: Answers, context: FormContext): ShownPage[] {
  const seen: Record<string, Answer> = {};
  return definition.pages.flatMap((page) => {
    if (page.when && !holds(page.when, { answers: seen, context })) return [];
    return [{ page, fields: shownFields(page.fields, answers, seen, context) }];
  });
}

function shownFields(fields: readonly Field[], answers: Answers, seen: Record<string, Answer>, context: FormContext): ShownField[] {
  return fields.flatMap((field) => {
    if (field.when && !holds(field.when, { answers: seen, context })) return [];
    const answer = answerOf(answers, field.id);
    if (answer !== undefined) seen[field.id] = answer;
    return [{ field, answer, rows: field.type === 'repeat' ? shownRows(field, answer, seen, context) : [] }];
  });
}

function shownRows(field: RepeatField, answer: Answer | undefined, answers: Answers, context: FormContext): ShownField['rows'] {
  if (!isRows(answer)) return [];
  return answer.map((row) => {
    const seen: Record<string, Answer> = {};
    const fields = field.fields.flatMap((one) => {
      if (one.when && !holds(one.when, { row: seen, answers, context })) return [];
      const inner = answerOf(row.answers, one.id);
      if (inner !== undefined) seen[one.id] = inner;
      return [{ field: one, answer: inner, rows: [] }];
    });
    return { row, fields };
  });
}
