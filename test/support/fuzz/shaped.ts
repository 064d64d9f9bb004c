import fc from 'fast-check';
import { z } from 'zod';
import { badText } from './bad-values';

type Schema = {
  $ref?: string;
  $defs?: Record<string, Schema>;
  type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean' | 'null';
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  items?: Schema | boolean;
  prefixItems?: Schema[];
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
};

const DEEPEST = 7;
const MOST_ITEMS = 3;
const LONGEST = 20_000;
/** Grow when they are put into their composed form (Unicode NFC), by two to three times. */
const GROWING = ['\u0958', '\ufb2c', '\u{1d160}'];
const DAYS = ['0001-01-01', '1582-10-10', '1970-01-01', '2000-02-29', '2026-11-25', '2027-02-28', '9999-12-31'];
const INSTANTS = [
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '1900-01-01T00:00:00Z',
  '2026-11-25T02:00:00.123456789Z',
  '9999-12-31T23:59:59.999Z',
];

/** Values of the very shape that a door describes, at its edges: what its shapes let through, its commands must bear. */
export function shaped(shape: z.ZodType, ids: readonly string[]): fc.Arbitrary<unknown> {
  const whole = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as Schema;
  return valueOf(whole, 0);

  function valueOf(given: Schema, depth: number): fc.Arbitrary<unknown> {
    const one = given.$ref === undefined ? given : (whole.$defs?.[given.$ref.replace('#/$defs/', '')] ?? whole);
    if (depth > DEEPEST) return fc.constantFrom<unknown>(null, {}, []);
    if ('const' in one) return fc.constant(one.const);
    if (one.enum) return fc.constantFrom(...one.enum);
    const choices = one.anyOf ?? one.oneOf ?? (one.allOf?.length ? [one.allOf[0]!] : undefined);
    if (choices) return fc.oneof(...choices.map((choice) => valueOf(choice, depth + 1)));
    switch (one.type) {
      case 'object':
        return objectOf(one, depth);
      case 'array':
        return listOf(one, depth);
      case 'string':
        return textOf(one);
      case 'integer':
        return fc.oneof(edges(one), fc.integer({ min: Math.ceil(one.minimum ?? -(2 ** 31)), max: Math.floor(one.maximum ?? 2 ** 31) }));
      case 'number':
        return fc.oneof(edges(one), fc.constantFrom(0.1, 1e-7, 12.5));
      case 'boolean':
        return fc.boolean();
      case 'null':
        return fc.constant(null);
      case undefined:
        break;
    }
    return fc.oneof(badText, fc.jsonValue({ maxDepth: 2 }));
  }

  function objectOf({ properties = {}, required = [], additionalProperties }: Schema, depth: number): fc.Arbitrary<unknown> {
    const fields = Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, valueOf(inner, depth + 1)]));
    const known = fc.record(fields, { requiredKeys: required.filter((name) => name in fields) });
    if (typeof additionalProperties !== 'object') return known;
    const more = fc.dictionary(fc.string({ minLength: 1, maxLength: 12 }), valueOf(additionalProperties, depth + 1), {
      maxKeys: MOST_ITEMS,
    });
    return fc.tuple(known, more).map(([one, other]) => ({ ...other, ...one }));
  }

  function listOf({ items, prefixItems, minItems = 0, maxItems = MOST_ITEMS }: Schema, depth: number): fc.Arbitrary<unknown> {
    if (prefixItems) return fc.tuple(...prefixItems.map((item) => valueOf(item, depth + 1)));
    const inner = typeof items === 'object' ? valueOf(items, depth + 1) : badText;
    return fc.array(inner, { minLength: Math.min(minItems, MOST_ITEMS), maxLength: Math.min(maxItems, MOST_ITEMS) });
  }

  function textOf({ format, pattern, minLength = 0, maxLength = LONGEST }: Schema): fc.Arbitrary<string> {
    if (format === 'uuid') return fc.oneof(fc.constantFrom(...ids), fc.uuid());
    if (format === 'date') return fc.constantFrom(...DAYS);
    if (format === 'date-time') return fc.constantFrom(...INSTANTS);
    if (pattern !== undefined) return matching(pattern);
    const longest = Math.min(maxLength, LONGEST);
    return fc.oneof(
      { weight: 6, arbitrary: badText.map((text) => wellFormed(text).slice(0, longest).padEnd(minLength, 'ạ')) },
      { weight: 1, arbitrary: fc.constantFrom(...GROWING).map((one) => one.repeat(Math.floor(longest / one.length))) },
      { weight: 1, arbitrary: fc.constantFrom('x'.repeat(longest), ' '.repeat(minLength), '\t\n'.repeat(Math.ceil(minLength / 2))) },
    );
  }
}

/** The least and the most that are allowed, and zero in its two forms. */
function edges({ minimum = -(2 ** 53 - 1), maximum = 2 ** 53 - 1 }: Schema): fc.Arbitrary<number> {
  return fc.constantFrom(minimum, maximum, ...[0, -0, 1].filter((one) => one >= minimum && one <= maximum));
}

/** What no shape of texts lets through is sent elsewhere. */
function wellFormed(text: string): string {
  return [...text].filter((one) => !/^[\ud800-\udfff]$|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(one)).join('');
}

/** A pattern that looks ahead or back cannot be written by itself: any text stands for it. */
function matching(pattern: string): fc.Arbitrary<string> {
  try {
    return fc.stringMatching(new RegExp(pattern), { size: 'small' });
  } catch {
    return badText;
  }
}
