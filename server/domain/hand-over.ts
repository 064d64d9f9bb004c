import { localDateOf, timeOfDay } from './local-time';
import { closingAt, isWorkingDay, nextWorkingDay, openingAt, type WorkingCalendar } from './working-calendar';

/** 15:00:00.000 in milliseconds since local midnight (NĐ 61/2018 Art. 18.2, kept by NĐ 118/2025). */
const CUT_OFF = 15 * 3_600_000;

/**
 * The 15:00 rule. Whether a dossier received at that instant still belongs to
 * that working day: exactly 15:00:00 does, a moment later does not, and a day
 * off has no day to belong to.
 */
export function isReceivedInTime(at: Date, calendar: WorkingCalendar): boolean {
  return timeOfDay(at) <= CUT_OFF && isWorkingDay(localDateOf(at), calendar);
}

/**
 * When an accepted dossier must have reached its division, the division's
 * confirmation counting: the same working day until closing, or, received after
 * 15:00 or on a day off, the opening of the next working day.
 */
export function handOverDueAt(acceptedAt: Date, calendar: WorkingCalendar): Date {
  const on = localDateOf(acceptedAt);
  if (isReceivedInTime(acceptedAt, calendar)) return closingAt(on, calendar);
  return openingAt(nextWorkingDay(on, calendar), calendar);
}
