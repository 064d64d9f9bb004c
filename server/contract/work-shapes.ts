import { z } from 'zod';
import { CHANNELS } from '../domain/channels';
import { DUTIES } from '../domain/duties';
import { DUE_TONES } from '../domain/running-time';
import { WORK_VIEWS } from '../domain/work-views';
import { Moment, placeIn } from './cursor';
import { Cursor, Id, Instant, NationalStatus, PageSize } from './shapes';

export const Bilingual = z.strictObject({ vi: z.string(), en: z.string() });
export const StaffDutyName = z.enum(DUTIES).exclude(['submitter']);
/** An act or topic of the diagrams. */
export const ActName = z.string().regex(/^[a-z]+(?:-[a-z]+){0,5}$/);
export const ProcedureCode = z.string().regex(/^[\w.-]{1,60}$/);

/** How much time is left: the state, the colour it is shown in, and the words, which say the same. */
export const TimeLeft = z.strictObject({
  state: z.enum(['left', 'today', 'overdue', 'paused', 'no-date']),
  tone: z.enum(DUE_TONES),
  ...Bilingual.shape,
});
export type TimeLeft = z.infer<typeof TimeLeft>;

export const WorkQuery = z.strictObject({
  view: z.enum(WORK_VIEWS).default('open'),
  duty: StaffDutyName.optional(),
  act: ActName.optional(),
  procedureCode: ProcedureCode.optional(),
  isOverdue: z.literal('true').optional(),
  after: placeIn('work', [Moment.nullable(), Id])
    .transform(([, dueAt, id]) => ({ dueAt, id }))
    .optional(),
  size: PageSize,
});

/** One waiting step, with the few fields of its dossier that a list shows; `version` is what an act from the list expects. */
export const WorkItem = z.strictObject({
  taskId: Id,
  dossierId: Id,
  version: z.int(),
  code: z.string().nullable(),
  procedureCode: z.string(),
  procedureName: z.string(),
  caseKey: z.string(),
  channel: z.enum(CHANNELS),
  ownerName: z.string(),
  status: NationalStatus,
  statusName: Bilingual,
  subStatus: z.string().nullable(),
  step: z.string().nullable(),
  act: z.string().nullable(),
  duty: z.enum(DUTIES).nullable(),
  assigneeName: z.string().nullable(),
  isMine: z.boolean(),
  openedAt: Instant,
  dueAt: Instant.nullable(),
  timeLeft: TimeLeft,
  submittedAt: Instant,
  dossierDueAt: Instant.nullable(),
  dossierTimeLeft: TimeLeft,
});
export type WorkItem = z.infer<typeof WorkItem>;

export const WorkPage = z.strictObject({ items: z.array(WorkItem), next: Cursor.nullable() });
export type WorkPage = z.infer<typeof WorkPage>;

/** How much waits for each duty and act, how much of it is mine, how much nobody holds, and how much is late. */
export const WorkCounts = z.strictObject({
  counts: z.array(
    z.strictObject({
      duty: z.enum(DUTIES),
      act: z.string(),
      open: z.int(),
      mine: z.int(),
      unheld: z.int(),
      overdue: z.int(),
    }),
  ),
});
export type WorkCounts = z.infer<typeof WorkCounts>;

/** Somebody whom a step may be given to, or who may sign or allow an exception. */
export const Colleague = z.strictObject({ staffId: Id, fullName: z.string(), title: z.string().nullable() });
export type Colleague = z.infer<typeof Colleague>;
