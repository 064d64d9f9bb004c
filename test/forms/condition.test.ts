import { holds, namesIn } from '../../server/forms/condition';
import { type Condition } from '../../server/forms/definition';
import { online } from './every-type';

const scope = { row: { a: 'row' }, answers: { a: 'form', b: 2, c: ['x'], d: '2026-02-03', e: true }, context: online };

test.each<[Condition, boolean]>([
  [{ eq: ['a', 'row'] }, true],
  [{ eq: ['missing', 'x'] }, false],
  [{ ne: ['missing', 'x'] }, true],
  [{ eq: ['e', true] }, true],
  [{ eq: ['e', 'true'] }, false],
  [{ in: ['b', [1, 2]] }, true],
  [{ in: ['b', ['2']] }, false],
  [{ has: ['c', 'x'] }, true],
  [{ has: ['a', 'r'] }, false],
  [{ filled: 'b' }, true],
  [{ filled: 'toString' }, false],
  [{ gt: ['b', 1] }, true],
  [{ gt: ['b', 2] }, false],
  [{ gte: ['b', 2] }, true],
  [{ lt: ['b', '3'] }, false],
  [{ lte: ['d', '2026-02-03'] }, true],
  [{ lt: ['d', '2026-02-03'] }, false],
  [{ eq: ['$channel', 'online'] }, true],
  [{ eq: ['$other', 'online'] }, false],
  [{ and: [{ filled: 'a' }, { not: { filled: 'x' } }] }, true],
  [{ or: [{ filled: 'x' }, { filled: 'y' }] }, false],
])('%j is %p', (condition, expected) => {
  expect(holds(condition, scope)).toBe(expected);
});

test('tells which names a condition reads', () => {
  expect(namesIn({ and: [{ eq: ['a', 1] }, { not: { filled: 'b' } }, { or: [{ has: ['c', 'x'] }] }] })).toEqual(['a', 'b', 'c']);
});
