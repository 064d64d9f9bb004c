import { type Answer, type Answers, type Row } from './answers';
import { type Field, type FormDefinition, isQuestion, type RepeatField } from './definition';
import { normaliseValue, recordOf } from './normalise-value';

/** More rows than any form of the office has; the rest is cut, and the count is told as a fault. */
const MOST_ROWS = 200;

/**
 * Answers in their stored form: dates, numbers and names as the office keeps
 * them, only questions of this form, rows with stable ids. Doing it twice
 * changes nothing, and no input makes it throw.
 */
export function normaliseAnswers(definition: FormDefinition, raw: unknown): Answers {
  const given = recordOf(raw) ?? {};
  return normaliseFields(
    definition.pages.flatMap((page) => page.fields),
    given,
  );
}

function normaliseFields(fields: readonly Field[], given: Readonly<Record<string, unknown>>): Answers {
  const answers: Record<string, Answer> = {};
  for (const field of fields) {
    if (!isQuestion(field) || !Object.hasOwn(given, field.id)) continue;
    const answer = field.type === 'repeat' ? normaliseRows(field, given[field.id]) : normaliseValue(field, given[field.id]);
    if (answer !== undefined) answers[field.id] = answer;
  }
  return answers;
}

/** Rows keep the ids they have; a new one gets the first free of r1, r2, …, so that later rows never change theirs. */
function normaliseRows(field: RepeatField, raw: unknown): readonly Row[] | undefined {
  if (!Array.isArray(raw)) return undefined;
  const rows = raw
    .slice(0, MOST_ROWS + 1)
    .map(recordOf)
    .filter((row) => row !== undefined);
  const taken = new Set<string>();
  const ids = rows.map((row) => keptId(row.id, taken));
  const named = rows.map((row, index) => ({
    id: ids[index] ?? freshId(taken),
    answers: normaliseFields(field.fields, recordOf(row.answers) ?? {}),
  }));
  return named.length > 0 ? named : undefined;
}

function keptId(id: unknown, taken: Set<string>): string | undefined {
  if (typeof id !== 'string' || !/^[A-Za-z0-9_-]{1,40}$/.test(id) || taken.has(id)) return undefined;
  taken.add(id);
  return id;
}

function freshId(taken: Set<string>): string {
  let number = 1;
  while (taken.has(`r${number}`)) number++;
  taken.add(`r${number}`);
  return `r${number}`;
}
