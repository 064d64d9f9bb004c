import { type SignatureFinding } from '../signature-finding';

/** What a person reads about a signature that is not accepted. */
export const signatureFindingSentences: Record<SignatureFinding, { vi: string; en: string }> = {
  'file-unreadable': {
    vi: 'Tệp PDF bị hỏng hoặc có cấu trúc bất thường nên không kiểm tra được chữ ký.',
    en: 'The PDF file is damaged or unusually built, so its signatures cannot be checked.',
  },
  'file-encrypted': {
    vi: 'Tệp đang đặt mật khẩu nên không kiểm tra được chữ ký; cần người xem xét.',
    en: 'The file is protected by a password, so its signatures cannot be checked; a person has to look at it.',
  },
  'no-signature': { vi: 'Tệp không có chữ ký số.', en: 'The file bears no digital signature.' },
  'other-signatures': {
    vi: 'Số chữ ký trong tệp khác với số lần ký đã ghi nhận.',
    en: 'The file bears other signatures than those on record.',
  },
  'not-the-recorded-file': {
    vi: 'Tệp không bắt đầu bằng đúng bản đã ghi nhận trước khi ký.',
    en: 'The file does not begin with the very revision that was on record before signing.',
  },
  'update-not-allowed': {
    vi: 'Sau lần ký trước, tệp có thay đổi khác ngoài việc điền số, ngày và đóng dấu.',
    en: 'After the earlier signature something else was changed than number, date and seal.',
  },
  'range-wrong': {
    vi: 'Chữ ký không bao trọn phần văn bản mà nó phải bảo vệ.',
    en: 'The signature does not cover the whole of what it must protect.',
  },
  'format-unknown': {
    vi: 'Chữ ký thuộc định dạng chưa được hỗ trợ; cần người xem xét.',
    en: 'The signature is of a format that is not supported; a person has to look at it.',
  },
  'cms-malformed': { vi: 'Dữ liệu chữ ký sai cấu trúc.', en: 'The signature is malformed.' },
  'algorithm-weak': {
    vi: 'Chữ ký hoặc chứng thư số dùng thuật toán không còn an toàn.',
    en: 'The signature or a certificate uses an algorithm that is no longer safe.',
  },
  'content-changed': { vi: 'Nội dung văn bản đã bị thay đổi sau khi ký.', en: 'The content was changed after signing.' },
  'value-wrong': {
    vi: 'Giá trị chữ ký không khớp với chứng thư số của người ký.',
    en: 'The signature value does not match the signer’s certificate.',
  },
  'pages-changed-later': {
    vi: 'Trang hoặc cấu trúc của tệp đã bị thay đổi sau chữ ký này.',
    en: 'Pages or structure of the file were changed after this signature.',
  },
  'form-changed-later': {
    vi: 'Ô điền, ghi chú hoặc chữ ký đã được thêm sau chữ ký này; cần người xem xét.',
    en: 'Fields, notes or signatures were added after this signature; a person has to look at it.',
  },
  'wrong-signer': {
    vi: 'Chữ ký không phải của người hoặc cơ quan phải ký.',
    en: 'The signature is not of the person or agency that had to sign.',
  },
  'chain-untrusted': {
    vi: 'Chứng thư số không do tổ chức chứng thực được tin cậy cấp.',
    en: 'The certificate was not issued by a trusted authority.',
  },
  'chain-broken': {
    vi: 'Chuỗi chứng thư số không hợp lệ.',
    en: 'The chain of certificates breaks its own rules.',
  },
  'not-in-force': {
    vi: 'Chứng thư số chưa có hiệu lực hoặc đã hết hạn vào thời điểm ký.',
    en: 'A certificate was not yet, or no longer, in force at the time of signing.',
  },
  revoked: { vi: 'Chứng thư số đã bị thu hồi.', en: 'A certificate was revoked.' },
  'revocation-unknown': {
    vi: 'Chưa có danh sách thu hồi còn hiệu lực để kiểm tra chứng thư số.',
    en: 'There is no list of revoked certificates fresh enough to check with.',
  },
  'usage-wrong': {
    vi: 'Chứng thư số không dùng được để ký văn bản.',
    en: 'The certificate is not meant for signing documents.',
  },
};
