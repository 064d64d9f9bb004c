import { type FactsOf, type TemplateKey } from '../../../server/documents/facts';
import { issuer, division, extract, lawyer } from './parts';

export const slips = {
  'postal-slip': {
    issuedOn: '2026-11-26',
    reprint: false,
    parcelCode: 'EG042611269VN',
    direction: 'to-office',
    procedure: extract,
    sender: {
      name: 'Hồ Sỹ Nguyên',
      address: 'Thôn Tân Tiến, xã Thạch Hà, tỉnh Hà Tĩnh',
      phone: '0978 440 126',
      email: 'nguyen@example.vn',
    },
    receiver: { name: issuer.office, address: 'Số 1 đường Lý Tự Trọng, xã Thạch Hà, tỉnh Hà Tĩnh', phone: '0239 3845 678' },
    contents: [
      { name: 'Tờ khai cấp bản sao Trích lục hộ tịch', originals: 1, copies: 0 },
      { name: 'Bản sao Thẻ căn cước có chứng thực', originals: 0, copies: 1 },
    ],
    postOffice: 'Bưu điện văn hóa xã Thạch Hà',
    acceptedAt: '2026-11-26T02:20:00Z',
    service: 'Thu gom hồ sơ tại địa chỉ',
    postageDong: 26000,
    collectDong: 16000,
    payment: 'tiền mặt, đã thu đủ',
    carrier: 'Bưu điện tỉnh Hà Tĩnh',
  },
  'hand-over-record': {
    issuer,
    issuedOn: '2026-11-26',
    reprint: true,
    number: '31/BBGN-TTHCC',
    signedAt: '2026-11-26T08:05:00Z',
    giver: { unit: 'Bưu điện tỉnh Hà Tĩnh', name: 'Phan Văn Khuê' },
    taker: { unit: issuer.office, name: 'Nguyễn Thị Mai Lan' },
    entries: [
      {
        code: 'H27.31-261126-0011',
        parcelCode: 'EG042611269VN',
        content: extract.name,
        person: 'Hồ Sỹ Nguyên',
        papers: '01 bản chính, 01 bản sao',
      },
      {
        code: 'Chưa có mã',
        parcelCode: 'EG042611270VN',
        content: lawyer.name,
        person: 'Lê Thị Ánh Nguyệt',
        papers: '02 bản chính',
        note: 'Đủ theo phiếu gửi',
      },
    ],
  },
  'result-hand-over': {
    issuer: division,
    issuedOn: '2026-11-26',
    reprint: false,
    number: '88/PBG-STP',
    giver: { unit: 'Phòng Bổ trợ tư pháp, Sở Tư pháp', name: 'Đặng Hữu Thịnh' },
    taker: { unit: issuer.office, name: 'Nguyễn Thị Mai Lan' },
    entries: [
      {
        code: 'H27.15-261119-0002',
        content: lawyer.name,
        result: 'Giấy đăng ký hành nghề luật sư',
        owner: 'Lê Thị Ánh Nguyệt',
        address: 'Phường Thành Sen, tỉnh Hà Tĩnh',
        isFeeDue: false,
        isByPost: true,
      },
      {
        code: 'H27.15-261119-0005',
        content: lawyer.name,
        result: 'Văn bản từ chối giải quyết hồ sơ',
        owner: 'Trần Hữu Đức',
        address: 'Xã Cẩm Xuyên, tỉnh Hà Tĩnh',
        isFeeDue: true,
        isByPost: false,
      },
    ],
  },
} satisfies { [Key in TemplateKey]?: FactsOf<Key> };
