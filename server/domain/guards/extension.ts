import { type Extension } from '../due-date';
import { localDateOf } from '../local-time';
import { addDays, type PlainDate } from '../plain-date';
import { Refusal, refuseUnless } from '../refusal';
import { isWorkingDay, type WorkingCalendar } from '../working-calendar';

/** An extension or an apology that somebody asks for, against the date the dossier has. */
export interface NewAppointment {
  /** null: the clock stands, or there is no date */
  readonly dueAt: Date | null;
  readonly newDueOn: PlainDate;
  readonly reason: string;
}

/**
 * An extension moves the date, once, with its reason, and at the latest one day
 * before expiry (NĐ 61/2018 Art. 19.9; kept as it was while NĐ 118/2025 is
 * unsure). After that only an apology remains.
 */
export function checkExtension(asked: NewAppointment, given: Extension | null, now: Date, calendar: WorkingCalendar): void {
  refuseUnless(given === null, 'extension-used');
  refuseUnless(asked.reason.trim(), 'reason-missing');
  if (asked.dueAt === null) throw new Refusal('extension-too-late');
  const dueOn = localDateOf(asked.dueAt);
  refuseUnless(localDateOf(now) <= addDays(dueOn, -1), 'extension-too-late');
  refuseUnless(asked.newDueOn > dueOn, 'extension-not-later');
  refuseUnless(isWorkingDay(asked.newDueOn, calendar), 'date-impossible', {
    why: { vi: 'ngày hẹn mới phải là ngày làm việc', en: 'the new date must be a working day' },
  });
}

/**
 * An apology is for a dossier that is already overdue, as often as it takes,
 * with a promised day that is still to come. It moves no date: the dossier stays
 * overdue.
 */
export function checkApology(asked: NewAppointment, now: Date, calendar: WorkingCalendar): void {
  refuseUnless(asked.dueAt !== null && now > asked.dueAt, 'apology-too-early');
  refuseUnless(asked.reason.trim(), 'reason-missing');
  refuseUnless(asked.newDueOn > localDateOf(now) && isWorkingDay(asked.newDueOn, calendar), 'date-impossible', {
    why: { vi: 'ngày hẹn mới phải là ngày làm việc sau hôm nay', en: 'the new date must be a working day after today' },
  });
}
