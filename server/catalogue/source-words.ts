import { type Words } from '../domain/words/words';

/** Of the file, the heading of the page, its bodies and its letters. */
export const sourceWords = {
  'not-json': { vi: 'Dòng không phải là một đối tượng JSON', en: 'The line is not a JSON object' },
  'shape-broken': { vi: 'Dòng thiếu hoặc sai mục bắt buộc', en: 'The line lacks a required key or holds a wrong one' },
  'page-not-readable': { vi: 'Trang không có các đề mục của một thủ tục', en: 'The page lacks the headings of a procedure' },
  'page-of-another-code': {
    vi: 'Tệp của thủ tục này lại chứa trang của thủ tục khác',
    en: 'The file of this procedure holds the page of another one',
  },
  'unknown-key': { vi: 'Có mục lạ, đã bỏ qua', en: 'An unknown key was left out' },
  'unknown-doubt': { vi: 'Nguồn nêu một nghi vấn chưa biết', en: 'The source names a doubt that is not known here' },
  'found-under-other-codes': { vi: 'Trang này còn nằm dưới mã thủ tục khác', en: 'This page is also stored under other codes' },
  'published-by-another-province': { vi: 'Thủ tục do một tỉnh khác công bố', en: 'The procedure was published by another province' },
  'published-by-the-province': { vi: 'Thủ tục do chính tỉnh công bố', en: 'The procedure was published by the province itself' },
  'looks-like-test-data': {
    vi: 'Có dấu hiệu là dữ liệu thử, chỉ được giữ làm bản nháp',
    en: 'Looks like test data and may only be kept as a draft',
  },
  'level-stated-differs-from-body': {
    vi: 'Cấp thực hiện ghi trên trang khác với cơ quan thực hiện; lấy theo cơ quan',
    en: 'The level on the page differs from the implementing body; the body is followed',
  },
  'level-from-label-only': {
    vi: 'Cơ quan thực hiện không cho biết cấp; lấy theo nhãn của trang',
    en: 'The implementing body does not tell the level; the label of the page is followed',
  },
  'body-unknown-on-page': { vi: 'Trang không nêu cơ quan thực hiện', en: 'The page names no implementing body' },
  'body-unknown-in-list': { vi: 'Danh sách không nêu cơ quan thực hiện', en: 'The list names no implementing body' },
  'body-differs-page-list': {
    vi: 'Cơ quan thực hiện trên trang và trong danh sách khác nhau',
    en: 'The page and the list name different bodies',
  },
  'body-names-another-province': {
    vi: 'Cơ quan thực hiện ghi tên một tỉnh khác, đã bỏ tên tỉnh',
    en: 'The body names another province, whose name was removed',
  },
  'text-mentions-district-level': {
    vi: 'Nội dung còn nhắc đến cấp huyện đã bãi bỏ',
    en: 'The text still speaks of the abolished district level',
  },
  'intake-address-old-units': { vi: 'Địa chỉ tiếp nhận ghi đơn vị hành chính cũ', en: 'The intake address names former units' },
  'kind-empty': { vi: 'Không ghi loại thủ tục', en: 'The kind of procedure is not given' },
  'decision-number-odd': { vi: 'Số quyết định công bố viết không đúng lệ', en: 'The number of the decision is oddly written' },
  'formality-id-empty': {
    vi: 'Mã định danh trên Cổng để trống, đã lấy từ địa chỉ trang',
    en: 'The portal identifier is empty and was taken from the address',
  },
  'name-with-line-break': { vi: 'Tên thủ tục có dấu xuống dòng, đã nối lại', en: 'The name has line breaks, which were joined' },
  'text-not-nfc': { vi: 'Chữ có dấu viết rời, đã ghép lại', en: 'Decomposed letters were composed' },
  'name-or-field-not-nfc': {
    vi: 'Tên hoặc lĩnh vực có dấu viết rời, đã ghép lại',
    en: 'Decomposed letters in name or field were composed',
  },
  'zero-width': { vi: 'Có ký tự không nhìn thấy, đã bỏ', en: 'Invisible characters were removed' },
  nbsp: { vi: 'Có khoảng trắng không ngắt, đã thay', en: 'No-break spaces were replaced' },
  'private-use-glyph': { vi: 'Có ký hiệu riêng của phông chữ, đã bỏ', en: 'Glyphs private to a font were removed' },
  'cyrillic-letter': { vi: 'Có chữ Kirin giống chữ La-tinh, cần xem lại', en: 'Cyrillic look-alikes stand among Latin letters' },
  'eth-for-d': { vi: 'Chữ Ð viết thay chữ Đ, đã sửa', en: 'The letter Ð stood for Đ and was mended' },
} as const satisfies Record<string, Words>;
