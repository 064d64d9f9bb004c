import { localDateOf, minuteOfDay } from '../local-time';
import { dayOf, monthOf, type PlainDate, weekdayOf, yearOf } from '../plain-date';
import { type Language } from './words';

/**
 * How the office writes dates and times. Letters follow NĐ 30/2020, Annex I:
 * days below 10 and the months 1 and 2 carry a zero, other months none.
 */
const WEEKDAYS: Record<Language, readonly string[]> = {
  vi: ['', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  en: ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** 'thứ Hai', 'Monday'. */
export function weekdayName(on: PlainDate, language: Language): string {
  return WEEKDAYS[language][weekdayOf(on)] as string;
}

/** '23/02'. */
export function dayAndMonth(on: PlainDate): string {
  return `${two(dayOf(on))}/${two(monthOf(on))}`;
}

/** '23/02/2026'. */
export function numericDate(on: PlainDate): string {
  return `${dayAndMonth(on)}/${yearOf(on)}`;
}

/** 'thứ Hai 23/02', 'Monday 23/02'. */
export function weekdayDate(on: PlainDate, language: Language): string {
  return `${weekdayName(on, language)} ${dayAndMonth(on)}`;
}

/** 'ngày 23 tháng 02 năm 2026' as letters have it; '23 February 2026'. */
export function letterDate(on: PlainDate, language: Language): string {
  if (language === 'en') return `${dayOf(on)} ${MONTHS[monthOf(on) - 1]} ${yearOf(on)}`;
  const month = monthOf(on);
  return `ngày ${two(dayOf(on))} tháng ${month < 3 ? two(month) : month} năm ${yearOf(on)}`;
}

/** '8 giờ 05 phút', '08:05'. */
export function clockTime(at: Date, language: Language): string {
  const minute = minuteOfDay(at);
  const hour = Math.floor(minute / 60);
  return language === 'vi' ? `${hour} giờ ${two(minute % 60)} phút` : `${two(hour)}:${two(minute % 60)}`;
}

/** '17 giờ 00 phút thứ Ba 24/02/2026', '17:00 Tuesday 24/02/2026'. */
export function clockTimeAndDate(at: Date, language: Language): string {
  const on = localDateOf(at);
  return `${clockTime(at, language)} ${weekdayName(on, language)} ${numericDate(on)}`;
}

/** '14–22/02', '28/02–01/03', '31/12/2026–03/01/2027'; one day alone is '27/04'. */
export function dateRange(fromOn: PlainDate, toOn: PlainDate): string {
  if (fromOn === toOn) return dayAndMonth(fromOn);
  if (yearOf(fromOn) !== yearOf(toOn)) return `${numericDate(fromOn)}–${numericDate(toOn)}`;
  const from = monthOf(fromOn) === monthOf(toOn) ? two(dayOf(fromOn)) : dayAndMonth(fromOn);
  return `${from}–${dayAndMonth(toOn)}`;
}

/** '6 giờ 30 phút', '8 giờ', '45 phút'; '6 h 30 min'. */
export function duration(minutes: number, language: Language): string {
  const [hour, minute] = language === 'vi' ? ['giờ', 'phút'] : ['h', 'min'];
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} ${minute}`;
  return rest === 0 ? `${hours} ${hour}` : `${hours} ${hour} ${two(rest)} ${minute}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
