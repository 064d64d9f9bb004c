import { z } from 'zod';
import { DeclaredPerson, Password, UserName } from './access-shapes';
import { AgencyCode, base64, NewAuthority, NewPost, StaffDuties, StaffShape } from './administration-shapes';
import { describeRead, describeWrite } from './describe';
import { type Audience } from './endpoint';
import { Day, Id, Instant, PageSize, PersonName, saying, text } from './shapes';
import { told } from './told';

export const ADMINISTRATOR: Audience = { kind: 'staff', duties: ['administrator'] };
const StaffParams = z.strictObject({ staffId: Id });
const day = z.strictObject({ validToOn: Day });
const MOST_CONTAINER_BYTES = 60_000;
const MOST_IMAGE_BYTES = 300_000;

/** Who works here, at which desk, with whose right to sign, and with which keys. */
export const administrationEndpoints = {
  listStaff: describeRead({
    id: 'listStaff',
    path: '/api/staff',
    summary: { vi: 'Danh sách cán bộ', en: 'List the staff' },
    audience: ADMINISTRATOR,
    query: z.strictObject({ agencyCode: AgencyCode.optional(), after: Id.optional(), limit: PageSize }),
    answer: z.strictObject({ items: z.array(StaffShape), next: Id.nullable() }),
  }),
  recordOwnPeople: describeWrite({
    id: 'recordOwnPeople',
    method: 'PUT',
    path: '/api/staff/:staffId/people',
    summary: {
      vi: 'Ghi cán bộ là ai và người thân đã kê khai: hồ sơ của những người này do người khác giải quyết',
      en: 'Record who a member of staff is, with the declared kin: others handle their dossiers',
    },
    audience: ADMINISTRATOR,
    params: StaffParams,
    body: z.strictObject({
      self: DeclaredPerson.nullable(),
      kin: z.array(DeclaredPerson.extend({ relation: saying(100) })).max(60),
    }),
  }),
  recordContact: describeWrite({
    id: 'recordContact',
    method: 'PUT',
    path: '/api/agencies/:agencyCode/contact',
    summary: { vi: 'Ghi địa chỉ, điện thoại, trang tin của cơ quan', en: 'Record address, telephone and site of a body' },
    audience: ADMINISTRATOR,
    params: z.strictObject({ agencyCode: AgencyCode }),
    body: z.strictObject({
      address: saying(300).nullable(),
      phone: z
        .string()
        .regex(/^[\d .+]{3,20}$/)
        .nullable(),
      /** As it is printed, without a scheme: `motcua.hatinh.gov.vn`. */
      website: z
        .string()
        .regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/[\w./-]*)?$/)
        .max(100)
        .nullable(),
    }),
  }),
  createStaff: describeWrite({
    id: 'createStaff',
    path: '/api/staff',
    summary: { vi: 'Mở tài khoản cán bộ', en: 'Open the account of a member of staff' },
    audience: ADMINISTRATOR,
    body: z.strictObject({
      userName: UserName,
      fullName: PersonName,
      title: text(200).nullable().default(null),
      phone: text(30).nullable().default(null),
      /** Good for one sign-in: the first act is to choose one's own. */
      oneTimePassword: Password,
    }),
    answer: z.strictObject({ staffId: Id }),
    status: 201,
    refusals: ['already-exists', 'password-weak'],
  }),
  resetPassword: describeWrite({
    id: 'resetPassword',
    method: 'PUT',
    path: '/api/staff/:staffId/password',
    summary: { vi: 'Cấp lại mật khẩu dùng một lần', en: 'Give a new one-time password' },
    audience: ADMINISTRATOR,
    params: StaffParams,
    body: z.strictObject({ oneTimePassword: Password }),
    refusals: ['password-weak'],
  }),
  resetSecondFactor: describeWrite({
    id: 'resetSecondFactor',
    method: 'DELETE',
    path: '/api/staff/:staffId/second-factor',
    summary: { vi: 'Huỷ ứng dụng tạo mã đã đăng ký', en: 'Void an authenticator' },
    audience: ADMINISTRATOR,
    params: StaffParams,
    body: z.strictObject({}),
  }),
  disableAccount: describeWrite({
    id: 'disableAccount',
    path: '/api/staff/:staffId/closing',
    summary: { vi: 'Đóng tài khoản; việc đang giữ về nhóm', en: 'Close an account; open tasks return to the pool' },
    audience: ADMINISTRATOR,
    params: StaffParams,
    body: z.strictObject({ reason: saying(500) }),
  }),
  givePost: describeWrite({
    id: 'givePost',
    path: '/api/staff/:staffId/posts',
    summary: { vi: 'Giao vị trí công tác', en: 'Give a post' },
    audience: ADMINISTRATOR,
    params: StaffParams,
    body: NewPost,
    answer: z.strictObject({ postId: Id }),
    status: 201,
    refusals: ['date-impossible'],
  }),
  endPost: describeWrite({
    id: 'endPost',
    method: 'PUT',
    path: '/api/posts/:postId/end',
    summary: { vi: 'Kết thúc vị trí công tác', en: 'End a post' },
    audience: ADMINISTRATOR,
    params: z.strictObject({ postId: Id }),
    body: day,
    refusals: ['date-impossible'],
  }),
  giveAuthority: describeWrite({
    id: 'giveAuthority',
    path: '/api/staff/:staffId/authorities',
    summary: { vi: 'Giao quyền ký', en: 'Give the right to sign' },
    audience: ADMINISTRATOR,
    params: StaffParams,
    body: NewAuthority,
    answer: z.strictObject({ authorityId: Id }),
    status: 201,
    refusals: ['date-impossible'],
  }),
  endAuthority: describeWrite({
    id: 'endAuthority',
    method: 'PUT',
    path: '/api/authorities/:authorityId/end',
    summary: { vi: 'Kết thúc quyền ký', en: 'End the right to sign' },
    audience: ADMINISTRATOR,
    params: z.strictObject({ authorityId: Id }),
    body: day,
    refusals: ['date-impossible'],
  }),
  trustAuthority: describeWrite({
    id: 'trustAuthority',
    path: '/api/trust-anchors',
    summary: { vi: 'Tin cậy một tổ chức chứng thực', en: 'Trust a certification authority' },
    audience: ADMINISTRATOR,
    body: z.strictObject({ certificate: base64(10_000) }),
    answer: z.strictObject({ anchorId: Id }),
    status: 201,
    refusals: ['certificate-unusable', 'already-exists'],
  }),
  registerCertificate: describeWrite({
    id: 'registerCertificate',
    path: '/api/certificates',
    summary: { vi: 'Đăng ký chứng thư số', en: 'Register a certificate' },
    audience: ADMINISTRATOR,
    body: z.strictObject({
      holding: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('person'), staffId: Id }),
        z.strictObject({ kind: z.literal('agency'), agencyCode: AgencyCode }),
        z.strictObject({ kind: z.literal('centre-server'), agencyCode: AgencyCode }),
      ]),
      /** PKCS#12. */
      container: base64(MOST_CONTAINER_BYTES),
      pin: z.string().min(1).max(100),
      /** PNG or JPEG: the hand or the seal as it shows on paper. */
      image: base64(MOST_IMAGE_BYTES).nullable().default(null),
    }),
    answer: z.strictObject({ certificateId: Id }),
    status: 201,
    refusals: ['certificate-unusable', 'pin-wrong', 'file-damaged', 'file-hostile', 'picture-too-large', 'file-too-large', 'storage-full'],
  }),
  revokeCertificate: describeWrite({
    id: 'revokeCertificate',
    path: '/api/certificates/:certificateId/revocation',
    summary: { vi: 'Ngừng dùng chứng thư số', en: 'Stop using a certificate' },
    audience: ADMINISTRATOR,
    params: z.strictObject({ certificateId: Id }),
    body: z.strictObject({
      reason: saying(500),
      /** Since when the key may have been in other hands: what it signed since then counts no more. */
      untrustedSince: Instant.nullable().default(null),
    }),
    refusals: ['date-impossible', 'step-not-open'],
  }),
  openBook: describeWrite({
    id: 'openBook',
    path: '/api/books',
    summary: { vi: 'Mở sổ', en: 'Open a book' },
    audience: ADMINISTRATOR,
    body: z.strictObject({
      agencyCode: AgencyCode,
      kind: z.enum(['register', 'result', 'letter']),
      book: z.strictObject({
        key: z.string().regex(/^[a-z][a-z0-9-]{0,60}$/),
        name: saying(200),
        /** With `{number}`, and `{year}` where the book prints it. */
        pattern: saying(60).refine((pattern) => pattern.includes('{number}'), told('Mẫu phải có {number}.', 'The pattern holds {number}.')),
        keeper: StaffDuties.element,
      }),
      year: z.int().min(2000).max(2100),
      openedOn: Day,
    }),
  }),
};
