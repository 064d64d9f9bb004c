import { type z } from 'zod';
import { type InputFault } from '../domain/refusal';
import { type Words } from '../domain/words/words';

/** One wrong place of the input, in words; a check of our own brings its own. What was typed is never repeated. */
export function inputFault(place: string, issue: z.core.$ZodIssue): InputFault {
  const { vi, en } = wordsOf(issue);
  return { path: [place, ...issue.path.map(String)].join('.'), message: vi, messageEn: en };
}

const MISFIT: Words = { vi: 'Chưa đúng mẫu của mục này.', en: 'Not in the form that this place takes.' };

function wordsOf(issue: z.core.$ZodIssue): Words {
  switch (issue.code) {
    case 'custom':
      return { vi: String(issue.params?.['vi'] ?? MISFIT.vi), en: String(issue.params?.['en'] ?? issue.message) };
    case 'invalid_type':
      return issue.input === undefined ? { vi: 'Thiếu mục này.', en: 'This is missing.' } : { vi: MISFIT.vi, en: issue.message };
    case 'too_small':
      return { vi: tooSmall(issue), en: issue.message };
    case 'too_big':
      return { vi: tooBig(issue), en: issue.message };
    case 'invalid_format':
      return FORMATS[issue.format] ?? MISFIT;
    case 'invalid_value':
      return { vi: `Chọn một trong: ${issue.values.map(String).join(', ')}.`, en: issue.message };
    case 'unrecognized_keys':
      return { vi: `Có mục lạ: ${issue.keys.join(', ')}.`, en: issue.message };
    case 'not_multiple_of':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return { vi: MISFIT.vi, en: issue.message };
  }
}

const FORMATS: Readonly<Record<string, Words>> = {
  date: { vi: 'Nhập ngày có thật.', en: 'Enter a real day (YYYY-MM-DD).' },
  datetime: { vi: 'Nhập thời điểm có thật, theo giờ UTC.', en: 'Enter a real instant (ISO 8601, UTC).' },
  email: { vi: 'Nhập địa chỉ thư điện tử, ví dụ ten@example.vn.', en: 'Enter an e-mail address such as name@example.vn.' },
};

function tooSmall({ origin, minimum }: z.core.$ZodIssueTooSmall): string {
  if (origin === 'string') return Number(minimum) === 1 ? 'Nhập nội dung.' : `Viết ít nhất ${String(minimum)} ký tự.`;
  return origin === 'array' ? `Cần ít nhất ${String(minimum)} mục.` : `Nhập số từ ${String(minimum)} trở lên.`;
}

function tooBig({ origin, maximum }: z.core.$ZodIssueTooBig): string {
  if (origin === 'string') return `Viết ngắn lại, nhiều nhất ${String(maximum)} ký tự.`;
  return origin === 'array' ? `Nhiều nhất ${String(maximum)} mục.` : `Nhập số không quá ${String(maximum)}.`;
}
