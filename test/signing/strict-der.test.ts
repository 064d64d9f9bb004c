import { checkStrictDer, derLength } from '../../server/signing/pki/strict-der';

const bytes = (hex: string) => Buffer.from(hex.replace(/ /g, ''), 'hex');

test.each([
  ['an integer', '02 01 05'],
  ['a negative one', '02 01 ff'],
  ['a large one', '02 02 00 80'],
  ['a sequence', '30 06 02 01 01 01 01 ff'],
  ['a set in order', '31 06 02 01 01 02 01 02'],
  ['an identifier', '06 03 55 04 03'],
  ['bits', '03 02 06 c0'],
  ['a moment', '17 0d 32 36 31 31 32 30 30 38 31 35 30 30 5a'],
  ['a long string', `04 81 80 ${'00'.repeat(128)}`],
])('%s is DER', (_title, hex) => {
  expect(() => checkStrictDer(bytes(hex))).not.toThrow();
  expect(derLength(bytes(`${hex} 00 00`))).toBe(bytes(hex).length);
});

test.each([
  ['nothing', '', /cut short/],
  ['a header alone', '30', /cut short/],
  ['a frame longer than its content', '30 05 02 01 01', /longer than its frame/],
  ['a member longer than its frame', '30 03 02 05 01', /longer than its frame/],
  ['an open end', '30 80 02 01 01 00 00', /length form/],
  ['a long way to say a short length', '30 81 03 02 01 01', /not minimal/],
  ['a length with a zero before it', `04 82 00 80 ${'00'.repeat(128)}`, /not minimal/],
  ['an integer with a needless zero', '02 02 00 01', /not minimal/],
  ['an integer with a needless sign', '02 02 ff ff', /not minimal/],
  ['an empty integer', '02 00', /without digits/],
  ['a half-true boolean', '01 01 01', /boolean/],
  ['a set out of order', '31 06 02 01 02 02 01 01', /order/],
  ['a string in pieces', '24 03 04 01 00', /constructed/],
  ['a sequence in one piece', '10 00', /constructed/],
  ['bits beyond the last', '03 02 06 c1', /padding/],
  ['a moment without seconds', '17 0b 32 36 31 31 32 30 30 38 31 35 5a', /UTCTime/],
  ['an identifier that does not end', '06 02 55 84', /identifier/],
  ['a null with content', '05 01 00', /null/],
  ['bytes behind it', '02 01 05 00', /behind/],
  ['a long tag', '1f 22 00', /long tag/],
])('%s is not', (_title, hex, rule) => {
  expect(() => checkStrictDer(bytes(hex))).toThrow(rule);
});

test('a hundred frames within each other are refused', () => {
  let nested = Buffer.alloc(0);
  for (let depth = 0; depth < 50; depth++) nested = Buffer.concat([Buffer.of(0x30, nested.length), nested]);
  expect(() => checkStrictDer(nested)).not.toThrow();
  for (let depth = 0; depth < 13; depth++) nested = Buffer.concat([Buffer.of(0x30, nested.length), nested]);
  expect(() => checkStrictDer(nested)).toThrow(/too deeply/);
});
