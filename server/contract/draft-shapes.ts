import { z } from 'zod';
import { DossierSummary, PostalAddress } from './dossier-shapes';
import { Day, Dong, Id, Instant } from './shapes';

const Words = z.strictObject({ vi: z.string(), en: z.string() });
const ReturnWay = z.enum(['counter', 'online', 'post']);

/** A stored file as whoever may see its paper sees it. `held`: the scanner gave no verdict yet, and it is not handed out. */
export const FileShape = z.strictObject({
  id: Id,
  name: z.string(),
  bytes: z.int(),
  kind: z.string(),
  pageCount: z.int().nullable(),
  scan: z.enum(['clean', 'unscanned', 'held', 'infected']),
  addedAt: Instant,
});

/** A paper that the draft is asked for now. Without `accepts` it is taken only by hand. */
export const DraftPaper = z.strictObject({
  key: z.string(),
  name: Words,
  note: Words.nullable(),
  isRequired: z.boolean(),
  accepts: z.array(z.enum(['pdf', 'jpeg', 'png'])),
  megabytes: z.int(),
  mostFiles: z.int(),
  files: z.array(FileShape),
});

/** What stands in the way of filing: `path` is the question, in a row `<question>.<row>.<question>`. */
export const DraftFault = z.strictObject({ page: z.string(), path: z.string(), code: z.string(), message: Words });

/** A fee as far as the draft says; `amountDong` null: not decided by the council, or not counted yet. */
export const DraftFee = z.strictObject({
  key: z.string(),
  kind: z.enum(['phi', 'le-phi']),
  name: Words,
  wording: Words,
  amountDong: Dong.nullable(),
  dueWhen: z.enum(['filing', 'acceptance', 'return']),
});

/** What the version that governs today says otherwise than the one the draft was begun on. */
export const NewerVersion = z.strictObject({
  effectiveFromOn: Day,
  sourceDecision: z.string(),
  changes: z.array(z.strictObject({ what: z.enum(['case', 'paper', 'fee', 'time', 'return-way', 'form']), words: Words })),
});

export const DraftShape = z.strictObject({
  id: Id,
  version: z.int(),
  procedureCode: z.string(),
  procedureName: Words,
  caseKey: z.string(),
  answers: z.record(z.string(), z.unknown()),
  /** Questions whose answers come from a verified source and are fixed. */
  verified: z.array(z.string()),
  faults: z.array(DraftFault),
  stops: z.array(z.strictObject({ key: z.string(), message: Words, clause: z.string() })),
  papers: z.array(DraftPaper),
  fees: z.array(DraftFee),
  time: z.strictObject({ limit: z.string().nullable(), wording: Words }).nullable(),
  place: z.strictObject({ centre: z.string(), agency: z.string() }).nullable(),
  returnWay: ReturnWay.nullable(),
  returnWays: z.array(ReturnWay),
  returnAddress: PostalAddress.nullable(),
  paysOnDelivery: z.boolean(),
  /** False: the procedure has ended, and nothing can be filed. */
  isInForce: z.boolean(),
  newerVersion: NewerVersion.nullable(),
  dossierId: Id.nullable(),
  createdAt: Instant,
  savedAt: Instant,
});
export type DraftShape = z.infer<typeof DraftShape>;

export const DraftAnswer = z.strictObject({ draft: DraftShape });
/** With the form that the draft was begun on, by the form engine's own definition. */
export const DraftWithForm = z.strictObject({ draft: DraftShape, form: z.record(z.string(), z.unknown()) });

export const DraftLine = z.strictObject({
  id: Id,
  procedureCode: z.string(),
  procedureName: Words,
  caseKey: z.string(),
  version: z.int(),
  createdAt: Instant,
  savedAt: Instant,
});
export const DraftList = z.strictObject({ items: z.array(DraftLine) });

/** `likeCode`: an open dossier of the same content, or one of today. It is a hint, nothing was refused. */
export const SubmittedAnswer = z.strictObject({ dossier: DossierSummary, likeCode: z.string().nullable() });

/** How far an upload has come; the next part starts at `received`. */
export const UploadShape = z.strictObject({
  id: Id,
  componentKey: z.string(),
  name: z.string(),
  size: z.int(),
  received: z.int(),
  isFinished: z.boolean(),
  fileId: Id.nullable(),
});
export const UploadAnswer = z.strictObject({ upload: UploadShape });
