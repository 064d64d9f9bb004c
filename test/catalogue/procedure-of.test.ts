import { readFileSync } from 'node:fs';
import { competenceOf } from '../../server/catalogue/competence-of';
import { judgeRecord } from '../../server/catalogue/judge-record';
import { procedureOf } from '../../server/catalogue/procedure-of';
import { readNeutral } from '../../server/catalogue/read-neutral';
import { type Usual } from '../../server/catalogue/usual';
import { parseProcedureContent } from '../../server/contract/procedure-content';
import { lineOf } from './neutral-line';

const usual = JSON.parse(readFileSync('workflows/general/usual.json', 'utf8')) as Usual;
const bodies = [
  { code: 'H27.STP', name: 'Sở Tư pháp tỉnh Hà Tĩnh' },
  { code: 'H27.STC', name: 'Sở Tài chính tỉnh Hà Tĩnh' },
  { code: 'H27.VPDKDD', name: 'Văn phòng Đăng ký đất đai tỉnh Hà Tĩnh' },
];

function contentOf(changes: object = {}) {
  const { record, findings } = readNeutral(lineOf(changes));
  if (!record) throw new Error('refused');
  const competence = competenceOf(record, { bodies, usual });
  if (!competence) throw new Error('no body');
  return parseProcedureContent(procedureOf(record, judgeRecord(record, findings), { competence, usual, effectiveFromOn: '2026-11-25' }));
}

test('an imported procedure can be received at the counter on the general form, and is closed online and not official', () => {
  expect(contentOf()).toMatchObject({
    form: 'general',
    isVerified: false,
    competence: { kind: 'agency', agencyCode: 'H27.STP' },
    owners: ['person'],
    filing: { online: { kind: 'none' }, isCounterOpen: true, isPostOpen: true },
    sourceDecision: '12/QĐ-BTP',
    cases: [{ key: 'case-1', name: { vi: 'Hồ sơ chung' } }],
    components: [
      { name: { vi: 'Đơn xin trồng cây' }, originals: 1, photocopies: 0, note: { vi: 'Mẫu: Mau don.docx' } },
      { name: { vi: 'Sơ đồ khu đất' }, originals: 0, photocopies: 2 },
    ],
    receipt: ['paper-1-1', 'paper-1-2'],
  });
});

test('a time that is sure is a limit; whoever comes by another way gets a date from the clerk', () => {
  const limits = contentOf().timeLimits.map(({ channels, limit }) => [channels, limit]);
  expect(limits).toEqual([
    [['counter'], '5 working-days'],
    [['post'], '5 working-days'],
    [['online'], null],
  ]);
});

test.each([
  ['no unit', { value: 1, unit: null, text: '1' }],
  ['zero', { value: 0, unit: 'working-day', text: '0' }],
  ['months', { value: 2, unit: 'month', text: '2 Tháng' }],
  ['nothing', { value: null, unit: null, text: 'Không có thông tin' }],
])('a time with %s is no limit, and its words stay', (_what, time) => {
  const { timeLimits } = contentOf({ channels: [{ channel: 'direct', time, fees: [] }] });
  expect(timeLimits[0]).toMatchObject({ channels: ['counter'], limit: null });
});

test('a part of a working day is its hours', () => {
  const time = { value: 1.5, unit: 'working-day', text: '1.5 Ngày làm việc' };
  expect(contentOf({ channels: [{ channel: 'direct', time, fees: [] }] }).timeLimits[0]).toMatchObject({ limit: '1.5 working-days' });
});

test('free costs nothing, an amount is one, and what is not known has no amount', () => {
  const time = { value: 5, unit: 'working-day', text: '5 Ngày làm việc' };
  const fees = (fee: object) =>
    contentOf({ channels: [{ channel: 'direct', time, fees: [fee] }] }).fees.map(({ amountDong }) => amountDong);
  expect(fees({ amount: 0, unit: 'VND', text: 'Miễn phí' })).toEqual([]);
  expect(fees({ amount: 30_000, unit: 'VND', text: '30000 Đồng' })).toEqual([30_000]);
  expect(fees({ amount: 0, unit: 'VND', text: 'Miễn phí', note: 'Theo Nghị quyết của HĐND tỉnh' })).toEqual([null]);
  expect(fees({ amount: 30, unit: 'USD', text: '30 USD' })).toEqual([null]);
  expect(fees({ amount: null, unit: null, text: 'Không có thông tin' })).toEqual([null]);
});

test.each([
  ['a department under another spelling', { bodies: ['Sở Tư Pháp'] }, 'H27.STP'],
  ['an office within a department', { bodies: ['Bộ phận Một cửa Sở Tài chính'], ministry: null }, 'H27.STC'],
  ['a branch of the land office', { bodies: ['Chi nhánh Văn phòng đăng ký đất đai'], ministry: null }, 'H27.VPDKDD'],
  ['the committee, by what the ministry is here', { bodies: ['Ủy ban nhân dân cấp tỉnh'], ministry: 'Bộ Tài chính' }, 'H27.STC'],
])('finds %s', (_what, changes, agencyCode) => {
  expect(contentOf(changes).competence).toEqual({ kind: 'agency', agencyCode });
});

test('the commune decides where one is named; the police are none of our bodies', () => {
  const commune = { bodies: ['Ủy ban nhân dân cấp xã'], bodyKinds: ['commune'], levelsJudged: ['commune'], levelsStated: ['commune'] };
  expect(contentOf(commune).competence).toEqual({ kind: 'commune' });
  const police = { bodies: ['Công an tỉnh'], bodyKinds: ['police-province'], ministry: 'Bộ Công an' };
  expect(() => contentOf(police)).toThrow('no body');
});
