import { type Field } from './copy-into';
import { type Body, type Procedure } from './province';
import { type Person } from './people';
import { type Random } from './random';
import { DONE, STEPS } from './steps';

const DAY = 24 * 60 * 60 * 1000;
/** How far back they go. */
export const DAYS = 365;
const OPEN_SHARE = 0.1;

export const DOSSIER_COLUMNS = `dossiers (id, code, procedure_code, procedure_version_id, diagram_version_id, case_key, channel, centre_id,
  agency_id, owner_person_id, owner_name, owner_number, owner_phone, submitter_name, answers, return_way, is_same_day, time_limit,
  created_at, submitted_at, accepted_at, received_at, due_at, finished_at, status)`;

/** When a dossier was filed, how far it has come (`stop` is the step at which it waits), and until when it is due. */
export type Course = { submittedAt: Date; acceptedAt: Date | null; dueAt: Date | null; finishedAt: Date | null; stop: number };

/** A tenth is still at some desk, some of it late; the others were done within days. */
export function courseOf({ isSameDay }: Procedure, now: Date, random: Random): Course {
  const isOpen = random.number() < OPEN_SHARE;
  const submittedAt = filedAt(now, isOpen ? 20 : DAYS, random);
  const after = (ms: number) => new Date(submittedAt.getTime() + ms);
  const stop = isOpen ? random.below(STEPS.length) : DONE;
  return {
    submittedAt,
    acceptedAt: stop > 0 ? after(DAY / 24) : null,
    dueAt: stop > 0 ? after((isSameDay ? 1 : 7 + random.below(5)) * DAY) : null,
    finishedAt: isOpen ? null : after((1 + random.below(10)) * DAY),
    stop,
  };
}

/** The row of `DOSSIER_COLUMNS`. */
export function dossierRow(
  { id, code, body, procedure, person }: { id: string; code: string; body: Body; procedure: Procedure; person: Person },
  { submittedAt, acceptedAt, dueAt, finishedAt, stop }: Course,
  random: Random,
): Field[] {
  const limit = JSON.stringify({ limit: procedure.isSameDay ? 'same-day' : '7 working-days' });
  return [
    ...[id, code, procedure.code, procedure.versionId, procedure.diagramVersionId, 'own', random.among(CHANNELS), body.centreId],
    ...[body.agencyId, person.id, person.name, person.number, person.phone, person.name],
    ...[JSON.stringify(answersOf(person, random)), 'counter', procedure.isSameDay, acceptedAt && limit],
    ...[submittedAt, submittedAt, acceptedAt, acceptedAt, dueAt, finishedAt, STEPS[stop]?.status ?? 10],
  ];
}

const CHANNELS = [
  ['online', 5],
  ['counter', 4],
  ['post', 1],
] as const;

/** In office hours of a working day, more often of late. */
function filedAt(now: Date, days: number, random: Random): Date {
  const at = new Date(now.getTime() - Math.min(days, random.untilNext(days / 2.5)) * DAY);
  if (at.getUTCDay() === 0) at.setTime(at.getTime() - DAY);
  at.setUTCHours(random.below(9), random.below(60), random.below(60), 0);
  return at < now ? at : new Date(at.getTime() - DAY);
}

function answersOf(person: Person, random: Random): object {
  return {
    requesterName: person.name,
    requesterPaper: { paper: 'citizen-card', number: person.number },
    requesterPhone: person.phone,
    requesterAddress: { line: `Số ${1 + random.below(200)}, tổ dân phố ${1 + random.below(12)}`, unit: '18073' },
    registeredOffice: 'Ủy ban nhân dân xã',
    registeredOn: String(1960 + random.below(60)),
    copies: 1 + random.below(5),
    truth: true,
  };
}
