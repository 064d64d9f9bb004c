import { type Formatter, formatters } from '../../server/documents/text/formatters';

const written: [Formatter, unknown, string][] = [
  ['date', '2026-03-05', '05/03/2026'],
  ['date', '2026-11-25T17:30:00Z', '26/11/2026'],
  ['day', '2026-02-05', 'ngày 05 tháng 02 năm 2026'],
  ['day', '2026-03-25', 'ngày 25 tháng 3 năm 2026'],
  ['time', '2026-11-26T01:52:00Z', '08 giờ 52 phút'],
  ['moment', '2026-12-31T17:00:00Z', '00 giờ 00 phút, ngày 01 tháng 01 năm 2027'],
  ['appointment', '2026-12-01T10:00:00Z', '17 giờ 00 phút, thứ Ba ngày 01 tháng 12 năm 2026'],
  ['appointment', '2026-11-29T01:00:00.000Z', '08 giờ 00 phút, Chủ nhật ngày 29 tháng 11 năm 2026'],
  ['money', 0, '0'],
  ['money', 8000, '8.000'],
  ['money', 1234567, '1.234.567'],
  ['number', 999, '999'],
  ['count', 3, '03'],
  ['count', 112, '112'],
  ['upper', 'Trung tâm Phục vụ hành chính công xã Thạch Hà, đường ưu', 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG XÃ THẠCH HÀ, ĐƯỜNG ƯU'],
  ['whole', '0978 440 126', '0978\u00a0440\u00a0126'],
  ['sentence', 'khoản 3 Điều 5', 'khoản 3 Điều 5.'],
  ['sentence', 'Luật Luật sư, Điều 11.', 'Luật Luật sư, Điều 11.'],
  ['sentence', 'như sau:', 'như sau:'],
  ['answer', true, 'có'],
  ['answer', false, 'không'],
  ['mark', true, 'x'],
  ['mark', false, ''],
];

test.each(written)('%s of %p is written %p', (name, value, text) => {
  expect(formatters[name](value)).toBe(text);
});

const unfit: [Formatter, unknown][] = [
  ['day', '26/11/2026'],
  ['day', '2026-11-26T01:52:00+07:00'],
  ['moment', '2026-11-26'],
  ['moment', '2026-13-40T25:61:00Z'],
  ['money', 12.5],
  ['money', -1],
  ['money', '8000'],
  ['count', Number.NaN],
  ['upper', 5],
  ['answer', 'x'],
  ['mark', 'x'],
];

test.each(unfit)('%s refuses %p instead of guessing', (name, value) => {
  expect(() => formatters[name](value)).toThrow('document-incomplete');
});
