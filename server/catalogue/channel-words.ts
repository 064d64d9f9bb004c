import { type Words } from '../domain/words/words';

/** Of the times and fees of the channels. */
export const channelWords = {
  'time-no-unit': {
    vi: 'Thời hạn chỉ có số, không có đơn vị; không tự tính ngày hẹn',
    en: 'The time is a bare number without a unit; no due date is computed',
  },
  'time-unknown': { vi: 'Không có thời hạn; người có thẩm quyền phải đặt', en: 'No time is given; a person must set it' },
  'time-words': { vi: 'Thời hạn ghi bằng lời; người có thẩm quyền phải đặt', en: 'The time is given in words; a person must set it' },
  'time-zero': { vi: 'Thời hạn ghi bằng 0', en: 'The time is given as 0' },
  'time-fraction': { vi: 'Thời hạn không phải số nguyên, giữ nguyên', en: 'The time is a fraction and is kept as it is' },
  'time-glued-to-fee': {
    vi: 'Thời hạn dính liền với mức phí; lấy chữ số đầu làm thời hạn',
    en: 'Time and fee are glued; the first digit was taken as the time',
  },
  'time-differs-by-channel': {
    vi: 'Thời hạn khác nhau theo cách nộp, có thể là các trường hợp khác nhau',
    en: 'The time differs by channel; these may be different cases',
  },
  'time-differs-from-note': { vi: 'Thời hạn khác với số ghi trong mô tả', en: 'The time differs from the number in the description' },
  'several-times-in-note': { vi: 'Phần mô tả nêu nhiều thời hạn', en: 'The description names several times' },
  'channel-repeated': {
    vi: 'Một cách nộp có nhiều dòng, có thể là các trường hợp hoặc đối tượng khác nhau',
    en: 'A channel has several rows, perhaps cases or kinds of applicant',
  },
  'no-channel': { vi: 'Không có cách nộp nào', en: 'No channel is given' },
  'fee-differs-by-channel': { vi: 'Phí, lệ phí khác nhau theo cách nộp', en: 'The fee differs by channel' },
  'free-but-council-decides': {
    vi: 'Ghi miễn phí nhưng Hội đồng nhân dân quyết định; mức thu coi là chưa biết',
    en: 'Free, yet the People’s Council decides; the amount is unknown',
  },
  'free-but-note-has-amount': {
    vi: 'Ghi miễn phí nhưng ghi chú có mức thu; mức thu coi là chưa biết',
    en: 'Free, yet the note has an amount; the amount is unknown',
  },
  'free-but-note-refers-to-tariff': {
    vi: 'Ghi miễn phí nhưng ghi chú dẫn biểu mức thu; mức thu coi là chưa biết',
    en: 'Free, yet the note refers to a tariff; the amount is unknown',
  },
  'amount-but-council-decides': {
    vi: 'Có mức thu nhưng Hội đồng nhân dân quyết định; mức thu coi là chưa biết',
    en: 'An amount, yet the People’s Council decides; the amount is unknown',
  },
  'fee-below-1000-vnd': { vi: 'Mức thu dưới 1.000 đồng, không lấy', en: 'The fee is below 1,000 đồng and is not taken' },
  'fee-1000-times-too-small': {
    vi: 'Mức thu nhỏ hơn 1.000 lần so với ghi chú, đã nhân lại',
    en: 'The fee is 1,000 times smaller than its note and was multiplied',
  },
  'fee-differs-from-note': {
    vi: 'Mức thu khác với ghi chú; mức thu coi là chưa biết',
    en: 'The fee differs from its note; the amount is unknown',
  },
  'fee-limited-in-time': {
    vi: 'Mức thu chỉ áp dụng trong một thời gian; mức thu coi là chưa biết',
    en: 'The fee holds for a time only; the amount is unknown',
  },
  'fee-wrong-currency': {
    vi: 'Mức thu ghi sai loại tiền; mức thu coi là chưa biết',
    en: 'The fee is in the wrong currency; the amount is unknown',
  },
  'fee-note-unclosed': {
    vi: 'Ghi chú mức thu thiếu dấu ngoặc, lẫn với mô tả; mức thu coi là chưa biết',
    en: 'The note of the fee runs into the description; the amount is unknown',
  },
} as const satisfies Record<string, Words>;
