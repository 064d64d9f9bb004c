import { isReceiverName } from '../../server/domain/identity';
import { findProvince, PROVINCES } from '../../server/domain/provinces';

test('there are 34 provinces and cities, six of them cities, each with a code of its own', () => {
  expect(PROVINCES).toHaveLength(34);
  expect(PROVINCES.filter(({ name }) => name.startsWith('Thành phố'))).toHaveLength(6);
  expect(new Set(PROVINCES.map(({ code }) => code)).size).toBe(34);
});

test.each([
  ['Hà Tĩnh', '42'],
  ['tỉnh Hà  Tĩnh', '42'],
  ['TP. Huế', '46'],
  ['Thành phố Hồ Chí Minh', '79'],
  ['Thanh Hoá', '38'],
  ['KHÁNH HOÀ', '56'],
])('%s is one of them', (written, code) => {
  expect(findProvince(written)?.code).toBe(code);
});

test.each(['Sao Hỏa', 'Quảng Bình', '42', '', 'tỉnh'])('“%s” is none of today’s', (written) => {
  expect(findProvince(written)).toBeUndefined();
});

test('a receiver is a person or an organisation, not only digits and signs', () => {
  for (const name of ['Đặng Thị Hoà', 'Công ty TNHH 1-5', 'Lý Á']) expect([name, isReceiverName(name)]).toEqual([name, true]);
  for (const name of ['', '12345', '.', '0912 345 678', '#1', 'A']) expect([name, isReceiverName(name)]).toEqual([name, false]);
});
