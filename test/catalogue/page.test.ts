import { pageFileOf } from '../../server/catalogue/page-file';
import { readPage, readPublished } from '../../server/catalogue/read-page';
import { FILE, inventedPage, papers, readInvented, row, trapsOf } from './invented';

test('reads the parts of a page into the neutral shape', () => {
  expect(readInvented().record).toMatchObject({
    code: '9.000001',
    name: 'Cấp giấy trồng cây bóng mát',
    field: 'Cây xanh',
    ministry: 'Bộ Thử nghiệm',
    kind: 'Loại khác',
    decision: '12/QĐ-BTN',
    portalId: '00000000-0000-7000-8000-000000000001',
    levelsStated: ['commune'],
    levelsJudged: ['commune'],
    bodies: ['Ủy ban nhân dân cấp xã'],
    bodyKinds: ['commune'],
    bodySource: 'list',
    targets: ['Công dân Việt Nam', 'Cán bộ, công chức, viên chức', 'Tổ chức (không bao gồm doanh nghiệp, HTX)'],
    channels: [
      {
        channel: 'online',
        time: { value: 3, unit: 'working-day' },
        fees: [{ amount: 8000, unit: 'VND', note: '8.000 đồng/cây' }],
        note: 'Nộp qua cổng.',
      },
      { channel: 'direct', note: null },
    ],
    components: [
      {
        case: null,
        items: [
          { name: 'Đơn xin trồng cây', original: 1, copy: 0 },
          { name: 'Sơ đồ khu đất', original: 1, copy: 2 },
        ],
      },
    ],
    results: [{ name: 'Giấy trồng cây', code: 'KQ.Z01.000001', codeOk: true }],
    legalBases: [
      { number: '11/2031/QH19', name: 'Luật Cây xanh', date: null },
      { number: '22/2032/NĐ-CP', date: '2032-06-05' },
    ],
    requirements: null,
    onlineForm: 'province',
    stepsChars: 'Bước 1: nộp đơn. Bước 2: nhận giấy.'.length,
  });
});

test('is not misled by headings inside the texts', () => {
  const { record } = readInvented({
    steps: 'Nộp theo mục Thành phần hồ sơ, gửi Cơ quan có thẩm quyền và xem Căn cứ pháp lý bên dưới.',
    channels: row('3 Ngày', 'Miễn phí', 'Thành phần hồ sơ: như dưới đây.'),
    components: papers('Đơn nêu Căn cứ pháp lý của việc trồng1 bản chính', 'Thành phần hồ sơ trồng mới:'),
    requirements: 'Cây phải có Kết quả xử lý đất trước khi trồng.',
  });
  expect(record.components).toMatchObject([
    { case: 'Thành phần hồ sơ trồng mới:', items: [{ name: 'Đơn nêu Căn cứ pháp lý của việc trồng' }] },
  ]);
  expect(record.channels[0]!.note).toBe('Thành phần hồ sơ: như dưới đây.');
  expect(record.requirements).toBe('Cây phải có Kết quả xử lý đất trước khi trồng.');
  expect(record.results.map((one) => one.name)).toEqual(['Giấy trồng cây']);
  expect(record.legalBases).toHaveLength(2);
});

test('reads the requirements of a page that has no heading for results', () => {
  const { record } = readInvented({ requirements: 'Đất trống.', results: '' });
  expect(record).toMatchObject({ requirements: 'Đất trống.', results: [] });
});

test('cuts long requirements at 400 letters and says how long they are', () => {
  const { record } = readInvented({ requirements: 'Đất '.repeat(200) });
  expect([record.requirements!.length, record.requirementsCut]).toEqual([400, 799]);
});

test('refuses a page of another code and keeps the code that was asked for', () => {
  const reading = readPage(inventedPage({ code: '9.000002' }), FILE);
  expect(reading).toMatchObject({ record: undefined, code: '9.000001' });
  expect(trapsOf(reading.findings)).toContain('page-of-another-code');
  expect(readPublished(inventedPage({ code: '9.000002' }), FILE).record).toMatchObject({ code: '9.000002', ministry: null });
});

test.each([
  ['nothing', undefined],
  ['a text', 'trang'],
  ['a page without its text', { ma_thu_tuc: '9.000001' }],
  ['a page without headings', { raw_text: 'Cấp giấy', detail_url: '', formality_id: '' }],
])('refuses %s', (_what, page) => {
  expect(readPage(page, FILE)).toMatchObject({ record: undefined, findings: [{ trap: 'page-not-readable', verdict: 'refuse' }] });
});

test.each([
  ['-- Chọn Tỉnh/ Thành phố --', 'Chọn cơ quan thực hiện-- Chọn Tỉnh/ Thành phố --', 'province'],
  ['-- Chọn Bộ ngành --', 'Chọn cơ quan thực hiện-- Chọn Bộ ngành --', 'ministry'],
  ['no place', 'Chọn cơ quan thực hiệnNộp hồ sơ', 'listed-no-place'],
  ['no block', '', 'none'],
])('tells where the page offers to file online: %s', (_what, buttons, onlineForm) => {
  expect(readInvented({ buttons }).record.onlineForm).toBe(onlineForm);
});

test('repairs letters before anything else and keeps what a person must look at', () => {
  const { record } = readInvented({ name: 'Cấp\u00a0giấy\u200b \ntrồng  Ðất ТB'.normalize('NFD') });
  expect(record.name).toBe('Cấp giấy trồng Đất ТB');
});

test('normalises the number of a decision and leaves what it does not know', () => {
  const decisions = ['QĐ/0001-BTN', 'QĐ7-BTN', 'SỐ 9/QĐ-BTN', '7./QĐ-BTN', '12/QD-BTN', '9303', '12/QĐ-BTN-C06'];
  expect(decisions.map((decision) => readInvented({ decision }).record.decision)).toEqual([
    '0001/QĐ-BTN',
    '7/QĐ-BTN',
    '9/QĐ-BTN',
    '7/QĐ-BTN',
    '12/QĐ-BTN',
    '9303',
    '12/QĐ-BTN-C06',
  ]);
});

test.each([
  ['bo-tu-phap/9.000001.json', { code: '9.000001', ministry: 'Bộ Tư pháp' }],
  ['data/raw/bo-xay-dung__9.000001.json', { code: '9.000001', ministry: 'Bộ Xây dựng' }],
  ['9.000001.json', { code: '9.000001', ministry: null }],
  ['bo-tu-phap/danh-sach.json', undefined],
])('reads code and ministry from the path %s', (path, file) => {
  expect(pageFileOf(path)).toEqual(file);
});
