import fc from 'fast-check';
import { lintForm, readForm } from '../../server/forms/lint';
import { everyType } from './every-type';

const words = { vi: 'Câu', en: 'Text' };
const form = (fields: unknown[], more: object = {}) => ({
  id: 'f',
  version: 1,
  title: words,
  pages: [{ id: 'p', title: words, fields: [{ id: 'first', type: 'text', label: words }, ...fields] }],
  ...more,
});
const field = (parts: object) => form([{ id: 'x', type: 'text', label: words, ...parts }]);
const found = (value: unknown) => lintForm(value).map(({ path, reason }) => `${path}: ${reason.en}`);

test('a right definition has no fault and is read', () => {
  expect(found(everyType)).toEqual([]);
  expect(readForm(everyType)).toEqual({ form: everyType });
});

test.each<[unknown, string]>([
  [null, ': Must be an object.'],
  [form([], { id: 'Ô' }), 'id: A key holds small letters, digits and dashes only.'],
  [form([], { version: 0 }), 'version: Must be a whole number, zero or more.'],
  [form([], { title: { vi: 'Câu' } }), 'title: Needs a Vietnamese and an English text.'],
  [form([], { pages: [] }), 'pages: Must be a list with at least one entry.'],
  [form([], { script: 'x' }), 'script: Unknown property.'],
  [field({ id: 'first' }), 'pages.0.fields.1.id: This id is used already.'],
  [field({ id: '__proto__' }), 'pages.0.fields.1.id: An id begins with a small letter and holds letters and digits only.'],
  [field({ type: 'script' }), 'pages.0.fields.1.type: There is no such type of question.'],
  [field({ type: 'toString' }), 'pages.0.fields.1.type: There is no such type of question.'],
  [field({ label: { vi: 'Câu', en: ' ' } }), 'pages.0.fields.1.label: Needs a Vietnamese and an English text.'],
  [field({ onclick: 'x' }), 'pages.0.fields.1.onclick: Unknown property.'],
  [field({ required: 'yes' }), 'pages.0.fields.1.required: Must be true or false.'],
  [field({ pattern: '(a+)+$' }), 'pages.0.fields.1.pattern: The pattern cannot be read, is too long, or repeats a group.'],
  [field({ pattern: 'a*a*a*b' }), 'pages.0.fields.1.pattern: The pattern cannot be read, is too long, or repeats a group.'],
  [field({ pattern: '[' }), 'pages.0.fields.1.pattern: The pattern cannot be read, is too long, or repeats a group.'],
  [field({ prefill: { from: 'person.password' } }), 'pages.0.fields.1.prefill: There is no such source to prefill from.'],
  [field({ type: 'choice' }), 'pages.0.fields.1.options: Must be a list with at least one entry.'],
  [
    field({
      type: 'choice',
      options: [
        { value: 'a', label: words },
        { value: 'a', label: words },
      ],
    }),
    'pages.0.fields.1.options: Every option needs a value of its own and a name.',
  ],
  [field({ type: 'number', min: 3, max: 1 }), 'pages.0.fields.1.min: The least is above the most.'],
  [
    field({ type: 'date', notBefore: 'yesterday' }),
    'pages.0.fields.1.notBefore: Must be a date YYYY-MM-DD, "today", or an earlier question for a date.',
  ],
  [
    field({ type: 'date', notAfter: { field: 'first' } }),
    'pages.0.fields.1.notAfter: Must be a date YYYY-MM-DD, "today", or an earlier question for a date.',
  ],
  [field({ type: 'citizen-number', of: { bornOn: 'first' } }), 'pages.0.fields.1.of: Must be earlier questions: birth date, sex.'],
  [field({ type: 'identity-paper', papers: ['library-card'] }), 'pages.0.fields.1.papers: There is no such identity paper.'],
  [field({ type: 'administrative-unit', level: 'district' }), 'pages.0.fields.1.level: The level is province or commune.'],
  [field({ type: 'attachment' }), 'pages.0.fields.1.component: Needs the key of a component.'],
  [
    field({ type: 'repeat', itemLabel: words, fields: [{ id: 'y', type: 'repeat', label: words, itemLabel: words, fields: [] }] }),
    'pages.0.fields.1.fields.0: A repeated group holds no other.',
  ],
  [field({ when: { eq: ['x', 'a'] } }), 'pages.0.fields.1.when: The condition reads a question that does not exist or comes later.'],
  [field({ when: { filled: 'constructor' } }), 'pages.0.fields.1.when: The condition reads a question that does not exist or comes later.'],
  [field({ when: { eq: ['first', 3] } }), 'pages.0.fields.1.when: The condition compares with a value that the question never has.'],
  [field({ when: { eq: ['$channel', 'fax'] } }), 'pages.0.fields.1.when: The condition compares with a value that the question never has.'],
  [field({ when: { gt: ['first', 3] } }), 'pages.0.fields.1.when: The condition compares with a value that the question never has.'],
  [field({ when: { has: ['first', 'a'] } }), 'pages.0.fields.1.when: The condition compares with a value that the question never has.'],
  [field({ when: { and: [] } }), 'pages.0.fields.1.when: The condition cannot be read.'],
  [field({ when: { eq: ['first', 'a'], ne: ['first', 'b'] } }), 'pages.0.fields.1.when: The condition cannot be read.'],
  [field({ when: 'first = a' }), 'pages.0.fields.1.when: The condition cannot be read.'],
  [
    form([], { stops: [{ key: 's', when: { filled: 'gone' }, message: words }] }),
    'stops.0.when: The condition reads a question that does not exist or comes later.',
  ],
])('refuses %#: %s', (value, expected) => {
  expect(found(value)).toContain(expected);
});

test('a question inside a row is not known outside it', () => {
  const repeat = { id: 'rows', type: 'repeat', label: words, itemLabel: words, fields: [{ id: 'inner', type: 'text', label: words }] };
  expect(found(form([repeat, { id: 'after', type: 'text', label: words, when: { filled: 'inner' } }]))).toEqual([
    'pages.0.fields.2.when: The condition reads a question that does not exist or comes later.',
  ]);
});

test('whatever is given, the lint answers and never throws', () => {
  const keys = fc.constantFrom(
    'id',
    'version',
    'title',
    'pages',
    'fields',
    'type',
    'label',
    'vi',
    'en',
    'when',
    'eq',
    'and',
    'options',
    'stops',
  );
  const like = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 6 },
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(keys, tie('value'), { maxKeys: 5 }),
    ),
  })).value;
  fc.assert(fc.property(fc.oneof(fc.anything(), like), (value) => Array.isArray(lintForm(value))));
});
