import { z } from 'zod';
import { AccountFound, CitizenNumber, FactorCode, Me, Password, SeenPaper, SessionShape, UserName } from './access-shapes';
import { describeRead, describeRedirect, describeSearch, describeWrite } from './describe';
import { CLERK } from './dossier-act';
import { Id, PersonName, Phone } from './shapes';

const ANYONE = { kind: 'anyone' } as const;
/** A page of our own: never another host, however it is written. */
const OwnPath = z
  .string()
  .max(300)
  .regex(/^\/(?!\/)[\w/.~-]*$/);
const SIGNED_IN = { kind: 'signed-in' } as const;

/**
 * The door of the house. Sign-in and refresh carry no idempotency key; neither
 * do the acts that ask for the password again (a repeat fails by itself), nor
 * those whose answer is a secret, which no table may keep.
 */
export const accessEndpoints = {
  signIn: describeWrite({
    id: 'signIn',
    path: '/api/sessions',
    summary: { vi: 'Đăng nhập bằng tên và mật khẩu', en: 'Sign in with user name and password' },
    audience: ANYONE,
    body: z.strictObject({ userName: UserName, password: Password, code: FactorCode.optional() }),
    answer: Me,
    needsKey: false,
    refusals: ['sign-in-failed', 'locked-out', 'second-factor-needed', 'not-permitted'],
  }),
  refreshSession: describeWrite({
    id: 'refreshSession',
    path: '/api/sessions/refresh',
    summary: { vi: 'Gia hạn phiên đăng nhập', en: 'Renew the access token of the session' },
    audience: ANYONE,
    body: z.strictObject({}),
    answer: Me,
    needsKey: false,
    refusals: ['not-signed-in', 'key-in-flight'],
  }),
  signOut: describeWrite({
    id: 'signOut',
    method: 'DELETE',
    path: '/api/sessions/current',
    summary: { vi: 'Đăng xuất', en: 'Sign out' },
    audience: SIGNED_IN,
    body: z.strictObject({}),
    needsKey: false,
  }),
  listSessions: describeRead({
    id: 'listSessions',
    path: '/api/sessions',
    summary: { vi: 'Các phiên đang mở của tôi', en: 'My open sessions' },
    audience: SIGNED_IN,
    answer: z.strictObject({ items: z.array(SessionShape) }),
  }),
  endSession: describeWrite({
    id: 'endSession',
    method: 'DELETE',
    path: '/api/sessions/:sessionId',
    summary: { vi: 'Chấm dứt một phiên của tôi', en: 'End one of my sessions' },
    audience: SIGNED_IN,
    params: z.strictObject({ sessionId: Id }),
    body: z.strictObject({}),
  }),
  whoAmI: describeRead({
    id: 'whoAmI',
    path: '/api/me',
    summary: { vi: 'Tôi là ai', en: 'Who is signed in' },
    audience: SIGNED_IN,
    answer: Me,
  }),
  switchPost: describeWrite({
    id: 'switchPost',
    method: 'PUT',
    path: '/api/me/post',
    summary: { vi: 'Đổi vị trí công tác đang dùng', en: 'Take up another of my posts' },
    audience: SIGNED_IN,
    body: z.strictObject({ postId: Id }),
    answer: Me,
    needsKey: false,
  }),
  changePassword: describeWrite({
    id: 'changePassword',
    method: 'PUT',
    path: '/api/me/password',
    summary: { vi: 'Đổi mật khẩu', en: 'Change my password' },
    audience: SIGNED_IN,
    body: z.strictObject({ currentPassword: Password, newPassword: Password }),
    needsKey: false,
    refusals: ['sign-in-failed', 'locked-out', 'password-weak', 'password-same'],
  }),
  beginSecondFactor: describeWrite({
    id: 'beginSecondFactor',
    path: '/api/me/second-factor',
    summary: { vi: 'Bắt đầu đăng ký ứng dụng xác thực', en: 'Begin to enrol an authenticator' },
    audience: SIGNED_IN,
    body: z.strictObject({ password: Password, code: FactorCode.optional() }),
    answer: z.strictObject({ uri: z.string(), secret: z.string(), enrolment: z.string() }),
    needsKey: false,
    refusals: ['sign-in-failed', 'locked-out', 'second-factor-needed'],
  }),
  confirmSecondFactor: describeWrite({
    id: 'confirmSecondFactor',
    method: 'PUT',
    path: '/api/me/second-factor',
    summary: { vi: 'Xác nhận ứng dụng xác thực', en: 'Confirm the authenticator with its first code' },
    audience: SIGNED_IN,
    body: z.strictObject({ enrolment: z.string().max(2000), code: FactorCode }),
    answer: z.strictObject({ recoveryCodes: z.array(z.string()) }),
    needsKey: false,
    refusals: ['sign-in-failed', 'locked-out'],
  }),
  registerCitizen: describeWrite({
    id: 'registerCitizen',
    path: '/api/accounts',
    summary: { vi: 'Đăng ký tài khoản công dân (chưa xác minh)', en: 'Register a citizen account (unverified)' },
    audience: ANYONE,
    body: z.strictObject({
      userName: UserName,
      password: Password,
      fullName: PersonName,
      citizenNumber: CitizenNumber.optional(),
      phone: Phone.optional(),
      email: z.email().max(200).optional(),
    }),
    answer: z.strictObject({ accountId: Id }),
    status: 201,
    refusals: ['already-exists', 'password-weak'],
  }),
  beginIdentitySignIn: describeRedirect({
    id: 'beginIdentitySignIn',
    path: '/api/identity/begin',
    summary: { vi: 'Chuyển sang cổng định danh để đăng nhập', en: 'Leave for the identity gateway' },
    audience: ANYONE,
    query: z.strictObject({ returnTo: OwnPath.default('/') }),
    refusals: ['unavailable'],
  }),
  finishIdentitySignIn: describeRedirect({
    id: 'finishIdentitySignIn',
    path: '/api/identity/return',
    summary: { vi: 'Trở về từ cổng định danh', en: 'Return from the identity gateway' },
    audience: ANYONE,
    query: z.record(z.string().max(100), z.string().max(2000)),
    isWrite: true,
    refusals: ['sign-in-failed', 'identity-unconfirmed', 'assurance-too-low'],
  }),
  searchAccounts: describeSearch({
    id: 'searchAccounts',
    path: '/api/searches/accounts',
    summary: { vi: 'Tìm tài khoản công dân theo tên đăng nhập', en: 'Find a citizen’s account by its user name' },
    audience: CLERK,
    body: z.strictObject({ userName: UserName }),
    answer: z.strictObject({ items: z.array(AccountFound) }),
  }),
  verifyAccount: describeWrite({
    id: 'verifyAccount',
    path: '/api/accounts/:accountId/verification',
    summary: { vi: 'Xác minh tài khoản sau khi xem giấy tờ', en: 'Verify an account after seeing the card' },
    audience: CLERK,
    params: z.strictObject({ accountId: Id }),
    body: SeenPaper,
    answer: AccountFound,
    refusals: ['own-case', 'already-exists'],
  }),
};
