import { type Words } from '../domain/words/words';
import { type QuestionField } from './definition';
import { showNumber } from './values/money';

/** The name of a question inside a sentence: small first letter, unless the word is an abbreviation. */
export function innerLabel(label: Words): Words {
  return { vi: lowered(label.vi), en: lowered(label.en) };
}

type Demand = (label: Words) => Words;
const enter: Demand = ({ vi, en }) => ({ vi: `Nhập ${vi}.`, en: `Enter ${en}.` });
const choose: Demand = ({ vi, en }) => ({ vi: `Chọn ${vi}.`, en: `Choose ${en}.` });
const DEMANDS: Partial<Record<QuestionField['type'], Demand>> = {
  choice: choose,
  'administrative-unit': choose,
  'multi-choice': ({ vi, en }) => ({ vi: `Chọn ít nhất một mục: ${vi}.`, en: `Choose at least one: ${en}.` }),
  'yes-no': ({ vi, en }) => ({ vi: `Chọn có hoặc không: ${vi}.`, en: `Choose yes or no: ${en}.` }),
  attachment: ({ vi, en }) => ({ vi: `Tải lên ${vi}.`, en: `Upload ${en}.` }),
  declaration: () => ({ vi: 'Đánh dấu để xác nhận cam đoan.', en: 'Tick to confirm the declaration.' }),
  repeat: ({ vi, en }) => ({ vi: `Thêm ít nhất một mục: ${vi}.`, en: `Add at least one: ${en}.` }),
};

/** What is missing, as the thing to do: Nhập, Chọn, Tải lên. */
export function requiredWords(field: QuestionField): Words {
  return (DEMANDS[field.type] ?? enter)(innerLabel(field.label));
}

export const FAULT_WORDS = {
  name: {
    vi: 'Nhập họ, chữ đệm và tên bằng chữ, không có số hay dấu lạ.',
    en: 'Enter the name in letters, without digits or other signs.',
  },
  'citizen-number': { vi: 'Nhập đủ 12 chữ số của số định danh cá nhân.', en: 'Enter all 12 digits of the personal number.' },
  'old-identity-card': { vi: 'Nhập đủ 9 chữ số của chứng minh nhân dân.', en: 'Enter all 9 digits of the old identity card.' },
  passport: {
    vi: 'Nhập số hộ chiếu như in trên hộ chiếu: 6 đến 12 chữ hoặc số.',
    en: 'Enter the passport number as printed: 6 to 12 letters or digits.',
  },
  'other-paper': {
    vi: 'Nhập số giấy tờ như in trên giấy, nhiều nhất 40 ký tự.',
    en: 'Enter the number as printed, at most 40 characters.',
  },
  'paper-kind': { vi: 'Chọn loại giấy tờ trong danh sách.', en: 'Choose the kind of paper from the list.' },
  country: { vi: 'Chọn nước cấp giấy tờ.', en: 'Choose the country that issued the paper.' },
  phone: {
    vi: 'Nhập số điện thoại, ví dụ 0912 345 678; số nước ngoài bắt đầu bằng dấu +.',
    en: 'Enter a telephone number such as 0912 345 678; foreign numbers begin with +.',
  },
  email: { vi: 'Nhập địa chỉ thư điện tử, ví dụ ten@example.vn.', en: 'Enter an e-mail address such as name@example.vn.' },
  'tax-code': {
    vi: 'Nhập mã số thuế 10, 12 hoặc 13 chữ số như ghi trên giấy đăng ký.',
    en: 'Enter the tax code of 10, 12 or 13 digits as registered.',
  },
  date: {
    vi: 'Nhập ngày có thật theo thứ tự ngày/tháng/năm, ví dụ 3/2/2026.',
    en: 'Enter a real date as day/month/year, such as 3/2/2026.',
  },
  'partial-date': {
    vi: 'Nhập ngày/tháng/năm, tháng/năm hoặc năm, ví dụ 1955.',
    en: 'Enter day/month/year, month/year or the year, such as 1955.',
  },
  number: { vi: 'Nhập một số, ví dụ 1,5.', en: 'Enter a number, such as 1.5.' },
  whole: { vi: 'Nhập số nguyên, ví dụ 3.', en: 'Enter a whole number, such as 3.' },
  money: { vi: 'Nhập số tiền bằng đồng, ví dụ 8.000.', en: 'Enter an amount in dong, such as 8,000.' },
  choice: { vi: 'Chọn một mục trong danh sách.', en: 'Choose one from the list.' },
  unit: { vi: 'Chọn xã, phường hoặc tỉnh trong danh sách.', en: 'Choose the commune, ward or province from the list.' },
  'unit-unknown': {
    vi: 'Không có xã, phường này trong tỉnh hiện nay. Chọn trong danh sách; nơi ở tỉnh khác thì ghi cả xã, phường và tỉnh vào ô địa chỉ.',
    en: 'The province has no such commune or ward today. Choose from the list; for a place in another province write commune and province in the address line.',
  },
  'address-line': { vi: 'Nhập số nhà, đường, thôn hoặc tổ dân phố.', en: 'Enter house number, street, village or residential group.' },
  pattern: { vi: 'Nhập theo đúng mẫu ghi ở phần hướng dẫn.', en: 'Enter it as the hint shows.' },
  verified: {
    vi: 'Thông tin này lấy từ nguồn đã xác thực, không sửa ở đây được.',
    en: 'This comes from a verified source and cannot be changed here.',
  },
  fits: {
    vi: 'Số định danh không khớp ngày sinh hoặc giới tính đã nhập. Xem lại cả hai.',
    en: 'The personal number does not fit the birth date or sex entered. Check both.',
  },
} as const satisfies Record<string, Words>;

/** The letters that no paper of the office can show. */
export function withoutLetters(letters: readonly string[]): Words {
  const shown = letters.slice(0, 5).join(' ');
  return {
    vi: `Không in được ký tự ${shown}. Xóa hoặc viết cách khác.`,
    en: `${shown} cannot be printed. Remove it or write it otherwise.`,
  };
}

export function tooLong(most: number): Words {
  return { vi: `Viết ngắn lại, nhiều nhất ${most} ký tự.`, en: `Shorten it to at most ${most} characters.` };
}

export function atLeast(least: number): Words {
  return { vi: `Nhập số từ ${showNumber(least, 'vi')} trở lên.`, en: `Enter ${showNumber(least, 'en')} or more.` };
}

export function atMost(most: number): Words {
  return { vi: `Nhập số không quá ${showNumber(most, 'vi')}.`, en: `Enter no more than ${showNumber(most, 'en')}.` };
}

export function chooseAtLeast(least: number): Words {
  return { vi: `Chọn ít nhất ${least} mục.`, en: `Choose at least ${least}.` };
}

export function chooseAtMost(most: number): Words {
  return { vi: `Chọn nhiều nhất ${most} mục.`, en: `Choose at most ${most}.` };
}

export function rowsAtLeast(least: number, item: Words): Words {
  const { vi, en } = innerLabel(item);
  return { vi: `Thêm cho đủ ${least} ${vi}.`, en: `Add at least ${least}: ${en}.` };
}

export function rowsAtMost(most: number, item: Words): Words {
  const { vi, en } = innerLabel(item);
  return { vi: `Bớt lại, nhiều nhất ${most} ${vi}.`, en: `Keep at most ${most}: ${en}.` };
}

export function filesAtMost(most: number): Words {
  return { vi: `Tải lên nhiều nhất ${most} tệp.`, en: `Upload at most ${most} files.` };
}

export function notBefore(date: string): Words {
  return { vi: `Nhập ngày từ ${date} trở đi.`, en: `Enter a date from ${date} on.` };
}

export function notAfter(date: string): Words {
  return { vi: `Nhập ngày không sau ${date}.`, en: `Enter a date not after ${date}.` };
}

function lowered(text: string): string {
  const [first = '', second = ''] = text;
  const isAbbreviation = second !== '' && second === second.toUpperCase() && second !== second.toLowerCase();
  return isAbbreviation ? text : first.toLowerCase() + text.slice(first.length);
}
