import { z } from 'zod';
import { ADMINISTRATOR } from './administration';
import { describeRead, describeWrite } from './describe';
import { DossierParams, ExpectedVersion, Id, Instant, saying } from './shapes';

const MOST_LISTED = 200;

/** How the house runs: what could not leave, what no program may decide, and the clock of a demonstration. */
export const operationsEndpoints = {
  listOutbox: describeRead({
    id: 'listOutbox',
    path: '/api/outbox',
    summary: { vi: 'Việc gửi đi đang chờ hoặc đã hỏng', en: 'What waits to leave, and what could not' },
    audience: ADMINISTRATOR,
    answer: z.strictObject({
      topics: z.array(
        z.strictObject({
          topic: z.string(),
          waiting: z.int(),
          /** Of those that wait: how many have no way out of this installation. */
          stranded: z.int(),
          dead: z.int(),
          oldestAt: Instant.nullable(),
          reason: z.strictObject({ vi: z.string(), en: z.string() }).nullable(),
        }),
      ),
      /** Tried in vain so far; it is tried again by itself. */
      failing: z.array(
        z.strictObject({
          id: Id,
          dossierId: Id.nullable(),
          topic: z.string(),
          attempts: z.int(),
          lastFault: z.string().nullable(),
          createdAt: Instant,
          nextTryAt: Instant,
        }),
      ),
      dead: z.array(
        z.strictObject({
          id: Id,
          dossierId: Id.nullable(),
          topic: z.string(),
          attempts: z.int(),
          lastFault: z.string().nullable(),
          createdAt: Instant,
          deadAt: Instant,
        }),
      ),
    }),
  }),
  reviveOutboxEntry: describeWrite({
    id: 'reviveOutboxEntry',
    path: '/api/outbox/:entryId/revival',
    summary: { vi: 'Thử gửi lại', en: 'Try again what could not leave' },
    audience: ADMINISTRATOR,
    params: z.strictObject({ entryId: Id }),
    body: z.strictObject({}),
  }),
  listMails: describeRead({
    id: 'listMails',
    path: '/api/mails',
    summary: { vi: 'Thư và tin nhắn nằm trong hộp thư trình diễn', en: 'Letters and messages in the demonstration’s box' },
    audience: ADMINISTRATOR,
    query: z.strictObject({ limit: z.coerce.number().int().min(1).max(MOST_LISTED).default(50) }),
    answer: z.strictObject({
      items: z.array(
        z.strictObject({
          id: z.string(),
          kind: z.enum(['email', 'sms']),
          to: z.string(),
          subject: z.string(),
          text: z.string(),
          sentAt: Instant,
          attachments: z.array(z.string()),
        }),
      ),
    }),
  }),
  listIncidents: describeRead({
    id: 'listIncidents',
    path: '/api/incidents',
    summary: { vi: 'Sự cố chờ xử lý', en: 'Open incidents' },
    audience: ADMINISTRATOR,
    answer: z.strictObject({
      items: z.array(
        z.strictObject({
          id: Id,
          dossierId: Id.nullable(),
          kind: z.string(),
          facts: z.record(z.string(), z.unknown()),
          openedAt: Instant,
        }),
      ),
    }),
  }),
  resolveIncident: describeWrite({
    id: 'resolveIncident',
    path: '/api/incidents/:incidentId/resolution',
    summary: { vi: 'Ghi cách đã xử lý sự cố', en: 'Say how an incident was resolved' },
    audience: ADMINISTRATOR,
    params: z.strictObject({ incidentId: Id }),
    body: z.strictObject({ resolution: saying(2000) }),
  }),
  migrateDossier: describeWrite({
    id: 'migrateDossier',
    path: '/api/dossiers/:dossierId/diagram-migration',
    summary: { vi: 'Chuyển hồ sơ sang phiên bản sơ đồ khác', en: 'Move a dossier to another version of its diagram' },
    audience: ADMINISTRATOR,
    params: DossierParams,
    body: z.strictObject({
      expectedVersion: ExpectedVersion,
      toVersionId: Id,
      /** Old element id to new element id, for what was renamed. */
      mapping: z.record(z.string().max(100), z.string().max(100)).default({}),
      reason: saying(2000),
      /** True: judges, and moves nothing. */
      isDryRun: z.boolean(),
    }),
    answer: z.strictObject({
      isMoved: z.boolean(),
      waits: z.array(z.strictObject({ elementId: z.string(), name: z.string().nullable(), act: z.string().nullable() })),
    }),
    refusals: ['migration-refused', 'stale', 'step-not-open', 'already-exists'],
  }),
  readClock: describeRead({
    id: 'readClock',
    path: '/api/clock',
    summary: { vi: 'Giờ của hệ thống', en: 'The system’s time' },
    audience: { kind: 'anyone' },
    answer: z.strictObject({ now: Instant, isSteppable: z.boolean() }),
  }),
  stepClock: describeWrite({
    id: 'stepClock',
    method: 'PUT',
    path: '/api/clock',
    summary: {
      vi: 'Cho giờ trình diễn chạy tới (không có khi vận hành thật)',
      en: 'Step the demonstration’s clock forward (not in production)',
    },
    audience: ADMINISTRATOR,
    body: z.strictObject({ to: Instant }),
    answer: z.strictObject({ now: Instant }),
    refusals: ['date-impossible'],
  }),
};
