import { type FactsOf, type TemplateKey } from '../../../server/documents/facts';
import { division, lawyer } from './parts';

export const results = {
  'civil-status-extract': {
    issuer: { parent: 'Tỉnh Hà Tĩnh', agency: 'Ủy ban nhân dân xã Thạch Hà', office: 'Ủy ban nhân dân xã Thạch Hà', place: 'Thạch Hà' },
    issuedOn: '2026-11-26',
    title: 'Trích lục khai sinh',
    entries: [
      { label: 'Họ, chữ đệm, tên', value: 'HỒ SỸ NGUYÊN' },
      { label: 'Ngày, tháng, năm sinh', value: '05/02/1988' },
      { label: 'Ghi bằng chữ', value: 'Ngày năm tháng hai năm một nghìn chín trăm tám mươi tám' },
      { label: 'Giới tính', value: 'Nam' },
      { label: 'Dân tộc', value: 'Kinh' },
      { label: 'Quốc tịch', value: 'Việt Nam' },
      { label: 'Nơi sinh', value: 'Trạm Y tế xã Thạch Ngọc, huyện Thạch Hà, tỉnh Hà Tĩnh' },
      { label: 'Quê quán', value: 'Xã Thạch Ngọc, huyện Thạch Hà, tỉnh Hà Tĩnh' },
      { label: 'Số định danh cá nhân', value: '042088006157' },
      { label: 'Họ, chữ đệm, tên người mẹ', value: 'NGUYỄN THỊ HẰNG, sinh năm 1965' },
      { label: 'Họ, chữ đệm, tên người cha', value: 'HỒ SỸ QUẢNG, sinh năm 1962' },
    ],
    register: { office: 'Ủy ban nhân dân xã Thạch Ngọc', number: '27', volume: '01/1988', on: '1988-02-12' },
    source: 'Cơ sở dữ liệu hộ tịch điện tử',
    signer: { authority: 'TM. Ủy ban nhân dân', position: 'Chủ tịch', name: 'Trương Công Thắng' },
  },
  'lawyer-registration-certificate': {
    issuer: division,
    issuedOn: '2026-11-26',
    lawyer: {
      name: 'Lê Thị Ánh Nguyệt',
      sex: 'Nữ',
      bornOn: '1991-08-19',
      paper: { kind: 'Số định danh cá nhân', number: '042191003344' },
      address: 'Số 12 đường Phan Đình Phùng, phường Thành Sen, tỉnh Hà Tĩnh',
      phone: '0912 345 678',
      practisingCertificate: { number: '15432/TP/LS-CCHN', on: '2021-03-02' },
      card: { number: '17890/LS', on: '2021-07-05' },
      barAssociation: 'Đoàn Luật sư tỉnh Hà Tĩnh',
    },
    employer: { name: 'Công ty cổ phần Xây dựng Hồng Lĩnh', address: 'Phường Nam Hồng Lĩnh, tỉnh Hà Tĩnh' },
    contract: { number: '07/2026/HĐLĐ', on: '2026-10-01' },
    signer: { position: 'Giám đốc', name: 'Phạm Quốc Vỹ' },
  },
  'refusal-decision': {
    issuer: division,
    issuedOn: '2026-11-26',
    dossierCode: 'H27.15-261119-0005',
    procedure: lawyer,
    owner: { name: 'Ông Trần Hữu Đức', address: 'Thôn Đông Hạ, xã Cẩm Xuyên, tỉnh Hà Tĩnh' },
    receivedAt: '2026-11-19T02:00:00Z',
    reasons: [
      'Hợp đồng lao động kèm theo được ký với một tổ chức hành nghề luật sư, trong khi luật sư hành nghề với tư cách cá nhân chỉ làm việc theo hợp đồng lao động cho cơ quan, tổ chức không phải là tổ chức hành nghề luật sư.',
      'Thẻ luật sư đã hết giá trị sử dụng tại thời điểm nộp hồ sơ.',
    ],
    clauses: ['Điều 49 Luật Luật sư', 'Quyết định công bố thủ tục hành chính số 1262/QĐ-BTP'],
    recipients: ['Như trên', 'Trung tâm Phục vụ hành chính công', 'Lưu: VT, BTTP'],
    signer: { authority: 'KT. Giám đốc', position: 'Phó Giám đốc', name: 'Hoàng Thị Tường Vi' },
  },
} satisfies { [Key in TemplateKey]?: FactsOf<Key> };
