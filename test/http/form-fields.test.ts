import { z } from 'zod';
import { describeWrite } from '../../server/contract/describe';
import { bodyOfForm } from '../../server/http/form-fields';

const endpoint = describeWrite({
  id: 'example',
  path: '/api/example',
  summary: { vi: 'Thử', en: 'Example' },
  audience: { kind: 'anyone' },
  body: z.strictObject({
    expectedVersion: z.int(),
    isConsented: z.boolean(),
    note: z.string().default(''),
    bornOn: z.iso.date().nullable().default(null),
    papers: z.array(z.string()).default([]),
    address: z.strictObject({ street: z.string(), number: z.int().optional() }).optional(),
    items: z.array(z.strictObject({ kind: z.string(), count: z.int() })).optional(),
  }),
});
const bodyOf = (fields: Record<string, string | string[]>) => bodyOfForm(endpoint, fields);
const least = { expectedVersion: 3, isConsented: false };

test('numbers and ticks are read as the shape says', () => {
  expect(bodyOf({ expectedVersion: '3', isConsented: 'on' })).toEqual({ expectedVersion: 3, isConsented: true });
  expect(bodyOf({ expectedVersion: '3', isConsented: 'false' })).toEqual(least);
});

test('a box without a tick is no, an empty field is absent', () => {
  expect(bodyOf({ expectedVersion: '3', note: '', bornOn: '' })).toEqual(least);
});

test('one or several fields of a name are a list where the shape says so', () => {
  expect(bodyOf({ expectedVersion: '3', papers: 'a' })).toEqual({ ...least, papers: ['a'] });
  expect(bodyOf({ expectedVersion: '3', papers: ['a', 'b'] })).toEqual({ ...least, papers: ['a', 'b'] });
});

test('dots lead inside, numbered places keep their order', () => {
  const fields = {
    expectedVersion: '3',
    'address.street': 'Phan Đình Phùng',
    'address.number': '7',
    'items.10.kind': 'b',
    'items.10.count': '2',
    'items.2.kind': 'a',
    'items.2.count': '1',
  };
  expect(bodyOf(fields)).toEqual({
    ...least,
    address: { street: 'Phan Đình Phùng', number: 7 },
    items: [
      { kind: 'a', count: 1 },
      { kind: 'b', count: 2 },
    ],
  });
});

test.each([
  ['a word for a number', { expectedVersion: 'three' }],
  ['a fraction for a whole number', { expectedVersion: '3.5' }],
  ['a number beyond all numbers', { expectedVersion: '9'.repeat(40) }],
  ['a word for a tick', { expectedVersion: '3', isConsented: 'perhaps' }],
  ['two texts for one', { expectedVersion: '3', note: ['a', 'b'] }],
  ['a field that nobody asked for', { expectedVersion: '3', isVerified: 'on' }],
  ['a place that nobody asked for', { expectedVersion: '3', 'address.street': 'a', 'address.x.y': 'b' }],
  ['a text where a group is', { expectedVersion: '3', address: 'Phan Đình Phùng' }],
  ['a way into every object', { expectedVersion: '3', '__proto__.isVerified': 'on' }],
])('%s is left for the shape to refuse', (_what, fields: Record<string, string | string[]>) => {
  expect(endpoint.body.safeParse(bodyOf(fields)).success).toBe(false);
  expect(({} as { isVerified?: boolean }).isVerified).toBeUndefined();
});
