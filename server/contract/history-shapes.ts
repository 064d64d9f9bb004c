import { z } from 'zod';
import { Moment, placeIn } from './cursor';
import { Cursor, Id, Instant, NationalStatus, PageSize } from './shapes';
import { Bilingual, TimeLeft } from './work-shapes';

const ActorKind = z.enum(['staff', 'citizen', 'system', 'carrier']);

/** What happened to a dossier, oldest first, in sentences. The applicant's leaves out how the house works inside. */
export const Timeline = z.strictObject({
  entries: z.array(
    z.strictObject({
      number: z.int(),
      at: Instant,
      act: z.string(),
      ...Bilingual.shape,
      by: z.strictObject({ kind: ActorKind, name: z.string(), agencyName: z.string().nullable() }),
      /** The national status that the dossier came to with this act. */
      status: NationalStatus.nullable(),
      statusName: Bilingual.nullable(),
      isForApplicant: z.boolean(),
    }),
  ),
});
export type Timeline = z.infer<typeof Timeline>;

/** The journal as it was written, with the judgement on its chain of hashes. */
export const Journal = z.strictObject({
  /** The first line that does not follow from the one before; null where the whole chain holds. */
  brokenAt: z.int().nullable(),
  entries: z.array(
    z.strictObject({
      number: z.int(),
      act: z.string(),
      taskId: Id.nullable(),
      actorKind: ActorKind,
      actorName: z.string(),
      agencyName: z.string().nullable(),
      at: Instant,
      facts: z.record(z.string(), z.unknown()),
      hash: z.string(),
    }),
  ),
});
export type Journal = z.infer<typeof Journal>;

/** Why a dossier is due when it is, counted again at this moment. */
export const DueDateExplanation = z.strictObject({
  dueAt: Instant.nullable(),
  timeLeft: TimeLeft,
  /** For a dossier that is not accepted yet: by when it has to be answered. */
  answerDueAt: Instant.nullable(),
  timeLimitWording: z.string().nullable(),
  /** Whether what is counted now leads to the date on record; a finished dossier keeps the date that it was judged by. */
  isAsOnRecord: z.boolean(),
  /** One sentence, as the receipt has it. */
  summary: Bilingual.nullable(),
  lines: z.array(Bilingual),
});
export type DueDateExplanation = z.infer<typeof DueDateExplanation>;

/** Where a dossier stands in its diagram, for a viewer that colours the drawing. */
export const Position = z.strictObject({
  diagramVersionId: Id,
  diagramKey: z.string(),
  diagramVersion: z.int(),
  state: z.enum(['running', 'ended', 'incident']),
  done: z.array(z.string()),
  now: z.array(z.strictObject({ elementId: z.string(), kind: z.enum(['user', 'service', 'timer', 'message']) })),
});
export type Position = z.infer<typeof Position>;

/** The drawing that a dossier runs on: immutable, so that a client keeps it for good. */
export const DossierDiagram = z.strictObject({
  diagramVersionId: Id,
  key: z.string(),
  version: z.int(),
  name: z.string(),
  xml: z.string(),
});
export type DossierDiagram = z.infer<typeof DossierDiagram>;

export const AccessLogQuery = z.strictObject({
  dossierId: Id.optional(),
  staffId: Id.optional(),
  after: placeIn('accesses', [Moment, z.int().min(1)])
    .transform(([, at, id]) => ({ at, id }))
    .optional(),
  size: PageSize,
});

/** Who has read whose data, newest first. */
export const AccessLogPage = z.strictObject({
  items: z.array(
    z.strictObject({
      at: Instant,
      staffName: z.string(),
      postTitle: z.string().nullable(),
      agencyName: z.string().nullable(),
      endpoint: z.string(),
      dossierId: Id.nullable(),
      dossierCode: z.string().nullable(),
      personId: Id.nullable(),
      found: z.int().nullable(),
    }),
  ),
  next: Cursor.nullable(),
});
export type AccessLogPage = z.infer<typeof AccessLogPage>;
