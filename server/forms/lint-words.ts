import { type Words } from '../domain/words/words';

/** Where in the definition (`pages.0.fields.2.when`), and why it cannot be published. */
export type LintFault = { readonly path: string; readonly reason: Words };

export const LINT_WORDS = {
  object: { vi: 'Phải là một đối tượng.', en: 'Must be an object.' },
  list: { vi: 'Phải là danh sách có ít nhất một phần tử.', en: 'Must be a list with at least one entry.' },
  words: { vi: 'Phải có câu tiếng Việt và tiếng Anh.', en: 'Needs a Vietnamese and an English text.' },
  id: {
    vi: 'Mã phải bắt đầu bằng chữ thường, chỉ gồm chữ không dấu và số.',
    en: 'An id begins with a small letter and holds letters and digits only.',
  },
  key: { vi: 'Mã chỉ gồm chữ thường không dấu, số và dấu gạch nối.', en: 'A key holds small letters, digits and dashes only.' },
  twice: { vi: 'Mã này đã dùng.', en: 'This id is used already.' },
  type: { vi: 'Loại câu hỏi không có.', en: 'There is no such type of question.' },
  unknown: { vi: 'Thuộc tính lạ.', en: 'Unknown property.' },
  boolean: { vi: 'Phải là true hoặc false.', en: 'Must be true or false.' },
  count: { vi: 'Phải là số nguyên không âm.', en: 'Must be a whole number, zero or more.' },
  number: { vi: 'Phải là số.', en: 'Must be a number.' },
  order: { vi: 'Mức thấp nhất lớn hơn mức cao nhất.', en: 'The least is above the most.' },
  options: { vi: 'Mỗi lựa chọn cần một giá trị riêng và tên.', en: 'Every option needs a value of its own and a name.' },
  pattern: { vi: 'Mẫu không đọc được, quá dài, hoặc có nhóm lặp.', en: 'The pattern cannot be read, is too long, or repeats a group.' },
  bound: {
    vi: 'Phải là ngày YYYY-MM-DD, "today", hoặc một câu hỏi ngày ở trước.',
    en: 'Must be a date YYYY-MM-DD, "today", or an earlier question for a date.',
  },
  person: { vi: 'Phải là câu hỏi ở trước: ngày sinh, giới tính.', en: 'Must be earlier questions: birth date, sex.' },
  papers: { vi: 'Loại giấy tờ tùy thân không có.', en: 'There is no such identity paper.' },
  level: { vi: 'Cấp phải là province hoặc commune.', en: 'The level is province or commune.' },
  component: { vi: 'Thiếu mã thành phần hồ sơ.', en: 'Needs the key of a component.' },
  prefill: { vi: 'Nguồn điền sẵn không có.', en: 'There is no such source to prefill from.' },
  nested: { vi: 'Trong nhóm lặp không có nhóm lặp khác.', en: 'A repeated group holds no other.' },
  condition: { vi: 'Điều kiện không đọc được.', en: 'The condition cannot be read.' },
  later: { vi: 'Điều kiện đọc câu hỏi không có hoặc đứng sau.', en: 'The condition reads a question that does not exist or comes later.' },
  value: {
    vi: 'Điều kiện so với giá trị mà câu hỏi không bao giờ có.',
    en: 'The condition compares with a value that the question never has.',
  },
} as const satisfies Record<string, Words>;

export type LintCode = keyof typeof LINT_WORDS;
/** Takes a fault down, with its path. */
export type Note = (path: string, code: LintCode) => void;
