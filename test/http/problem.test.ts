import { z } from 'zod';
import { text, saying, Phone, PersonName, Day } from '../../server/contract/shapes';
import { Refusal } from '../../server/domain/refusal';
import { inputFault } from '../../server/http/input-faults';
import { isNestedDeeper } from '../../server/http/nesting';
import { problemOf } from '../../server/http/problem';

const sentences = (refusal: Refusal) => {
  const { detail, detailEn } = problemOf(refusal, 'request');
  return [detail, detailEn];
};

test('a sentence shows words in its language, and days and moments as the office writes them', () => {
  const change = { vi: 'Hồ sơ được tiếp nhận', en: 'The dossier was accepted' };
  expect(sentences(new Refusal('stale', { change, by: 'Nguyễn Thị Hường', at: '2026-11-25T07:54:01.642Z' }))).toEqual([
    'Hồ sơ đã thay đổi từ lúc mở: Hồ sơ được tiếp nhận (Nguyễn Thị Hường, 14 giờ 54 phút thứ Tư 25/11/2026). Việc vừa làm chưa được ghi; hãy xem lại rồi làm tiếp.',
    'The dossier has changed since you opened it: The dossier was accepted (Nguyễn Thị Hường, 14:54 Wednesday 25/11/2026). Your act was not recorded; look again and go on.',
  ]);
  const why = { vi: 'ngày hẹn mới phải là ngày làm việc', en: 'the new date must be a working day' };
  expect(sentences(new Refusal('date-impossible', { why }))[0]).toBe('Ngày giờ không hợp lý: ngày hẹn mới phải là ngày làm việc.');
});

test('what is not known leaves no hole in the sentence', () => {
  expect(sentences(new Refusal('date-impossible'))).toEqual(['Ngày giờ không hợp lý.', 'The date or time is not possible.']);
});

const shape = z.strictObject({
  name: PersonName,
  phone: Phone.optional(),
  reason: saying(10),
  note: text(10).optional(),
  on: Day.optional(),
  way: z.enum(['online', 'post']).optional(),
  copies: z.int().min(1).max(9).optional(),
  list: z.array(z.string()).min(1).optional(),
});
const right = { name: 'Nguyễn Thị Ấm', reason: 'Thiếu' };

test.each([
  [{ ...right, name: undefined }, 'name', 'Thiếu mục này.'],
  [{ ...right, name: '<b>' }, 'name', 'Nhập họ, chữ đệm và tên bằng chữ.'],
  [{ ...right, reason: '\u200b \u00a0' }, 'reason', 'Nhập nội dung.'],
  [{ ...right, note: '✓ xong' }, 'note', 'Không in được ký tự ✓. Xóa hoặc viết cách khác.'],
  [{ ...right, note: 'quá mười ký tự' }, 'note', 'Viết ngắn lại, nhiều nhất 10 ký tự.'],
  [{ ...right, phone: '12' }, 'phone', 'Nhập số điện thoại, ví dụ 0912 345 678; số nước ngoài bắt đầu bằng dấu +.'],
  [{ ...right, on: '2026-02-30' }, 'on', 'Nhập ngày có thật.'],
  [{ ...right, way: 'by hand' }, 'way', 'Chọn một trong: online, post.'],
  [{ ...right, copies: 0 }, 'copies', 'Nhập số từ 1 trở lên.'],
  [{ ...right, copies: 10 }, 'copies', 'Nhập số không quá 9.'],
  [{ ...right, list: [] }, 'list', 'Cần ít nhất 1 mục.'],
  [{ ...right, more: 1 }, '', 'Có mục lạ: more.'],
  [{ ...right, reason: 5 }, 'reason', 'Chưa đúng mẫu của mục này.'],
])('tells of %j at %s: %s', (typed, path, words) => {
  const { error } = shape.safeParse(typed, { reportInput: true });
  expect(error?.issues.map((issue) => inputFault('body', issue))).toMatchObject([
    { path: ['body', ...(path ? [path] : [])].join('.'), message: words, messageEn: expect.any(String) as string },
  ]);
});

test('a telephone number is kept as it is dialled', () => {
  expect(Phone.parse('0912 345 678')).toBe('0912345678');
});

test('nesting is measured without recursion, however deep it is', () => {
  const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));
  expect(isNestedDeeper(nested(64), 64)).toBe(false);
  expect(isNestedDeeper(nested(65), 64)).toBe(true);
  expect(isNestedDeeper(nested(200_000), 64)).toBe(true);
  expect(isNestedDeeper('text', 64)).toBe(false);
});
