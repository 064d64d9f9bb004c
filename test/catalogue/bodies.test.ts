import { bodyKindsOf, judgeLevels } from '../../server/catalogue/judge-bodies';
import { readBodies } from '../../server/catalogue/read-bodies';
import { trapsOf } from './invented';

test.each([
  ['Sở Cây xanh', ['province']],
  ['Bộ phận Một cửa Sở Cây xanh', ['province']],
  ['Bộ Cây xanh', ['ministry']],
  ['Cục Bóng mát Việt Nam', ['ministry']],
  ['Chủ tịch ủy ban nhân dân cấp tỉnh', ['province']],
  ['Chi cục Kiểm lâm', ['province']],
  ['Chi cục Hải quan khu vực', ['vertical']],
  ['Thuế cơ sở', ['vertical']],
  ['Uỷ ban Nhân dân cấp xã, phường, thị trấn', ['commune']],
  ['Công an cấp Xã', ['police-commune']],
  ['Công An Tỉnh', ['police-province']],
  ['Công an huyện', ['police-district(abolished)']],
  ['Tòa án nhân dân khu vực', ['court']],
  ['Cơ quan, tổ chức đang quản lý sổ gốc', ['province', 'commune']],
  ['Cơ sở đăng kiểm', ['other']],
  ['Ban quản lý', ['other']],
])('knows the kind of %s', (body, kinds) => {
  expect(bodyKindsOf([body])).toEqual(kinds);
});

test.each([
  ['the body against the label', ['commune'], ['vertical'], [], ['level-stated-differs-from-body']],
  ['the body with the label', ['province'], ['province'], ['province'], []],
  ['both levels', ['province', 'commune'], ['province', 'commune'], ['province', 'commune'], []],
  ['a body that tells nothing', ['ministry', 'province'], ['other'], ['province'], ['level-from-label-only']],
  ['a body that is abolished', ['commune'], ['district(abolished)'], ['commune'], ['level-from-label-only']],
  ['a ministry alone', ['ministry'], ['ministry'], [], []],
  ['no body', ['commune'], [], ['commune'], []],
] as const)('trusts the body over the label: %s', (_what, stated, kinds, levels, traps) => {
  const judged = judgeLevels(stated, kinds);
  expect([judged.levels, trapsOf(judged.findings)]).toEqual([levels, traps]);
});

test.each([
  ['Sở Cây xanh Thành phố Rừng Xa', 'Sở Cây xanh'],
  ['Phòng Bóng mát TP.RX', 'Phòng Bóng mát'],
  ['Công an tỉnh Rừng Xa', 'Công an tỉnh'],
  ['Sở Tài chính các tỉnh, thành phố', 'Sở Tài chính các tỉnh, thành phố'],
  ['Ủy ban nhân dân tỉnh và thành phố trực thuộc Trung ương', 'Ủy ban nhân dân tỉnh và thành phố trực thuộc Trung ương'],
])('takes the name of another province out of %s and keeps it as it was written', (written, body) => {
  const { bodies, bodiesAsWritten } = readBodies('', [written]);
  expect([bodies, bodiesAsWritten]).toEqual([[body], written === body ? null : [written]]);
});

test('one source stands in for the other, and only both empty is for a person', () => {
  expect(readBodies('Sở Cây xanh', undefined)).toMatchObject({
    bodies: ['Sở Cây xanh'],
    bodySource: 'page',
    findings: [{ trap: 'body-unknown-in-list', verdict: 'repair' }],
  });
  expect(readBodies('Không có thông tin', ['Sở Cây xanh'])).toMatchObject({
    bodySource: 'list',
    findings: [{ trap: 'body-unknown-on-page', verdict: 'repair' }],
  });
  expect(readBodies('', undefined)).toMatchObject({ bodies: [], bodySource: null, findings: [{ verdict: 'warn' }, { verdict: 'warn' }] });
});
