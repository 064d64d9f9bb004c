import fc from 'fast-check';
import { readChannels } from '../../server/catalogue/read-channels';
import { readPage } from '../../server/catalogue/read-page';
import { FILE, inventedPage, LISTED, readInvented, row } from './invented';

test.each([
  ['5 Ngày làm việc', { value: 5, unit: 'working-day', text: '5 Ngày làm việc' }],
  ['20 Ngày', { value: 20, unit: 'day', text: '20 Ngày' }],
  ['1.5 Ngày làm việc', { value: 1.5, unit: 'working-day', text: '1.5 Ngày làm việc' }],
  ['8 Giờ', { value: 8, unit: 'hour', text: '8 Giờ' }],
  ['2 Tháng', { value: 2, unit: 'month', text: '2 Tháng' }],
  ['48', { value: 48, unit: null, text: '48' }],
  ['Không có thông tin', { value: null, unit: null, text: 'Không có thông tin' }],
  ['Không trả kết quả ', { value: null, unit: null, text: 'Không trả kết quả' }],
])('reads the time %s', (text, time) => {
  expect(readChannels(row(text, 'Miễn phí')).channels[0]!.time).toEqual(time);
});

test.each([
  ['Miễn phí', 0, 'VND'],
  ['Không có thông tin', null, null],
  ['8,000 Việt Nam Đồng', 8000, 'VND'],
  ['4,500,000 VNĐ', 4500000, 'VND'],
  ['10 USD', 10, 'USD'],
])('reads the fee %s as published', (text, amount, unit) => {
  expect(readChannels(row('5 Ngày', text)).channels[0]!.fees).toEqual([{ amount, unit, text, note: null, cut: false }]);
});

test.each([
  ['120 VNĐ', 1, 20, '120 VNĐ'],
  ['1100 VNĐ', 1, 100, '1100 VNĐ'],
])('takes the first digit of %s as the time, without a unit', (glued, value, amount, whole) => {
  const { channels } = readChannels(row('', glued));
  expect(channels).toMatchObject([{ time: { value, unit: null }, fees: [{ amount, unit: 'VND' }], glued: whole }]);
});

test('does not glue a fee to a time that is said to be unknown', () => {
  expect(readChannels(row('Không có thông tin', '150,000 VNĐ')).channels).toMatchObject([
    { time: { value: null }, fees: [{ amount: 150000 }], glued: null },
  ]);
});

test('keeps every row, in order, also of one channel twice', () => {
  const { channels } = readChannels(row('3 Ngày', 'Miễn phí', 'Ở nhà.Trực tiếp9 Ngày10 USD(/bản)Ở xa.Dịch vụ bưu chính3 NgàyMiễn phí'));
  expect(channels.map((one) => [one.channel, one.time.value, one.fees[0]!.unit, one.note])).toEqual([
    ['direct', 3, 'VND', 'Ở nhà.'],
    ['direct', 9, 'USD', 'Ở xa.'],
    ['post', 3, 'VND', null],
  ]);
});

test('does not begin a row at the name of a channel inside a description', () => {
  const { channels } = readChannels(row('3 Ngày', 'Miễn phí', 'Trực tuyến: nộp qua cổng; Trực tiếp: nộp tại quầy.'));
  expect(channels).toMatchObject([{ channel: 'direct', note: 'Trực tuyến: nộp qua cổng; Trực tiếp: nộp tại quầy.' }]);
});

test('takes brackets in brackets as one note, and a note that is never closed as a description', () => {
  const [closed] = readChannels(row('3 Ngày', '5,000 VNĐ', '(5.000 đ (năm nghìn) một cây)Tại quầy.')).channels;
  expect([closed!.fees[0]!.note, closed!.note]).toEqual(['5.000 đ (năm nghìn) một cây', 'Tại quầy.']);
  const [open] = readChannels(row('3 Ngày', '5,000 VNĐ', '(5.000 đ Tại quầy.')).channels;
  expect([open!.fees[0]!.note, open!.note]).toEqual([null, '(5.000 đ Tại quầy.']);
});

test.each([
  ['the council decides', 'Miễn phí', '(Theo quy định của HĐND)', null],
  ['the note has an amount', 'Miễn phí', '(50.000 đồng/cây)', null],
  ['the note refers to a tariff', 'Miễn phí', '(theo biểu mức thu)', null],
  ['an amount, yet the council decides', '150,000 VNĐ', '(Do Hội đồng nhân dân tỉnh quyết định)', null],
  ['below 1,000 đồng', '500 VNĐ', '', null],
  ['below 1,000 đồng, and the note says otherwise', '135 VNĐ', '(135.000 đồng)', 135000],
  ['another amount in the note', '40,000 VNĐ', '(4.000 đ)', null],
  ['for a time only', '40,000 VNĐ', '(40.000 đồng, áp dụng đến hết ngày 31/12/2030)', null],
  ['the wrong currency', '155 VNĐ', '(155 USD/thẻ)', null],
  ['free, with a reason', 'Miễn phí', '(Không có)', 0],
  ['as the note says', '8,000 VNĐ', '(8.000 đồng/cây)', 8000],
])('of a fee that is doubtful no amount is made: %s', (_what, text, note, amount) => {
  const [fee] = readInvented({ channels: row('3 Ngày', text, note) }).record.channels[0]!.fees;
  expect(fee).toMatchObject({ amount, text });
});

test.each([
  ['a bare number', '5', '', null],
  ['nought', '0 Ngày', '', null],
  ['another number in the description', '5 Ngày', 'Không quá 07 ngày.', null],
  ['several numbers in the description', '5 Ngày', 'Trong 05 ngày, việc khó 9 ngày.', null],
  ['the same number in the description', '5 Ngày', 'Trong thời hạn 05 ngày.', 'day'],
  ['an hour of the day in the description', '5 Ngày', 'Nộp trước 15 giờ 30.', 'day'],
  ['a fraction', '1.5 Ngày làm việc', '', 'working-day'],
])('of a time that is doubtful no date is made: %s', (_what, text, note, unit) => {
  expect(readInvented({ channels: row(text, 'Miễn phí', note) }).record.channels[0]!.time.unit).toBe(unit);
});

test('whatever is glued together, a page is read or refused, and no doubt leaves a number', () => {
  const pieces = [
    'Trực tiếp',
    'Trực tuyến',
    '5',
    '20',
    ' Ngày làm việc',
    'Giờ',
    'Không có thông tin',
    'Miễn phí',
    '135 VNĐ',
    '8,000 Việt Nam Đồng',
    '(',
    ')',
    'HĐND',
    '135.000 đồng',
    ' 07 ngày',
    '.',
    '-',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 25 }), (glue) => {
      const { record, findings } = readPage(
        inventedPage({ channels: `Hình thức nộpThời gianPhí, lệ phíMô tả${glue.join('')}` }),
        FILE,
        LISTED,
      );
      for (const [order, channel] of record!.channels.entries()) {
        const traps = (place: string): string[] =>
          findings.filter((one) => one.place === place && one.verdict === 'warn').map((one) => one.trap);
        const [fee] = channel.fees;
        if (traps(`channels[${order}].fees[0]`).length > 0) expect(fee!.amount).toBeNull();
        if (traps(`channels[${order}].time`).some((trap) => trap !== 'time-fraction')) expect(channel.time.unit).toBeNull();
        if (fee!.unit === 'VND' && fee!.amount !== null) expect(fee!.amount === 0 || fee!.amount >= 1000).toBe(true);
      }
    }),
    { numRuns: 500, seed: 4 },
  );
});
