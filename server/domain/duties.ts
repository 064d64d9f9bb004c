/**
 * A duty is one kind of act in the one-stop department; a post is a set of
 * duties; one set is active per sign-in. The diagrams name duties with these
 * very words (`mc:duty`).
 */
export const DUTIES = [
  'submitter',
  'clerk',
  'fee-collector',
  'centre-head',
  'division-head',
  'officer',
  'leader',
  'clerical-officer',
  'book-keeper',
  'post-counter-clerk',
  'postman',
  'administrator',
  'inspector',
] as const;

export type Duty = (typeof DUTIES)[number];
export type StaffDuty = Exclude<Duty, 'submitter'>;

export const DUTY_NAMES: Record<Duty, { vi: string; en: string }> = {
  submitter: { vi: 'Người nộp hồ sơ', en: 'Applicant' },
  clerk: { vi: 'Cán bộ một cửa', en: 'One-stop clerk' },
  'fee-collector': { vi: 'Người thu phí', en: 'Fee collector' },
  'centre-head': { vi: 'Giám đốc trung tâm', en: 'Head of the centre' },
  'division-head': { vi: 'Lãnh đạo phòng', en: 'Division head' },
  officer: { vi: 'Chuyên viên thụ lý', en: 'Officer' },
  leader: { vi: 'Lãnh đạo ký', en: 'Leader' },
  'clerical-officer': { vi: 'Văn thư', en: 'Clerical officer' },
  'book-keeper': { vi: 'Người giữ sổ', en: 'Book keeper' },
  'post-counter-clerk': { vi: 'Giao dịch viên bưu chính', en: 'Post counter clerk' },
  postman: { vi: 'Bưu tá', en: 'Postman' },
  administrator: { vi: 'Quản trị hệ thống', en: 'Administrator' },
  inspector: { vi: 'Thanh tra', en: 'Inspector' },
};
