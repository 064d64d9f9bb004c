import { z } from 'zod';
import { DUTIES } from '../domain/duties';
import { Day, Dong, Id, Instant, NationalStatus, Phone, saying } from './shapes';

/** An act that is open to this reader now; `taskId` names the step it would answer. */
export const OpenAct = z.strictObject({ act: z.string(), taskId: Id.nullable(), name: z.string().nullable(), dueAt: Instant.nullable() });

/** What every act on a dossier answers, and every list shows: enough to go on with, nothing more. */
export const DossierSummary = z.strictObject({
  id: Id,
  code: z.string().nullable(),
  version: z.int(),
  procedureCode: z.string(),
  procedureName: z.string(),
  ownerName: z.string(),
  channel: z.enum(['online', 'counter', 'post']),
  returnWay: z.enum(['counter', 'online', 'post']),
  centre: z.strictObject({ code: z.string(), name: z.string() }),
  agency: z.strictObject({ code: z.string(), name: z.string() }),
  status: NationalStatus,
  statusName: z.strictObject({ vi: z.string(), en: z.string() }),
  subStatus: z.string().nullable(),
  submittedAt: Instant,
  acceptedAt: Instant.nullable(),
  dueAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
  acts: z.array(OpenAct),
});
export type DossierSummary = z.infer<typeof DossierSummary>;

/** The answer of an act on a dossier. */
export const DossierAnswer = z.strictObject({ dossier: DossierSummary });

/** One open or closed step of a dossier, as staff see it. */
export const TaskShape = z.strictObject({
  id: Id,
  elementId: z.string(),
  name: z.string().nullable(),
  kind: z.enum(['user', 'service', 'timer', 'message']),
  act: z.string().nullable(),
  duty: z.enum(DUTIES).nullable(),
  agencyCode: z.string().nullable(),
  assigneeName: z.string().nullable(),
  openedAt: Instant,
  dueAt: Instant.nullable(),
  closedAt: Instant.nullable(),
});

export const FeeLineShape = z.strictObject({
  key: z.string(),
  kind: z.enum(['phi', 'le-phi', 'copy', 'postage']),
  name: z.string(),
  wording: z.string(),
  /** null: by a decision of the provincial council that is not entered yet; unknown is not free */
  amountDong: Dong.nullable(),
  dueWhen: z.enum(['filing', 'acceptance', 'return']),
  isRefundable: z.boolean(),
  refundClause: z.string().nullable(),
  state: z.enum(['not-due', 'due', 'waiting', 'settled', 'exempt', 'cancelled']),
  exemptGround: z.string().nullable(),
});
export type FeeLineShape = z.infer<typeof FeeLineShape>;

/** A postal address: free text for the street, the commune by its administrative code. */
export const PostalAddress = z.strictObject({
  street: saying(200),
  communeCode: z
    .string()
    .regex(/^\d{5}$/)
    .optional(),
  province: saying(80),
  receiver: saying(120),
  phone: Phone,
});

export { Day };
