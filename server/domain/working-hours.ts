import { type PlainDate, type Weekday } from './plain-date';

/** One stretch of the working day in minutes since local midnight; the closing minute is not in it. */
export interface Shift {
  readonly openMinute: number;
  readonly closeMinute: number;
}

/** What an agency works on the five days of the official week; Saturday and Sunday are days off (QĐ 188/1999/QĐ-TTg). */
export type WeekHours = Readonly<Record<1 | 2 | 3 | 4 | 5, readonly Shift[]>>;

/** Hours change with the seasons and by decision; a dossier is counted with those of each day. */
export interface HoursVersion {
  readonly fromOn: PlainDate;
  readonly toOn: PlainDate | null;
  readonly week: WeekHours;
}

/**
 * Reads the notation of office hours, '07:30-11:30,13:00-17:00'. Returns
 * undefined for anything else: shifts that overlap, run backwards or pass midnight.
 */
export function parseShifts(text: string): readonly Shift[] | undefined {
  const shifts: Shift[] = [];
  for (const part of text.split(',')) {
    const match = /^(\d{2}):(\d{2})-(\d{2}):(\d{2})$/.exec(part.trim());
    if (!match) return undefined;
    const [openHour, openMinute, closeHour, closeMinute] = match.slice(1).map(Number) as [number, number, number, number];
    if (openHour > 23 || closeHour > 24 || openMinute > 59 || closeMinute > 59) return undefined;
    const shift = { openMinute: openHour * 60 + openMinute, closeMinute: closeHour * 60 + closeMinute };
    const earliest = shifts.at(-1)?.closeMinute ?? 0;
    if (shift.openMinute < earliest || shift.closeMinute <= shift.openMinute || shift.closeMinute > 1440) return undefined;
    shifts.push(shift);
  }
  return shifts;
}

/** The same hours on all five days. */
export function sameHoursAllWeek(shifts: readonly Shift[]): WeekHours {
  return { 1: shifts, 2: shifts, 3: shifts, 4: shifts, 5: shifts };
}

/**
 * Hours of an agency that has published none. Hours are configuration, not
 * law: the province replaces these by its own decision.
 */
export const USUAL_WEEK: WeekHours = sameHoursAllWeek([
  { openMinute: 450, closeMinute: 690 },
  { openMinute: 780, closeMinute: 1020 },
]);

/** The hours of that weekday in the version in force on that day; the latest version wins. A make-up day works Monday's hours. */
export function shiftsOfWeekday(
  versions: readonly HoursVersion[],
  usualWeek: WeekHours,
  on: PlainDate,
  weekday: Weekday,
): readonly Shift[] {
  const inForce = versions.filter((version) => version.fromOn <= on && (version.toOn === null || on <= version.toOn));
  const latest = inForce.reduce<HoursVersion | undefined>((best, one) => (best && best.fromOn >= one.fromOn ? best : one), undefined);
  const week = latest?.week ?? usualWeek;
  return week[weekday === 6 || weekday === 7 ? 1 : weekday];
}
