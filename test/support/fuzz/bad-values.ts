import fc from 'fast-check';
import naughtyStrings from 'big-list-of-naughty-strings';

const NUL = '\u0000';
const LONE = '\ud800';
/** What this office has to fear beside the common list. */
const OWN_TEXTS = [
  `Nguyễn${NUL}Văn`,
  `${LONE}Trần`,
  'Ho\u0300a\u0300ng', // decomposed
  '\u202e\u2066đảo\u2069',
  'x'.repeat(5000),
  'ạ'.repeat(70_000),
  '2026-02-30',
  '2026-13-01',
  '0000-00-00',
  '99999-01-01',
  '-271821-04-20',
  '275760-09-13T00:00:00.001Z',
  '2026-11-25T25:00:00Z',
  '2026-11-25T02:00:00+99:00',
  '30/02/2026',
  '042090900001',
  '9223372036854775808',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '1e309',
  '%',
  '__proto__',
  '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;&b;">]><a>&d;</a>',
  '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"><bpmn:process id="a"/></bpmn:definitions>',
  'JVBERi0xLjcK',
];
const NUMBERS = [-1, 0, 0.5, -0, 1e21, 1e308, 2 ** 31, 2 ** 32, 2 ** 53, -(2 ** 63), 999_999_999_999];

/** Texts that break programs: in fields, in addresses, in headers. */
export const badText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...naughtyStrings) },
  { weight: 4, arbitrary: fc.constantFrom(...OWN_TEXTS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);

/** Anything that JSON can say and a field does not expect; `ids` name what belongs to others. */
export function badValue(ids: readonly string[]): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 5, arbitrary: badText },
    { weight: 2, arbitrary: fc.constantFrom(...NUMBERS) },
    { weight: 2, arbitrary: fc.constantFrom(...ids) },
    { weight: 1, arbitrary: fc.uuid() },
    { weight: 2, arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}, [null], [[]], { vi: 1 }, deep(60), Array(2000).fill('a')) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  );
}

function deep(levels: number): unknown {
  let value: unknown = 'đáy';
  for (let level = 0; level < levels; level += 1) value = level % 2 ? [value] : { a: value };
  return value;
}
