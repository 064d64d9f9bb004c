import fc from 'fast-check';
import { fitsCitizenNumber, parseCitizenNumber, parseOldIdentityNumber, readCitizenNumber } from '../../server/forms/values/citizen-number';
import { parseEmail } from '../../server/forms/values/e-mail';
import { parseDecimal, parseDong, showDong, showNumber } from '../../server/forms/values/money';
import { parsePhone, showPhone } from '../../server/forms/values/phone';
import { tidyLine, tidyLines, tidyName } from '../../server/forms/values/plain-text';
import { parseTaxCode } from '../../server/forms/values/tax-code';
import { parsePartialDate, parseTypedDate, showDate } from '../../server/forms/values/typed-date';

test.each([
  ['3/2/2026', '2026-02-03'],
  ['03-02-2026', '2026-02-03'],
  ['03022026', '2026-02-03'],
  ['3.2.2026', '2026-02-03'],
  ['3 / 2 / 2026', '2026-02-03'],
  ['3 2 2026', '2026-02-03'],
  ['ngày 3 tháng 2 năm 2026', '2026-02-03'],
  ['2026-02-03', '2026-02-03'],
  [' 29/2/2024 ', '2024-02-29'],
  ['29/2/2026', undefined],
  ['29/2/1900', undefined],
  ['31/4/2026', undefined],
  ['2/13/2026', undefined],
  ['0/1/2026', undefined],
  ['3/2/26', undefined],
  ['3/2-2026', undefined],
  ['3/2/20266', undefined],
  ['1955', undefined],
  ['', undefined],
])('reads a date typed as %j', (typed, stored) => {
  expect(parseTypedDate(typed)).toBe(stored);
});

test.each([
  ['1955', '1955'],
  ['2/1955', '1955-02'],
  ['tháng 2 năm 1955', '1955-02'],
  ['1955-02', '1955-02'],
  ['3/2/1955', '1955-02-03'],
  ['13/1955', undefined],
  ['0955', undefined],
])('reads a partial date typed as %j', (typed, stored) => {
  expect(parsePartialDate(typed)).toBe(stored);
});

test('shows a date day first, whole or in part', () => {
  expect([showDate('2026-02-03'), showDate('1955-02'), showDate('1955'), showDate('hôm qua')]).toEqual([
    '03/02/2026',
    '02/1955',
    '1955',
    'hôm qua',
  ]);
});

test('every real date is read from the way it is shown', () => {
  const day = fc
    .date({ min: new Date('1800-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(fc.property(day, (stored) => parseTypedDate(showDate(stored)) === stored && parseTypedDate(stored) === stored));
});

test('reads a personal number with spaces or dots, and what it says', () => {
  expect(parseCitizenNumber('042 190.001-234')).toBe('042190001234');
  expect(readCitizenNumber('042190001234')).toEqual({ place: '042', sex: 'female', birthYear: 1990 });
  expect(readCitizenNumber('042205001234')).toEqual({ place: '042', sex: 'male', birthYear: 2005 });
});

test.each(['04219000123', '0421900012345', '000190001234', '04219000123a', ''])('does not take %j for a personal number', (typed) => {
  expect(parseCitizenNumber(typed)).toBeUndefined();
});

test('a personal number must fit birth year and sex, as far as they are known', () => {
  expect(fitsCitizenNumber('042190001234', { bornOn: '1990-02-14', sex: 'female' })).toBe(true);
  expect(fitsCitizenNumber('042190001234', { bornOn: '1990' })).toBe(true);
  expect(fitsCitizenNumber('042190001234', {})).toBe(true);
  expect(fitsCitizenNumber('042190001234', { bornOn: '1991-02-14' })).toBe(false);
  expect(fitsCitizenNumber('042190001234', { sex: 'male' })).toBe(false);
});

test('reads the old identity number of nine digits', () => {
  expect(parseOldIdentityNumber('183 456 789')).toBe('183456789');
  expect(parseOldIdentityNumber('1834567890')).toBeUndefined();
});

test.each([
  ['0912 345 678', '0912345678'],
  ['+84 912 345 678', '0912345678'],
  ['84912345678', '0912345678'],
  ['0084912345678', '0912345678'],
  ['(0239) 3855 555', '02393855555'],
  ['+81 3-1234-5678', '+81312345678'],
  ['0812345678', '0812345678'],
  ['0112345678', undefined],
  ['091234567', undefined],
  ['09123456789', undefined],
  ['+84 12', undefined],
  ['gọi sau', undefined],
])('reads a telephone number typed as %j', (typed, stored) => {
  expect(parsePhone(typed)).toBe(stored);
});

test('shows a mobile number in groups', () => {
  expect(showPhone('0912345678')).toBe('0912 345 678');
});

test.each([
  ['0100109106', '0100109106'],
  ['01001 09106-001', '0100109106-001'],
  ['0100109106001', '0100109106-001'],
  ['042190001234', '042190001234'],
  ['0100109107', undefined],
  ['0100109106-000', undefined],
  ['0000000000', undefined],
  ['010010910', undefined],
])('reads a tax code typed as %j', (typed, stored) => {
  expect(parseTaxCode(typed)).toBe(stored);
});

test.each([
  ['8000', 8000],
  ['8.000 đ', 8000],
  ['8,000 VND', 8000],
  ['1 000 000 đồng', 1_000_000],
  ['0', 0],
  ['8.00', undefined],
  ['8.0000', undefined],
  ['-8000', undefined],
  ['1.000,5', undefined],
  ['tám nghìn', undefined],
])('reads an amount typed as %j', (typed, dong) => {
  expect(parseDong(typed)).toBe(dong);
});

test('shows money and numbers in the way of each language', () => {
  expect(showDong(1_234_567, 'vi')).toBe('1.234.567\u00A0đ');
  expect(showDong(8000, 'en')).toBe('8,000\u00A0VND');
  expect(showNumber(1234.5, 'vi')).toBe('1.234,5');
  expect(showNumber(1234.5, 'en')).toBe('1,234.5');
});

test('every amount is read from the way it is shown', () => {
  fc.assert(
    fc.property(
      fc.nat(1_000_000_000),
      fc.constantFrom('vi' as const, 'en' as const),
      (dong, language) => parseDong(showDong(dong, language)) === dong,
    ),
  );
});

test('reads a measure with comma or point', () => {
  expect([parseDecimal('1,5'), parseDecimal('-2.25'), parseDecimal('1.2.3'), parseDecimal('1e5')]).toEqual([
    1.5,
    -2.25,
    undefined,
    undefined,
  ]);
});

test.each([
  ['ten@Example.VN', 'ten@example.vn'],
  [' a.b+c@cq.hatinh.gov.vn ', 'a.b+c@cq.hatinh.gov.vn'],
  ['ten@localhost', undefined],
  ['@example.vn', undefined],
  ['a@b@c.vn', undefined],
  ['a..b@c.vn', undefined],
  ['a@-c.vn', undefined],
  [`${'a'.repeat(65)}@c.vn`, undefined],
])('reads an e-mail address typed as %j', (typed, stored) => {
  expect(parseEmail(typed)).toBe(stored);
});

test('stores text composed, without invisible letters and double spaces', () => {
  expect(tidyLine('  Nguye\u0302\u0303n\u200B  Thị\u00A0Đào ')).toBe('Nguyễn Thị Đào');
  expect(tidyName('Ðỗ Ðức')).toBe('Đỗ Đức');
  expect(tidyLines(' một \r\n\r\n\r\n\r\nhai ')).toBe('một\n\nhai');
});

test('tidying twice changes nothing', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('a', 'e', '\u0302', '\u0301', '\u200B', ' ', '\u00A0', '\n', 'Ð', '\uD800') }),
  );
  fc.assert(
    fc.property(text, (raw) => {
      for (const tidy of [tidyLine, tidyLines, tidyName]) expect(tidy(tidy(raw))).toBe(tidy(raw));
    }),
  );
});
