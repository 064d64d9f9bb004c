export const issuer = {
  parent: 'UBND xã Thạch Hà',
  agency: 'Trung tâm Phục vụ hành chính công',
  office: 'Trung tâm Phục vụ hành chính công xã Thạch Hà',
  place: 'Thạch Hà',
  site: 'dichvucong.hatinh.gov.vn',
  hotline: '1022',
};
export const division = { parent: 'UBND tỉnh Hà Tĩnh', agency: 'Sở Tư pháp', office: 'Sở Tư pháp tỉnh Hà Tĩnh', place: 'Hà Tĩnh' };
export const owner = {
  name: 'Hồ Sỹ Nguyên',
  paper: { kind: 'Số định danh cá nhân', number: '042088006157' },
  address: 'Thôn Tân Tiến, xã Thạch Hà, tỉnh Hà Tĩnh',
  phone: '0978 440 126',
};
export const extract = { code: '2.000635', name: 'Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh' };
export const lawyer = { code: '1.002153', name: 'Đăng ký hành nghề luật sư với tư cách cá nhân' };
export const letter = { issuer, issuedOn: '2026-11-26', reprint: false, dossierCode: 'H27.31-261126-0009', procedure: extract };
export const signer = { authority: 'KT. Giám đốc', position: 'Phó Giám đốc', name: 'Nguyễn Thị Quỳnh Như' };
export const components = [
  { name: 'Tờ khai cấp bản sao Trích lục hộ tịch', originals: 1, certified: 0, copies: 0 },
  {
    name: 'Văn bản ủy quyền theo quy định của pháp luật trong trường hợp ủy quyền thực hiện yêu cầu',
    originals: 0,
    certified: 1,
    copies: 2,
  },
];
