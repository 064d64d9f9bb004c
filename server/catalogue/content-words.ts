import { type Words } from '../domain/words/words';

/** Of components, results, legal bases and filing online. */
export const contentWords = {
  'several-component-cases': { vi: 'Thành phần hồ sơ có nhiều trường hợp', en: 'The components have several cases' },
  'case-label-is-not-a-case': {
    vi: 'Nhãn là một nhóm giấy tờ hoặc lưu ý, không phải một trường hợp',
    en: 'The label is a group of papers or a note, not a case',
  },
  'case-label-repeated': { vi: 'Hai trường hợp cùng một nhãn', en: 'Two cases have one label' },
  'count-zero': { vi: 'Số lượng bằng 0: là lưu ý, không phải giấy tờ phải nộp', en: 'The count is zero: a note, not a paper to hand in' },
  'count-glued-to-digit': {
    vi: 'Số lượng dính liền với chữ số trước; lấy chữ số cuối',
    en: 'The count is glued to a digit; the last digit was taken',
  },
  'count-inside-name': { vi: 'Số lượng trong tên giấy tờ là lời văn, không tính', en: 'A count inside a name is text and is not counted' },
  'component-empty-name': { vi: 'Có dòng giấy tờ không có tên', en: 'A component has no name' },
  'component-repeated-in-case': { vi: 'Một giấy tờ ghi hai lần trong một trường hợp', en: 'A component stands twice in one case' },
  'component-tail-text': { vi: 'Còn chữ sau dòng giấy tờ cuối cùng', en: 'Text is left after the last component' },
  'form-file-boundary-lost': { vi: 'Tên giấy tờ và tên tệp mẫu dính liền', en: 'The name and its form file are glued' },
  'no-components': { vi: 'Không có thành phần hồ sơ', en: 'There are no components' },
  'components-not-a-table': { vi: 'Thành phần hồ sơ không phải là bảng', en: 'The components are not a table' },
  'result-code-malformed': { vi: 'Mã kết quả không đúng dạng, giữ nguyên', en: 'The code of a result is malformed and kept as it is' },
  'result-without-code': { vi: 'Kết quả không có mã', en: 'A result has no code' },
  'no-result': { vi: 'Không có kết quả', en: 'No result is given' },
  'legal-number-misspelt': { vi: 'Số hiệu văn bản viết sai', en: 'The number of a legal basis is misspelt' },
  'legal-number-not-recognised': { vi: 'Không nhận ra số hiệu văn bản', en: 'The number of a legal basis is not recognised' },
  'legal-number-with-words': {
    vi: 'Ô số hiệu có cả tên loại văn bản, đã tách',
    en: 'The number of a legal basis came with words, which were split off',
  },
  'legal-number-glued-to-digit': {
    vi: 'Số hiệu dính liền với chữ số của tên, đã tách',
    en: 'The number of a legal basis was glued to a digit of the name',
  },
  'legal-rows-perhaps-merged': { vi: 'Tên văn bản quá dài, có thể là hai dòng', en: 'A long name may be two legal bases' },
  'legal-name-empty': { vi: 'Văn bản không có tên', en: 'A legal basis has no name' },
  'legal-base-repeated': { vi: 'Một văn bản ghi nhiều lần, đã gộp', en: 'A legal basis stands several times and was united' },
  'legal-date-of-another': {
    vi: 'Ngày trong tên là của văn bản khác, đã bỏ',
    en: 'The date in the name is of another document and was left out',
  },
  'no-legal-base': { vi: 'Không có căn cứ pháp lý', en: 'No legal basis is given' },
  'online-row-but-no-online-form': {
    vi: 'Có cách nộp trực tuyến nhưng trang không có nút nộp',
    en: 'There is an online row, but the page offers no form',
  },
  'online-form-but-no-online-row': {
    vi: 'Trang có nút nộp nhưng không có cách nộp trực tuyến',
    en: 'The page offers a form, but there is no online row',
  },
} as const satisfies Record<string, Words>;
