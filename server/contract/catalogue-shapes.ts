import { z } from 'zod';
import { CHANNELS } from '../domain/channels';
import { placeIn } from './cursor';
import { Cursor, Day, Dong, Id, PageSize, text } from './shapes';
import { Bilingual, ProcedureCode } from './work-shapes';

/** A ground in law; `isSure` says whether the office has seen the text itself. */
const Clause = z.strictObject({ text: z.string(), isSure: z.boolean() });
const Channel = z.enum(CHANNELS);

/**
 * How far a procedure goes online (NĐ 224/2026): whole, in part where some step
 * needs presence, elsewhere where another system takes it, or not at all.
 */
const OnlineLevel = z.enum(['whole', 'part', 'elsewhere', 'none']);

/** `verified`: published from the decision itself; `confirmed`: an administrator has held it against its decision since; `unverified`: neither. */
const Standing = z.enum(['verified', 'confirmed', 'unverified']);

const Listed = {
  code: z.string(),
  name: Bilingual,
  field: z.string(),
  level: z.enum(['province', 'commune']),
  online: OnlineLevel,
  standing: Standing,
};

export const ProcedureQuery = z.strictObject({
  words: text(100).optional(),
  field: text(100).optional(),
  level: z.enum(['province', 'commune']).optional(),
  after: placeIn('procedures', [ProcedureCode])
    .transform(([, code]) => code)
    .optional(),
  size: PageSize,
});

export const ProcedurePage = z.strictObject({ items: z.array(z.strictObject(Listed)), next: Cursor.nullable() });
export type ProcedurePage = z.infer<typeof ProcedurePage>;

const Component = z.strictObject({
  key: z.string(),
  name: Bilingual,
  /** Empty: whichever way it is filed. */
  channels: z.array(Channel),
  manner: z.enum(['handed-in', 'presented']),
  isRequired: z.boolean(),
  originals: z.int(),
  certifiedCopies: z.int(),
  photocopies: z.int(),
  accepts: z.array(z.enum(['pdf', 'jpeg', 'png'])),
  megabytes: z.int(),
  isReturned: z.boolean(),
  note: Bilingual.nullable(),
});

const TimeLimit = z.strictObject({ channels: z.array(Channel), limit: z.string().nullable(), wording: Bilingual, clause: Clause });

/** One case of a procedure with the papers and the time that it takes. */
const Case = z.strictObject({ key: z.string(), name: Bilingual, components: z.array(Component), timeLimits: z.array(TimeLimit) });

const Fee = z.strictObject({
  key: z.string(),
  kind: z.enum(['phi', 'le-phi']),
  name: Bilingual,
  /** For each unit; null: by a decision of the council that is not entered yet. */
  amountDong: Dong.nullable(),
  wording: Bilingual,
  dueWhen: z.enum(['filing', 'acceptance', 'return']),
  isRefundable: z.boolean(),
  refundClause: Clause.nullable(),
  exemptions: z.array(z.strictObject({ key: z.string(), name: Bilingual, clause: Clause })),
  channels: z.array(Channel),
  validFromOn: Day,
  validToOn: Day.nullable(),
});

const Online = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('own-form') }),
  z.strictObject({ kind: z.literal('outside'), name: z.string(), address: z.string() }),
  z.strictObject({ kind: z.literal('none'), reason: Bilingual }),
]);

/** All that is published of a procedure in force. */
export const ProcedureReading = z.strictObject({
  ...Listed,
  versionId: Id,
  version: z.int(),
  doubts: z.array(z.string()),
  sourceDecision: z.string(),
  legalBases: z.array(z.string()),
  effectiveFromOn: Day,
  effectiveToOn: Day.nullable(),
  /** Null: the commune that the applicant names. */
  competentAgency: z.strictObject({ code: z.string(), name: z.string() }).nullable(),
  owners: z.array(z.enum(['person', 'organisation'])),
  onBehalf: z.strictObject({ isAllowed: z.boolean(), authorisation: z.string().nullable(), clause: Clause.nullable() }),
  filing: z.strictObject({
    online: Online,
    isCounterOpen: z.boolean(),
    isPostOpen: z.boolean(),
    presence: z.array(z.strictObject({ step: Bilingual, ground: Clause })),
    /** The centres that take it at the counter; empty: the centre of every commune. */
    centres: z.array(z.strictObject({ code: z.string(), name: z.string(), address: z.string().nullable(), phone: z.string().nullable() })),
  }),
  returnWays: z.array(Channel),
  cases: z.array(Case),
  requirements: z.array(Bilingual),
  stops: z.array(z.strictObject({ key: z.string(), name: Bilingual, clause: Clause })),
  fees: z.array(Fee),
  isSameDay: z.boolean(),
  result: z.strictObject({ code: z.string(), name: Bilingual, kinds: z.array(z.enum(['electronic', 'paper'])) }),
});
export type ProcedureReading = z.infer<typeof ProcedureReading>;

export const AgencyQuery = z.strictObject({ onDate: Day.optional() });

/** The bodies that exist on a day; `parentCode` makes the tree. A body that has ended since names those that took over, and of what. */
export const AgencyTree = z.strictObject({
  onDate: Day,
  agencies: z.array(
    z.strictObject({
      code: z.string(),
      kind: z.enum(['province', 'department', 'division', 'land-office', 'district', 'commune', 'centre', 'post']),
      name: z.string(),
      parentCode: z.string().nullable(),
      centreCode: z.string().nullable(),
      adminCode: z.string().nullable(),
      address: z.string().nullable(),
      phone: z.string().nullable(),
      website: z.string().nullable(),
      validFromOn: Day,
      validToOn: Day.nullable(),
      successors: z.array(z.strictObject({ code: z.string(), name: z.string(), part: z.string().nullable() })),
    }),
  ),
});
export type AgencyTree = z.infer<typeof AgencyTree>;
