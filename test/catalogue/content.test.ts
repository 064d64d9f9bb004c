import { papersOf } from '../../server/catalogue/papers-of';
import { readComponents } from '../../server/catalogue/read-components';
import { readLegalBases } from '../../server/catalogue/read-legal-bases';
import { readResults } from '../../server/catalogue/read-results';
import { splitFormFile } from '../../server/catalogue/split-form-file';
import { splitList } from '../../server/catalogue/split-list';
import { bases, papers, readInvented } from './invented';

test.each([
  ['Đơn1 bản chính', [['Đơn', 1, 0]]],
  ['Đơn0 bản chính,1 bản sao', [['Đơn', 0, 1]]],
  ['Đơn1 bản chính,2 bản saoẢnh2 bản chính', [['Đơn', 1, 2], ['Ảnh', 2, 0]]], // prettier-ignore
  ['Giấy trước 30/6/20261 bản chính', [['Giấy trước 30/6/2026', 1, 0]]],
  ['Giấy năm 20201 bản chính', [['Giấy năm 2020', 1, 0]]],
  ['Đơn: 02 bản chính. Ghi rõ tên;2 bản chính', [['Đơn: 02 bản chính. Ghi rõ tên;', 2, 0]]],
  ['Đơn (01 bản chính)1 bản chính- Ảnh1 bản chính', [['Đơn (01 bản chính)', 1, 0], ['- Ảnh', 1, 0]]], // prettier-ignore
  ['Bản sao có xuất trình bản chính để đối chiếu1 bản chính', [['Bản sao có xuất trình bản chính để đối chiếu', 1, 0]]],
])('reads the rows of %s', (rows, items) => {
  expect(readComponents(papers(rows)).components[0]!.items.map((one) => [one.name, one.original, one.copy])).toEqual(items);
});

test('reads the label of each case from what stands before its head', () => {
  const { components } = readComponents(
    `${papers('Đơn1 bản chính', 'a) Trồng mới')}${papers('Đơn1 bản chính', '--')}${papers('Ảnh1 bản chính', 'b) Trồng lại')}`,
  );
  expect(components.map((one) => [one.case, one.items.length])).toEqual([
    ['a) Trồng mới', 1],
    [null, 1],
    ['b) Trồng lại', 1],
  ]);
});

test.each([
  ['Đơn xin trồng cây', 'Đơn xin trồng cây', null],
  ['Đơn xin trồng câyMẫu số 02.docx', 'Đơn xin trồng cây', 'Mẫu số 02.docx'],
  ['Đơn theo Nghị định 22/2032/NĐ-CPMẫu số 25.docx', 'Đơn theo Nghị định 22/2032/NĐ-CP', 'Mẫu số 25.docx'],
  ['Đơn xin trồng cây;1.MauDonTrongCay53.doc', 'Đơn xin trồng cây;', '1.MauDonTrongCay53.doc'],
  ['Đơn (mẫu 3).Mau A20-CX.docx', 'Đơn (mẫu 3).', 'Mau A20-CX.docx'],
  ['Đơn.Mẫu số 1.1 Don.docxMẫu số 1.2- Bien ban.docx', 'Đơn.', 'Mẫu số 1.1 Don.docx; Mẫu số 1.2- Bien ban.docx'],
  ['đơn xin trồng cây theo mẫu.pdf', 'đơn xin trồng cây theo mẫu.pdf', true],
])('splits the form file off %s', (glued, name, form) => {
  expect(splitFormFile(glued)).toEqual({ name, form });
});

test('puts groups within the one case and asks for no note', () => {
  const components = [papers('Đơn1 bản chínhKhông cần công chứng0 bản chính', '* Giấy tờ phải nộp:'), papers('Thẻ1 bản chính', '* Giấy tờ phải xuất trình:'), papers('Bản chụp phải rõ1 bản chính', '* Lưu ý:')]; // prettier-ignore
  const { record } = readInvented({ components: components.join('') });
  expect(papersOf(record)).toMatchObject([
    {
      label: null,
      papers: [
        { name: 'Đơn', group: '* Giấy tờ phải nộp:' },
        { name: 'Thẻ', group: '* Giấy tờ phải xuất trình:' },
      ],
      notes: ['Không cần công chứng', 'Bản chụp phải rõ'],
    },
  ]);
});

test('adds what is for every case to each case', () => {
  const components = [papers('Đơn mới1 bản chính', 'Trồng mới:'), papers('Đơn lại1 bản chính', 'Trồng lại:'), papers('Sơ đồ1 bản chính')];
  const { record } = readInvented({ components: components.join('') });
  expect(papersOf(record).map((one) => [one.label, one.papers.map((paper) => paper.name)])).toEqual([
    ['Trồng mới:', ['Đơn mới', 'Sơ đồ']],
    ['Trồng lại:', ['Đơn lại', 'Sơ đồ']],
  ]);
});

test.each([
  ['Giấy AMã: KQ.Z01.000067Cập nhật BMã: KQ.Z01.000064', [['Giấy A', 'KQ.Z01.000067', true], ['Cập nhật B', 'KQ.Z01.000064', true]]], // prettier-ignore
  ['Giấy AMã: KQ-Z12.0001676Thông báoMã: KQ-Z12.0001675', [['Giấy A', 'KQ-Z12.0001676', false], ['Thông báo', 'KQ-Z12.0001675', false]]], // prettier-ignore
  ['Giấy AMã: 1231', [['Giấy A', '1231', false]]],
  ['Giấy AMã: VBTT', [['Giấy A', 'VBTT', false]]],
  ['Giấy A', [['Giấy A', null, true]]],
  ['Không có thông tin', []],
])('reads the results %s', (part, results) => {
  expect(readResults(part).results.map((one) => [one.name, one.code, one.codeOk])).toEqual(results);
});

test.each([
  ['Luật A11/2031/QH19Luật B12/2031/QH19', [['Luật A', '11/2031/QH19'], ['Luật B', '12/2031/QH19']]], // prettier-ignore
  ['Luật 11/2031/QH1911/2031/QH19', [['Luật 11/2031/QH19', '11/2031/QH19']]],
  ['Nghị định số 22/2032/NĐ-CP ngày 1 về cây22/2032/NĐ-CPThông tư cây3/2032/TT-BTC', [['Nghị định số 22/2032/NĐ-CP ngày 1 về cây', '22/2032/NĐ-CP'], ['Thông tư cây', '3/2032/TT-BTC']]], // prettier-ignore
  ['Luật Cây 203176/2031/QH19', [['Luật Cây 2031', '76/2031/QH19']]],
  ['Sửa đổi bởi Nghị định số 22/2032/NĐ-CP34/2032/TT-BTC', [['Sửa đổi bởi Nghị định số 22/2032/NĐ-CP', '34/2032/TT-BTC']]],
  ['Giảm thủ tục66.18/2032/NQ-CP Nghị định 22/2032/NĐ-CP22/2032/NĐ-CP', [['Giảm thủ tục', '66.18/2032/NQ-CP'], ['Nghị định 22/2032/NĐ-CP', '22/2032/NĐ-CP']]], // prettier-ignore
  ['Về câyQUY ĐỊNH', [['Về câyQUY ĐỊNH', null]]],
  ['Về cây3/2032/TT-BTСLuật11/2031/QH19', [['Về cây', '3/2032/TT-BTC'], ['Luật', '11/2031/QH19']]], // prettier-ignore
])('reads the legal bases %s', (rows, wanted) => {
  expect(readLegalBases(bases(rows)).legalBases.map((one) => [one.name, one.number])).toEqual(wanted);
});

test('unites a legal basis that stands twice and drops the date of another document', () => {
  const { record } = readInvented({
    bases: bases('Luật Cây11/2031/QH19Luật số 11 về cây xanh11/2031/QH19Sửa đổi luật ngày 05/6/2020 về câyNghị định số 22/2032/NĐ-CP'),
  });
  expect(record.legalBases).toEqual([
    { number: '11/2031/QH19', name: 'Luật số 11 về cây xanh', date: null },
    { number: '22/2032/NĐ-CP', name: 'Sửa đổi luật ngày 05/6/2020 về cây', date: null },
  ]);
});

test.each([
  ['A, B (c, D), e, F', ['A', 'B (c, D), e', 'F']],
  ['Ủy ban Nhân dân xã, phường, Sở Cây', ['Ủy ban Nhân dân xã, phường', 'Sở Cây']],
  ['', []],
])('splits the list %s', (text, entries) => {
  expect(splitList(text)).toEqual(entries);
});
