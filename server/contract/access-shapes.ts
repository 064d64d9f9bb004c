import { z } from 'zod';
import { DUTIES } from '../domain/duties';
import { MOST_PASSWORD_LENGTH } from '../domain/password-rule';
import { Day, Id, Instant, PersonName, text } from './shapes';
import { told } from './told';

/** What somebody signs in with: written small, without accents or spaces. */
export const UserName = z
  .string()
  .max(100)
  .transform((name) => name.trim().toLowerCase())
  .refine(
    (name) => /^[a-z0-9][a-z0-9._@+-]{2,99}$/.test(name),
    told(
      'Viết từ 3 đến 100 ký tự gồm chữ không dấu, chữ số và . _ @ + -, bắt đầu bằng chữ hoặc số.',
      'From 3 to 100 of a-z, digits and . _ @ + -, the first a letter or digit.',
    ),
  );

/** NUL, and halves of a sign. */
const UNTYPABLE = /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/**
 * A password as it was typed: never trimmed, cut or folded. NFC, so that one
 * keyboard's ế is another's.
 */
export const Password = z
  .string()
  .min(1)
  .max(MOST_PASSWORD_LENGTH)
  .refine(
    (password) => !UNTYPABLE.test(password),
    told('Mật khẩu có ký tự không gõ được.', 'The password has characters that nobody can type.'),
  )
  .transform((password) => password.normalize('NFC'));

/** Six digits of the authenticator, or one of the recovery codes given at its enrolment. */
export const FactorCode = z
  .string()
  .max(20)
  .regex(/^[0-9A-Za-z -]+$/);

export const CitizenNumber = z
  .string()
  .max(40)
  .refine(
    (typed) => /^\d{12}$/.test(typed),
    told('Nhập đủ 12 chữ số của số định danh cá nhân.', 'Enter all 12 digits of the personal number.'),
  );
/** The paper a clerk holds in hand. */
export const SeenPaper = z.strictObject({
  kind: z.enum(['citizen-number', 'old-citizen-number', 'passport', 'foreign-paper']),
  number: z.string().regex(/^[A-Z0-9]{5,20}$/),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .default('VN'),
  fullName: PersonName,
  bornOn: Day.nullable().default(null),
  issuedOn: Day.nullable().default(null),
  issuedBy: text(200).nullable().default(null),
});
/** Somebody as declared, without the paper having been seen. */
export const DeclaredPerson = SeenPaper.omit({ issuedOn: true, issuedBy: true });
export type DeclaredPerson = z.output<typeof DeclaredPerson>;
export type SeenPaper = z.output<typeof SeenPaper>;

const PostShape = z.strictObject({
  id: Id,
  title: z.string(),
  agency: z.strictObject({ code: z.string(), name: z.string() }),
  duties: z.array(z.enum(DUTIES)),
});

/**
 * Who is signed in, and what the page needs for its next request: `csrf` goes
 * back in the header `X-CSRF-Token` of every write.
 */
export const Me = z.strictObject({
  kind: z.enum(['staff', 'citizen']),
  accountId: Id,
  sessionId: Id,
  name: z.string(),
  language: z.enum(['vi', 'en']),
  /** Of a citizen: whether the person behind the account has been proved. Always true of staff. */
  isVerified: z.boolean(),
  /** How this session was opened: `password`, `totp`, `recovery`, or `identity:<level>`. */
  assurance: z.string(),
  hasSecondFactor: z.boolean(),
  /** The active post has duties that are closed until the second factor is enrolled or shown. */
  isSecondFactorNeeded: z.boolean(),
  mustChangePassword: z.boolean(),
  post: PostShape.nullable(),
  posts: z.array(PostShape),
  /** After so many seconds without a request the session locks. */
  idleSeconds: z.int(),
  /** When the session ends in any case. */
  expiresAt: Instant,
  csrf: z.string(),
});
export type Me = z.infer<typeof Me>;

export const SessionShape = z.strictObject({
  id: Id,
  isCurrent: z.boolean(),
  device: z.string().nullable(),
  addressPrefix: z.string().nullable(),
  assurance: z.string(),
  signedInAt: Instant,
  lastSeenAt: Instant,
  expiresAt: Instant,
});
export type SessionShape = z.infer<typeof SessionShape>;

export const AccountFound = z.strictObject({ accountId: Id, displayName: z.string(), userName: z.string(), isVerified: z.boolean() });
export type AccountFound = z.infer<typeof AccountFound>;
