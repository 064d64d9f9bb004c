import { type Language } from '../domain/words/words';
import {
  type Condition,
  type Field,
  type FormDefinition,
  IDENTITY_PAPERS,
  isQuestion,
  type QuestionField,
  type Scalar,
} from './definition';

export type JsonSchema = { readonly [keyword: string]: unknown };

/**
 * The form as JSON Schema 2020-12, for other systems that file dossiers here: it
 * accepts every set of answers that may be filed. It asks less than
 * `validateAnswers` where the language of schemas ends: bounds between dates,
 * check digits, and conditions on the dossier or on dates.
 */
export function exportJsonSchema(definition: FormDefinition, language: Language): JsonSchema {
  const fields = definition.pages.flatMap((page) => page.fields.map((field) => whenOn(field, page.when)));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:mot-cua:form:${definition.id}:${definition.version}`,
    title: definition.title[language],
    ...objectOf(fields, language),
  };
}

type Conditional = { readonly field: QuestionField; readonly when: readonly Condition[] };

function whenOn(field: Field, pageWhen: Condition | undefined): { field: Field; when: readonly Condition[] } {
  return { field, when: [pageWhen, field.when].filter((one) => one !== undefined) };
}

function objectOf(fields: readonly { field: Field; when: readonly Condition[] }[], language: Language): JsonSchema {
  const asked = fields.filter((one): one is Conditional => isQuestion(one.field));
  const names = new Set(asked.map(({ field }) => field.id));
  const rules = asked.flatMap(({ field, when }) => {
    const conditions = when.map((one) => schemaOf(one, names));
    const isExact = conditions.every((one) => one !== undefined);
    if (when.length === 0 || !isExact) return [];
    const hidden = { properties: { [field.id]: false } };
    return [{ if: { allOf: conditions }, ...(field.required && { then: { required: [field.id] } }), else: hidden }];
  });
  const required = asked.filter(({ field, when }) => field.required && when.length === 0).map(({ field }) => field.id);
  return {
    type: 'object',
    properties: Object.fromEntries(asked.map(({ field }) => [field.id, fieldSchema(field, language)])),
    additionalProperties: false,
    ...(required.length > 0 && { required }),
    ...(rules.length > 0 && { allOf: rules }),
  };
}

/** A condition as a schema; undefined for one that a schema of this object cannot say. */
function schemaOf(condition: Condition, names: ReadonlySet<string>): JsonSchema | undefined {
  if ('and' in condition) return together('allOf', condition.and, names);
  if ('or' in condition) return together('anyOf', condition.or, names);
  if ('not' in condition) return inverted(schemaOf(condition.not, names));
  if ('filled' in condition) return names.has(condition.filled) ? { required: [condition.filled] } : undefined;
  if ('eq' in condition) return answered(condition.eq[0], { const: condition.eq[1] }, names);
  if ('ne' in condition) return inverted(answered(condition.ne[0], { const: condition.ne[1] }, names));
  if ('in' in condition) return answered(condition.in[0], { enum: condition.in[1] }, names);
  if ('has' in condition) return answered(condition.has[0], { contains: { const: condition.has[1] } }, names);
  if ('gt' in condition) return numbered(condition.gt, 'exclusiveMinimum', names);
  if ('gte' in condition) return numbered(condition.gte, 'minimum', names);
  if ('lt' in condition) return numbered(condition.lt, 'exclusiveMaximum', names);
  return numbered(condition.lte, 'maximum', names);
}

function together(keyword: 'allOf' | 'anyOf', conditions: readonly Condition[], names: ReadonlySet<string>): JsonSchema | undefined {
  const schemas = conditions.map((one) => schemaOf(one, names));
  return schemas.includes(undefined) ? undefined : { [keyword]: schemas };
}

function inverted(schema: JsonSchema | undefined): JsonSchema | undefined {
  return schema && { not: schema };
}

function answered(name: string, value: JsonSchema, names: ReadonlySet<string>): JsonSchema | undefined {
  return names.has(name) ? { properties: { [name]: value }, required: [name] } : undefined;
}

function numbered([name, bound]: readonly [string, Scalar], keyword: string, names: ReadonlySet<string>): JsonSchema | undefined {
  return typeof bound === 'number' ? answered(name, { type: 'number', [keyword]: bound }, names) : undefined;
}

function fieldSchema(field: QuestionField, language: Language): JsonSchema {
  const about = { title: field.label[language], ...(field.hint && { description: field.hint[language] }) };
  return { ...about, ...valueSchema(field, language) };
}

function valueSchema(field: QuestionField, language: Language): JsonSchema {
  const text = (keywords: JsonSchema = {}): JsonSchema => ({ type: 'string', minLength: 1, ...keywords });
  switch (field.type) {
    case 'text':
    case 'long-text':
      return text({
        maxLength: field.maxLength ?? (field.type === 'text' ? 200 : 4000),
        ...(field.pattern !== undefined && { pattern: field.pattern }),
      });
    case 'name':
      return text({ maxLength: 120 });
    case 'citizen-number':
      return text({ pattern: '^\\d{12}$' });
    case 'phone':
      return text({ pattern: '^(0\\d{9,10}|\\+\\d{7,15})$' });
    case 'email':
      return text({ maxLength: 254 });
    case 'tax-code':
      return text({ pattern: '^(\\d{10}|\\d{10}-\\d{3}|\\d{12})$' });
    case 'date':
      return text({ pattern: field.isPartial ? '^\\d{4}(-\\d{2}(-\\d{2})?)?$' : '^\\d{4}-\\d{2}-\\d{2}$' });
    case 'money':
    case 'number':
      return numberSchema(field.type === 'money' ? { min: 0, ...field, decimals: 0 } : field);
    case 'choice':
      return { enum: field.options.map((option) => option.value) };
    case 'multi-choice':
      return { ...list({ enum: field.options.map((option) => option.value) }, Math.max(1, field.min ?? 1), field.max), uniqueItems: true };
    case 'yes-no':
      return { type: 'boolean' };
    case 'declaration':
      return field.required ? { const: true } : { type: 'boolean' };
    case 'administrative-unit':
      return text({ pattern: field.level === 'province' ? '^\\d{2}$' : '^\\d{5}$' });
    case 'attachment':
      return list(text(), 1, field.max);
    case 'identity-paper':
      return record(
        { paper: { enum: field.papers ?? IDENTITY_PAPERS }, number: text(), country: text(), issuedOn: text(), issuedBy: text() },
        ['paper', 'number'],
      );
    case 'address':
      return record({ unit: text({ pattern: '^\\d{5}$' }), line: text({ maxLength: 300 }) }, ['line']);
    case 'repeat': {
      const answers = objectOf(
        field.fields.map((one) => whenOn(one, undefined)),
        language,
      );
      return list(record({ id: text({ maxLength: 40 }), answers }, ['id', 'answers']), Math.max(1, field.min ?? 1), field.max);
    }
  }
}

function numberSchema({ decimals = 0, min, max }: { decimals?: number; min?: number; max?: number }): JsonSchema {
  return {
    type: decimals > 0 ? 'number' : 'integer',
    ...(min !== undefined && { minimum: min }),
    ...(max !== undefined && { maximum: max }),
  };
}

function list(items: JsonSchema, minItems: number, maxItems: number | undefined): JsonSchema {
  return { type: 'array', items, minItems, ...(maxItems !== undefined && { maxItems }) };
}

function record(properties: Readonly<Record<string, JsonSchema>>, required: readonly string[]): JsonSchema {
  return { type: 'object', properties, required, additionalProperties: false };
}
