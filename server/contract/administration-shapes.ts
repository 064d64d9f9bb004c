import { z } from 'zod';
import { DUTIES } from '../domain/duties';
import { DeclaredPerson } from './access-shapes';
import { Day, Id, Instant, saying, text } from './shapes';

/** The code of a body, such as `H27.18073`. */
export const AgencyCode = z.string().regex(/^[A-Za-z][\w.-]{0,59}$/);
export const StaffDuties = z
  .array(z.enum(DUTIES).exclude(['submitter']))
  .min(1)
  .max(12);
export const Formula = z.enum(['none', 'TM.', 'Q.', 'KT.', 'TL.', 'TUQ.']);
const decision = saying(300);
/** Base64 (RFC 4648), as small files travel inside JSON. */
export function base64(maxBytes: number) {
  return z
    .base64()
    .min(4)
    .max(Math.ceil(maxBytes / 3) * 4);
}

/** From its first day on; `validToOn` is the first on which it no longer counts. */
export const Period = { validFromOn: Day, validToOn: Day.nullable().default(null) };

export const NewPost = z.strictObject({
  agencyCode: AgencyCode,
  title: saying(200),
  duties: StaffDuties,
  ...Period,
  decision: decision.nullable().default(null),
});
export const NewAuthority = z.strictObject({
  agencyCode: AgencyCode,
  formula: Formula,
  position: saying(200),
  onBehalfOf: text(200).nullable().default(null),
  /** Codes of procedures, or `*`. */
  scope: z
    .array(z.string().regex(/^(\*|\d\.\d{6})$/))
    .min(1)
    .max(200),
  decision,
  ...Period,
});

export const StaffShape = z.strictObject({
  id: Id,
  accountId: Id,
  userName: z.string(),
  fullName: z.string(),
  title: z.string().nullable(),
  phone: z.string().nullable(),
  isClosed: z.boolean(),
  hasSecondFactor: z.boolean(),
  lastSignedInAt: Instant.nullable(),
  /** Who the member of staff is and the declared kin; their dossiers are handled by others. */
  self: DeclaredPerson.nullable(),
  kin: z.array(DeclaredPerson.extend({ relation: z.string() })),
  posts: z.array(
    z.strictObject({
      id: Id,
      agency: z.strictObject({ code: z.string(), name: z.string() }),
      title: z.string(),
      duties: z.array(z.enum(DUTIES)),
      validFromOn: Day,
      validToOn: Day.nullable(),
      decision: z.string().nullable(),
    }),
  ),
  authorities: z.array(
    z.strictObject({
      id: Id,
      agencyCode: z.string(),
      formula: Formula,
      position: z.string(),
      scope: z.array(z.string()),
      decision: z.string(),
      validFromOn: Day,
      validToOn: Day.nullable(),
    }),
  ),
});
export type StaffShape = z.infer<typeof StaffShape>;
