import { addDays, compareDates, dateOf, parsePlainDate, type PlainDate, weekdayOf, yearOf } from '../domain/plain-date';
import { type CalendarDay } from '../domain/working-calendar';
import published from './calendar.json';

/** Mùng 1 of Tết and Giỗ Tổ (10/3 of the lunar year), by the lunar calendar of UTC+7. */
const LUNAR: Readonly<Record<number, readonly [newYear: string, ancestors: string]>> = {
  2024: ['02-10', '04-18'],
  2025: ['01-29', '04-07'],
  2026: ['02-17', '04-26'],
  2027: ['02-06', '04-16'],
  2028: ['01-26', '04-04'],
  2029: ['02-13', '04-23'],
  2030: ['02-02', '04-12'],
  2031: ['01-23', '04-01'],
  2032: ['02-11', '04-19'],
  2033: ['01-31', '04-09'],
  2034: ['02-19', '04-28'],
  2035: ['02-08', '04-17'],
  2036: ['01-28', '04-06'],
};

const DEMONSTRATION = 'Lịch trình diễn';

/** What the demonstration province publishes when it first starts. */
export interface PublishedDays {
  readonly publishedFromOn: PlainDate;
  readonly publishedThroughOn: PlainDate;
  readonly days: readonly DemonstrationDay[];
}

/** A day with where it comes from; `isDemonstration` marks what no authority has decided. */
export interface DemonstrationDay extends CalendarDay {
  readonly source: string;
  readonly isDemonstration: boolean;
}

/**
 * The demonstration's calendar: the decided days, and after them days by rule to
 * the end of the second year past the first start, so that a demonstration can
 * count where a real province would still wait for the yearly decision.
 */
export function demonstrationCalendar(firstStartOn: PlainDate): PublishedDays {
  const decidedThroughOn = parsePlainDate(published.publishedThroughOn);
  const throughYear = Math.max(yearOf(firstStartOn) + 2, yearOf(decidedThroughOn));
  const byRule = demonstrationDays(yearOf(decidedThroughOn) + 1, throughYear);
  return {
    publishedFromOn: parsePlainDate(published.publishedFromOn),
    publishedThroughOn: dateOf(throughYear, 12, 31),
    days: [...decidedDays(), ...byRule.map((day) => ({ ...day, source: 'rule of the demonstration', isDemonstration: true }))],
  };
}

/** The days that were decided, or are fixed by law, as they are known; nothing proposed is among them. */
export function decidedDays(): DemonstrationDay[] {
  return published.days.map((day) => ({
    on: parsePlainDate(day.on),
    kind: day.kind === 'make-up' ? 'make-up' : 'off',
    name: day.name,
    decision: day.decision,
    source: day.source,
    isDemonstration: false,
  }));
}

/**
 * Public holidays of those years by rule (BLLĐ 2019 Art. 112; 24/11 by NQ
 * 28/2026/QH16): Tết from the eve to mùng 4, Quốc khánh with the day before, and
 * a day in lieu for each that falls on a weekend (Art. 111.3). 01/01 is the
 * calendar's own rule.
 */
export function demonstrationDays(fromYear: number, throughYear: number): CalendarDay[] {
  const days: CalendarDay[] = [];
  for (let year = fromYear; year <= throughYear; year++) days.push(...withDaysInLieu(holidaysOf(year)));
  return days.sort((one, other) => compareDates(one.on, other.on));
}

function holidaysOf(year: number): CalendarDay[] {
  const lunar = LUNAR[year];
  if (!lunar) throw new Error(`the lunar dates of ${year} are not in the table`);
  const newYear = parsePlainDate(`${year}-${lunar[0]}`);
  const tet = [-1, 0, 1, 2, 3].map((days) => off(addDays(newYear, days), 'Tết'));
  return [
    ...tet,
    off(parsePlainDate(`${year}-${lunar[1]}`), 'Giỗ Tổ Hùng Vương'),
    off(dateOf(year, 4, 30), 'Ngày Chiến thắng'),
    off(dateOf(year, 5, 1), 'Quốc tế Lao động'),
    off(dateOf(year, 9, 1), 'Quốc khánh'),
    off(dateOf(year, 9, 2), 'Quốc khánh'),
    ...(year >= 2026 ? [off(dateOf(year, 11, 24), 'Ngày Văn hóa Việt Nam')] : []),
  ];
}

function withDaysInLieu(holidays: readonly CalendarDay[]): CalendarDay[] {
  const all = [...holidays];
  for (const holiday of holidays.filter((day) => weekdayOf(day.on) >= 6)) {
    let on = addDays(holiday.on, 1);
    while (weekdayOf(on) >= 6 || all.some((day) => day.on === on)) on = addDays(on, 1);
    all.push(off(on, holiday.name));
  }
  return all;
}

function off(on: PlainDate, name: string): CalendarDay {
  return { on, kind: 'off', name, decision: DEMONSTRATION };
}
