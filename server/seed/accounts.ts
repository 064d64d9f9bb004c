import { type StaffDuty } from '../domain/duties';

/**
 * Who may sign in to the demonstration. All of it is printed at the start and
 * known to everybody: none of it exists in production.
 */
export type DemonstrationStaff = {
  userName: string;
  fullName: string;
  title: string;
  agencyCode: string;
  duties: readonly StaffDuty[];
  /** What the holder of a signing post signs as; absent: signs nothing. */
  signsAs?: { position: string; agencyCode: string };
  /** The drawing of the hand under `templates/demonstration`, where there is a certificate. */
  signature?: string;
};

/** `fullName` is what the identity stand-in says, too. */
export type DemonstrationCitizen = { userName: string; subject: string; fullName: string; isVerified: boolean };

export const DEMONSTRATION_PASSWORD = 'trinh-dien-mot-cua';
/** Of every authenticator of the demonstration, in base32. */
export const DEMONSTRATION_FACTOR_SECRET = 'MOTCUAHATINHTRINHDIENMOTCUAHATIN';
/** Opens the certificates of the signers and of the seals. */
export const DEMONSTRATION_PIN = '246810';

const WARD = 'H27.18073';
const WARD_CENTRE = 'H27.18073.TT';
const JUSTICE = 'H27.STP';
const DIVISION = 'H27.STP.BTTP';
const CENTRE = 'H27.TTPVHCC';

export const DEMONSTRATION_STAFF: readonly DemonstrationStaff[] = [
  staff('thanhsen.motcua', 'Nguyễn Thị Hường', 'Công chức một cửa', WARD_CENTRE, 'clerk'),
  staff('thanhsen.thuphi', 'Trần Thị Lài', 'Thu phí, lệ phí', WARD_CENTRE, 'fee-collector'),
  staff('thanhsen.giamdoc', 'Võ Đình Khoa', 'Giám đốc Trung tâm', WARD_CENTRE, 'centre-head'),
  staff('thanhsen.truongphong', 'Phan Bá Thức', 'Trưởng phòng Văn hóa – Xã hội', WARD, 'division-head'),
  staff('thanhsen.chuyenvien', 'Lê Thị Quỳnh Trang', 'Công chức tư pháp – hộ tịch', WARD, 'officer'),
  staff('thanhsen.chuyenvien2', 'Đặng Hữu Nghĩa', 'Công chức tư pháp – hộ tịch', WARD, 'officer'),
  {
    ...staff('thanhsen.lanhdao', 'Hoàng Trọng Tuệ', 'Chủ tịch UBND phường', WARD, 'leader'),
    signsAs: { position: 'Chủ tịch', agencyCode: WARD },
    signature: 'signature-1.png',
  },
  staff('thanhsen.vanthu', 'Bùi Thị Nguyệt', 'Văn thư', WARD, 'clerical-officer'),
  staff('thanhsen.hotich', 'Nguyễn Thị Thảo Vy', 'Người giữ sổ hộ tịch', WARD, 'book-keeper'),
  staff('tinh.motcua', 'Lương Thị Ngân', 'Công chức một cửa', CENTRE, 'clerk'),
  staff('tinh.thuphi', 'Cao Thị Sửu', 'Thu phí, lệ phí', CENTRE, 'fee-collector'),
  staff('tinh.giamdoc', 'Thái Văn Cảnh', 'Giám đốc Trung tâm', CENTRE, 'centre-head'),
  staff('tuphap.truongphong', 'Trần Quang Hợp', 'Trưởng phòng Bổ trợ tư pháp', DIVISION, 'division-head'),
  staff('tuphap.chuyenvien', 'Phạm Thị Diễm', 'Chuyên viên', DIVISION, 'officer'),
  staff('tuphap.chuyenvien2', 'Hồ Sỹ Luân', 'Chuyên viên', DIVISION, 'officer'),
  {
    ...staff('tuphap.lanhdao', 'Nguyễn Hữu Thiện', 'Giám đốc Sở', JUSTICE, 'leader'),
    signsAs: { position: 'Giám đốc', agencyCode: JUSTICE },
    signature: 'signature-2.png',
  },
  staff('tuphap.vanthu', 'Đinh Thị Khuyên', 'Văn thư', 'H27.STP.VP', 'clerical-officer'),
  staff('buudien.giaodich', 'Mai Thị Tươi', 'Giao dịch viên', 'H27.BD.TTPVHCC', 'post-counter-clerk'),
  staff('buudien.buuta', 'Nguyễn Văn Lực', 'Bưu tá', 'H27.BD', 'postman'),
  staff('quantri', 'Trịnh Minh Quân', 'Quản trị hệ thống', 'H27', 'administrator'),
  staff('thanhtra', 'Đậu Thị Minh Hạnh', 'Thanh tra viên', 'H27', 'inspector'),
];

/** The citizens of the identity stand-in, with a password account beside: the last one is not verified (R23). */
export const DEMONSTRATION_CITIZEN_ACCOUNTS: readonly DemonstrationCitizen[] = [
  { userName: 'cong-dan-01', subject: 'cong-dan-01', fullName: 'Nguyễn Thị Ấm', isVerified: true },
  { userName: 'cong-dan-02', subject: 'cong-dan-02', fullName: 'Trần Văn Đức', isVerified: true },
  { userName: 'cong-dan-03', subject: 'cong-dan-03', fullName: 'Lê Hoàng Yến', isVerified: true },
  { userName: 'cong-dan-04', subject: 'cong-dan-04', fullName: 'Phạm Quốc Thuận', isVerified: true },
  { userName: 'cong-dan-05', subject: 'cong-dan-05', fullName: 'Võ Thị Như Quỳnh', isVerified: false },
];

/** The agencies whose seals and server certificates the demonstration makes. */
export const DEMONSTRATION_SEALS = [
  { agencyCode: WARD, image: 'seal-ward-thanh-sen.png' },
  { agencyCode: JUSTICE, image: 'seal-department-of-justice.png' },
] as const;
export const DEMONSTRATION_CENTRES = [
  { agencyCode: WARD_CENTRE, image: 'seal-any-agency.png' },
  { agencyCode: CENTRE, image: 'seal-provincial-centre.png' },
] as const;

function staff(userName: string, fullName: string, title: string, agencyCode: string, duty: StaffDuty): DemonstrationStaff {
  return { userName, fullName, title, agencyCode, duties: [duty] };
}
