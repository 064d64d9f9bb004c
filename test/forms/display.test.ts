import { displayAnswers } from '../../server/forms/display';
import { normaliseAnswers } from '../../server/forms/normalise';
import { everyType, online, whole } from './every-type';

const names = { unit: (code: string) => (code === '18073' ? 'Xã Thạch Hà' : undefined), file: () => undefined };
const shown = (raw: object, language: 'vi' | 'en' = 'vi') =>
  Object.fromEntries(
    displayAnswers(everyType, normaliseAnswers(everyType, { ...whole, ...raw }), online, language, names)
      .flatMap((page) => page.items)
      .map((item) => [item.path, 'value' in item ? item.value : item.rows]),
  );

test('shows answers as a person reads them', () => {
  const raw = {
    paper: { paper: 'passport', number: 'c1234567', country: 'jp', issuedOn: '1/2/2020', issuedBy: 'Tokyo' },
    phone: '0912345678',
    address: { line: 'Thôn 1', unit: '18073' },
    unit: '99999',
    kinds: ['b', 'a'],
    amount: 8000,
    area: 1.5,
    trades: [{ id: 'r4', answers: { trade: 'May', isMain: false } }],
  };
  expect(shown(raw)).toMatchObject({
    bornOn: '03/02/1990',
    sex: 'Nữ',
    paper: 'Hộ chiếu C1234567 (JP), cấp ngày 01/02/2020, nơi cấp Tokyo',
    phone: '0912 345 678',
    address: 'Thôn 1, Xã Thạch Hà',
    unit: '99999',
    kinds: 'A; B',
    amount: '8.000\u00A0đ',
    area: '1,5 m²',
    truth: 'Có',
    trades: [
      {
        id: 'r4',
        title: 'Ngành 1',
        lines: [
          { path: 'trades.r4.trade', value: 'May' },
          { path: 'trades.r4.isMain', value: 'Không' },
        ],
      },
    ],
  });
});

test('shows the same in English', () => {
  expect(shown({ amount: 8000, truth: true }, 'en')).toMatchObject({ sex: 'Nữ (en)', amount: '8,000\u00A0VND', truth: 'Yes' });
});

test('shows only what was asked and answered', () => {
  expect(shown({ landlord: 'Ba' })).not.toHaveProperty('landlord');
  expect(shown({})).not.toHaveProperty('phone');
});
