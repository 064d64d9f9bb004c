import { readFileSync } from 'node:fs';
import { checkOnlineFiling } from '../../server/domain/online-filing';
import { type ProcedureVersionContent } from '../../server/domain/procedure';
import { ownerFor, papersFor, timeFor } from '../../server/domain/version-case';
import { versionChanges } from '../../server/domain/version-changes';
import { previewFees } from '../../server/domain/fees-preview';
import { isSameName } from '../../server/domain/identity';
import { refusalText } from '../../server/domain/words/refusal-text';
import { Refusal } from '../../server/domain/refusal';
import { on } from './calendars';

const copies = JSON.parse(readFileSync('workflows/procedures/2.000635/procedure.json', 'utf8')) as ProcedureVersionContent;
const filed = { caseKey: 'authorised', channel: 'online' } as const;
const changesTo = (more: Partial<ProcedureVersionContent>, formVersionId = 'f1') =>
  versionChanges({ formVersionId: 'f1', content: copies }, { formVersionId, content: { ...copies, ...more } }, filed).map(
    ({ what, words }) => [what, words.vi],
  );

test('a version asks for the papers of the case and channel, and only those', () => {
  expect(papersFor(copies, filed).map(({ key }) => key)).toEqual(['authorisation', 'residence-proof']);
  expect(papersFor(copies, { caseKey: 'own', channel: 'counter' }).map(({ key }) => key)).toEqual([
    'declaration',
    'identity-paper',
    'residence-proof',
  ]);
  expect(timeFor(copies, filed)?.limit).toBe('same-day');
  expect(ownerFor(copies, 'own')).toEqual({ kind: 'submitter' });
});

test.each<[string, Partial<ProcedureVersionContent>, string[][]]>([
  ['nothing', {}, []],
  [
    'a fee that rises',
    { fees: copies.fees.map((fee) => ({ ...fee, amountDong: 9000, wording: { vi: '9.000 đồng/bản', en: '9,000 dong a copy' } })) },
    [['fee', 'Phí cấp bản sao trích lục hộ tịch, bản sao Giấy khai sinh: 8.000 đồng/bản, nay 9.000 đồng/bản.']],
  ],
  ['a fee that is dropped', { fees: [] }, [['fee', 'Không thu nữa: Phí cấp bản sao trích lục hộ tịch, bản sao Giấy khai sinh.']]],
  [
    'a paper that becomes required',
    { components: copies.components.map((one) => (one.key === 'residence-proof' ? { ...one, isRequired: true } : one)) },
    [['paper', 'Phải nộp: Giấy tờ chứng minh nơi cư trú.']],
  ],
  [
    'a paper that is not asked for any more',
    { components: copies.components.filter(({ key }) => key !== 'authorisation') },
    [['paper', 'Không phải nộp nữa: Văn bản ủy quyền.']],
  ],
  ['a paper of another case', { components: copies.components.filter(({ key }) => key !== 'organisation-request') }, []],
  [
    'a longer time',
    {
      timeLimits: copies.timeLimits.map((time) => ({
        ...time,
        limit: '2 working-days',
        wording: { vi: '2 ngày làm việc', en: '2 working days' },
      })),
    },
    [['time', 'Thời hạn giải quyết nay là: 2 ngày làm việc.']],
  ],
  [
    'a way of return that is closed',
    { returnWays: ['counter', 'online'] },
    [['return-way', 'Không còn trả kết quả theo cách: Dịch vụ bưu chính công ích.']],
  ],
  [
    'a case that is gone',
    { cases: copies.cases.filter(({ key }) => key !== 'authorised') },
    [['case', 'Trường hợp đã chọn không còn. Tạo hồ sơ mới.']],
  ],
])('R48: a draft is told of %s', (_what, more, told) => {
  expect(changesTo(more)).toEqual(told);
});

test('R48: a draft is told of a new form', () => {
  expect(changesTo({}, 'f2')).toEqual([['form', 'Mẫu điện tử có phiên bản mới.']]);
});

test('a fee is shown before filing as far as the draft says how many', () => {
  const basis = { channel: 'online', submittedOn: on('2026-11-25') } as const;
  const amounts = (answers: Record<string, unknown>, fees = copies.fees) =>
    previewFees(fees, { ...basis, answers }).map(({ amountDong }) => amountDong);
  expect(amounts({ copies: 3 })).toEqual([24_000]);
  expect([amounts({}), amounts({ copies: 'ba' }), amounts({ copies: 0 }), amounts({ copies: 1.5 })]).toEqual([
    [null],
    [null],
    [null],
    [null],
  ]);
  expect(
    amounts(
      { copies: 3 },
      copies.fees.map((fee) => ({ ...fee, amountDong: null })),
    ),
  ).toEqual([null]);
  expect(
    amounts(
      { copies: 3 },
      copies.fees.map((fee) => ({ ...fee, channels: ['counter'] })),
    ),
  ).toEqual([]);
});

test('online filing is open on our own form, unverified only outside production, and elsewhere named', () => {
  const version = (content: Partial<ProcedureVersionContent>, confirmedAt: Date | null = null) => ({
    content: { ...copies, ...content },
    confirmedAt,
  });
  expect(() => checkOnlineFiling(version({}), 'demonstration')).not.toThrow();
  expect(() => checkOnlineFiling(version({}), 'production')).toThrow(new Refusal('procedure-unverified'));
  expect(() => checkOnlineFiling(version({ isVerified: true }), 'production')).not.toThrow();
  expect(() => checkOnlineFiling(version({}, new Date(0)), 'production')).not.toThrow();
  const online = { kind: 'outside', name: 'Cổng X', address: 'https://x.gov.vn' } as const;
  try {
    checkOnlineFiling(version({ filing: { ...copies.filing, online } }), 'demonstration');
  } catch (refusal) {
    expect(refusalText(refusal as Refusal, 'vi')).toBe('Thủ tục này không nhận theo cách này. Nộp tại Cổng X: https://x.gov.vn.');
    expect(refusalText(refusal as Refusal, 'en')).toBe('This procedure cannot be filed this way. File it at Cổng X: https://x.gov.vn.');
  }
  expect.assertions(6);
});

test.each([
  ['Nguyễn Thị Ấm', 'NGUYỄN  THỊ ẤM', true],
  ['Nguyễn Thị Ấm', 'Nguyễn Thị Ấm'.normalize('NFD'), true],
  ['Nguyễn Thị Ấm', 'Nguyễn Thị Am', false],
])('%s and %s: the same name, or not', (one, other, isSame) => {
  expect(isSameName(one, other)).toBe(isSame);
});
