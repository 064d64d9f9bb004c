import { type Field, type FormDefinition, isQuestion, type QuestionField } from './definition';
import { recordOf } from './normalise-value';

/**
 * The paths of what was sent but does not belong: names that are no question of
 * this form, and shapes that no page sends. A program that sends them is told,
 * instead of having them dropped in silence.
 */
export function strayAnswers(definition: FormDefinition, raw: unknown): string[] {
  const given = recordOf(raw);
  if (!given) return raw === undefined ? [] : [''];
  return strays(
    definition.pages.flatMap((page) => page.fields),
    given,
    '',
  );
}

function strays(fields: readonly Field[], given: Readonly<Record<string, unknown>>, before: string): string[] {
  const questions = new Map(fields.filter(isQuestion).map((field) => [field.id, field]));
  return Object.entries(given).flatMap(([name, value]) => {
    const field = questions.get(name);
    if (!field || !hasShape(field, value)) return [before + name];
    return field.type === 'repeat'
      ? (value as readonly unknown[]).flatMap((row, index) => straysOfRow(field.fields, row, `${before}${name}.${index}`))
      : [];
  });
}

function straysOfRow(fields: readonly Field[], row: unknown, path: string): string[] {
  const { answers, ...rest } = recordOf(row) ?? { self: row };
  const others = Object.keys(rest)
    .filter((key) => key !== 'id')
    .map((key) => `${path}.${key}`);
  const given = answers === undefined ? {} : recordOf(answers);
  return [...others, ...(given ? strays(fields, given, `${path}.`) : [`${path}.answers`])];
}

const isText = (value: unknown) => typeof value === 'string';
const isTextOrTexts = (value: unknown) => isText(value) || (Array.isArray(value) && value.every(isText));
const isTextOrNumber = (value: unknown) => isText(value) || typeof value === 'number';
const isTextOrBoolean = (value: unknown) => isText(value) || typeof value === 'boolean';
/** A page sends words for everything; a program may send numbers and booleans as such. */
const SHAPES: Partial<Record<QuestionField['type'], (value: unknown) => boolean>> = {
  repeat: Array.isArray,
  'multi-choice': isTextOrTexts,
  attachment: isTextOrTexts,
  number: isTextOrNumber,
  money: isTextOrNumber,
  'yes-no': isTextOrBoolean,
  declaration: isTextOrBoolean,
  'identity-paper': (value) => hasOnlyTexts(value, ['paper', 'number', 'country', 'issuedOn', 'issuedBy']),
  address: (value) => hasOnlyTexts(value, ['unit', 'line']),
};

function hasShape(field: QuestionField, value: unknown): boolean {
  return (SHAPES[field.type] ?? isText)(value);
}

function hasOnlyTexts(value: unknown, names: readonly string[]): boolean {
  const parts = recordOf(value);
  return !!parts && Object.entries(parts).every(([name, part]) => names.includes(name) && typeof part === 'string');
}
