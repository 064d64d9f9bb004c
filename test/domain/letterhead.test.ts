import { addressLine, letterheadOf } from '../../server/domain/letterhead';

const province = { kind: 'province', name: 'Ủy ban nhân dân tỉnh Hà Tĩnh' };
const justice = { kind: 'department', name: 'Sở Tư pháp tỉnh Hà Tĩnh' };
const ward = { kind: 'commune', name: 'Ủy ban nhân dân phường Thành Sen' };
const wardCentre = { kind: 'centre', name: 'Trung tâm Phục vụ hành chính công phường Thành Sen' };
const office = { kind: 'department', name: 'Văn phòng Ủy ban nhân dân tỉnh' };
const centre = { kind: 'centre', name: 'Trung tâm Phục vụ hành chính công tỉnh Hà Tĩnh' };

test.each([
  ['a department', [justice, province], 'Ủy ban nhân dân tỉnh Hà Tĩnh', 'Sở Tư pháp', 'Hà Tĩnh'],
  ['a people’s committee', [ward, province], 'Tỉnh Hà Tĩnh', 'Ủy ban nhân dân phường Thành Sen', 'Thành Sen'],
  [
    'the centre of a ward',
    [wardCentre, ward, province],
    'Ủy ban nhân dân phường Thành Sen',
    'Trung tâm Phục vụ hành chính công',
    'Thành Sen',
  ],
  [
    'the centre of the province',
    [centre, office, province],
    'Văn phòng Ủy ban nhân dân tỉnh',
    'Trung tâm Phục vụ hành chính công',
    'Hà Tĩnh',
  ],
] as const)('the head of a paper of %s says who stands above it, who it is, and where', (_who, line, parent, agency, place) => {
  expect(letterheadOf([...line])).toEqual({ parent, agency, office: line[0].name, place });
});

test('an address is what the person calls the place, then the commune of today and the province', () => {
  expect(addressLine({ line: 'Số 2, đường A ', unitName: ward.name, provinceName: province.name })).toBe(
    'Số 2, đường A, phường Thành Sen, tỉnh Hà Tĩnh',
  );
  expect(addressLine({ line: '', unitName: ward.name })).toBe('phường Thành Sen');
  expect(addressLine({ line: 'Số 2', provinceName: province.name })).toBe('Số 2');
});
