import { readNeutral } from '../../server/catalogue/read-neutral';
import { readPage } from '../../server/catalogue/read-page';
import { type Reading } from '../../server/catalogue/reading';
import { type Trap, verdicts } from '../../server/catalogue/verdicts';
import { bases, FILE, inventedPage, type InventedPage, LISTED, lineOf, papers, readInvented, row, trapsOf } from './invented';

const page =
  (changes: Partial<InventedPage>, listed: readonly string[] = LISTED): (() => Reading) =>
  () =>
    readPage(inventedPage(changes), FILE, listed);
const line =
  (changes: Record<string, unknown>): (() => Reading) =>
  () =>
    readNeutral(lineOf(readInvented().record, changes));
const fee = (text: string, note = ''): (() => Reading) => page({ channels: row('3 Ngày làm việc', text, note) });
const time = (text: string, note = ''): (() => Reading) => page({ channels: row(text, 'Miễn phí', note) });
const LONG = 'Quy định rất dài về cây '.repeat(12);

/** One small page or line for each trap that it falls into. */
const examples: Record<Trap, () => Reading> = {
  'not-json': () => readNeutral('Cấp giấy trồng cây'),
  'shape-broken': line({ name: '' }),
  'page-not-readable': () => readPage({ raw_text: 'Trang không tìm thấy', detail_url: '', formality_id: '' }, FILE),
  'page-of-another-code': page({ code: '9.000002' }),
  'unknown-key': line({ colour: 'xanh' }),
  'unknown-doubt': line({ doubts: ['smells-odd'] }),
  'found-under-other-codes': line({ doubts: ['found-under-other-codes'] }),
  'published-by-another-province': line({ doubts: ['published-by-another-province'] }),
  'published-by-the-province': line({ doubts: ['published-by-the-province'] }),
  'looks-like-test-data': page({ results: 'Giấy trồng câyMã: qwertzu' }),
  'level-stated-differs-from-body': page({ level: 'Cấp tỉnh, Cấp xã' }),
  'level-from-label-only': page({}, ['Ban quản lý']),
  'body-unknown-on-page': page({ bodies: 'Không có thông tin' }),
  'body-unknown-in-list': page({}, []),
  'body-differs-page-list': page({ bodies: 'Sở Cây xanh' }),
  'body-names-another-province': page({ bodies: 'Sở Cây xanh tỉnh Rừng Xa' }, []),
  'text-mentions-district-level': page({ steps: 'Nộp tại Ủy ban nhân dân cấp huyện.' }),
  'intake-address-old-units': page({ address: 'Số 1 đường Cây, Quận 3' }),
  'kind-empty': page({ kind: '' }),
  'decision-number-odd': page({ decision: 'QĐ/7-BTN' }),
  'formality-id-empty': page({ formalityId: '' }),
  'name-with-line-break': page({ name: 'Cấp giấy\ntrồng cây' }),
  'text-not-nfc': page({ steps: 'Nộp đơn.'.normalize('NFD') }),
  'name-or-field-not-nfc': page({ field: 'Cây xanh'.normalize('NFD') }),
  'zero-width': page({ steps: 'Nộp\u200b đơn.' }),
  nbsp: page({ steps: 'Nộp\u00a0đơn.' }),
  'private-use-glyph': page({ steps: '\uf0fc Nộp đơn.' }),
  'cyrillic-letter': page({ steps: 'Nộp đơn theo TT-BTС.' }),
  'eth-for-d': page({ steps: 'Nộp Ðơn.' }),
  'time-no-unit': time('5'),
  'time-unknown': time('Không có thông tin'),
  'time-words': time('Theo mùa '),
  'time-zero': time('0 Ngày'),
  'time-fraction': time('1.5 Ngày làm việc'),
  'time-glued-to-fee': page({ channels: row('1', '20 VNĐ') }),
  'time-differs-by-channel': page({ channels: row('3 Ngày', `Miễn phí`, 'Trực tuyến4 NgàyMiễn phí') }),
  'time-differs-from-note': time('5 Ngày', 'Không quá 07 ngày kể từ ngày nhận đơn.'),
  'several-times-in-note': time('5 Ngày', 'Trong 05 ngày; việc khó thì 09 ngày.'),
  'channel-repeated': page({ channels: row('3 Ngày', `Miễn phí`, 'Trực tiếp3 NgàyMiễn phí') }),
  'no-channel': page({ channels: 'Không có thông tin' }),
  'fee-differs-by-channel': page({ channels: row('3 Ngày', `Miễn phí`, 'Trực tuyến3 Ngày5,000 VNĐ') }),
  'free-but-council-decides': fee('Miễn phí', '(Theo quy định của Hội đồng nhân dân)'),
  'free-but-note-has-amount': fee('Miễn phí', '(50.000 đồng/cây)'),
  'free-but-note-refers-to-tariff': fee('Miễn phí', '(Theo Thông tư số 01/2030/TT-BTC)'),
  'amount-but-council-decides': fee('5,000 VNĐ', '(Mức cụ thể do HĐND tỉnh quyết định)'),
  'fee-below-1000-vnd': fee('135 VNĐ'),
  'fee-1000-times-too-small': fee('135 VNĐ', '(135.000 đồng/lần)'),
  'fee-differs-from-note': fee('40,000 VNĐ', '(4.000 đồng)'),
  'fee-limited-in-time': fee('40,000 VNĐ', '(40.000 đồng đến hết ngày 31/12/2030)'),
  'fee-wrong-currency': fee('155 VNĐ', '(155 USD/thẻ)'),
  'fee-note-unclosed': fee('8,000 VNĐ', '(8.000 đồng Nộp tại quầy.'),
  'several-component-cases': page({ components: `${papers('Đơn1 bản chính', 'Trồng mới:')}${papers('Đơn1 bản chính', 'Trồng lại:')}` }),
  'case-label-is-not-a-case': page({ components: papers('Đơn1 bản chính', '* Giấy tờ phải nộp:') }),
  'case-label-repeated': page({ components: `${papers('Đơn1 bản chính', 'Trồng mới:')}${papers('Sơ đồ1 bản chính', 'Trồng mới:')}` }),
  'count-zero': page({ components: papers('Lời dặn0 bản chính') }),
  'count-glued-to-digit': page({ components: papers('Giấy cấp trước 30/6/20261 bản chính') }),
  'count-inside-name': page({ components: papers('Đơn (01 bản chính);1 bản chính') }),
  'component-empty-name': page({ components: papers('Đơn1 bản chính1 bản chính') }),
  'component-repeated-in-case': page({ components: papers('Đơn1 bản chínhĐơn1 bản chính') }),
  'component-tail-text': page({ components: papers('Đơn1 bản chính------') }),
  'form-file-boundary-lost': page({ components: papers('đơn xin trồng cây theo mẫu.docx1 bản chính') }),
  'no-components': page({ components: 'Không có thông tin' }),
  'components-not-a-table': page({ components: '----' }),
  'result-code-malformed': page({ results: 'Giấy trồng câyMã: KQ-Z01.0000012' }),
  'result-without-code': page({ results: 'Giấy trồng cây' }),
  'no-result': page({ results: '' }),
  'legal-number-misspelt': page({ bases: bases('Về bóng mát22/2032/NĐ-C') }),
  'legal-number-not-recognised': page({ bases: bases('Luật Cây xanh') }),
  'legal-number-with-words': page({ bases: bases('Về bóng mátNghị định số 22/2032/NĐ-CP') }),
  'legal-number-glued-to-digit': page({ bases: bases('Luật Cây xanh 203111/2031/QH19') }),
  'legal-rows-perhaps-merged': page({ bases: bases(`${LONG}11/2031/QH19`) }),
  'legal-name-empty': page({ bases: bases('22/2032/NĐ-CPLuật Cây xanh11/2031/QH19') }),
  'legal-base-repeated': page({ bases: bases('Luật Cây xanh11/2031/QH19Luật số 11 về cây11/2031/QH19') }),
  'legal-date-of-another': page({ bases: bases('Sửa đổi luật ban hành ngày 05/6/202022/2032/NĐ-CP') }),
  'no-legal-base': page({ bases: 'Không có thông tin' }),
  'online-row-but-no-online-form': page({ buttons: '' }),
  'online-form-but-no-online-row': page({ channels: row('3 Ngày', 'Miễn phí') }),
};

test('a sound page has no finding at all', () => {
  expect(readInvented().findings).toEqual([]);
});

test.each(Object.keys(verdicts) as Trap[])('finds and names %s', (trap) => {
  const { record, findings } = examples[trap]();
  const found = findings.find((one) => one.trap === trap);
  expect(trapsOf(findings)).toContain(trap);
  expect(found!.what.vi).toMatch(/\.$/u);
  expect(found!.what.en).toMatch(/\.$/u);
  expect(record === undefined).toBe(verdicts[trap] === 'refuse');
});

test('the verdict of a trap is what the administrator is told', () => {
  const told = (Object.keys(verdicts) as Trap[]).map((trap) => [trap, examples[trap]().findings.find((one) => one.trap === trap)?.verdict]);
  expect(Object.fromEntries(told)).toEqual(verdicts);
});
