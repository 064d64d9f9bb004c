import { localDateOf, minuteOfDay } from '../../domain/local-time';
import { isPlainDate, type PlainDate } from '../../domain/plain-date';
import { Refusal } from '../../domain/refusal';
import { letterDate, numericDate, weekdayName } from '../../domain/words/dates';

/**
 * How a fact is written on paper. Dates are legal dates (`2026-11-26`) or
 * instants in UTC (`2026-11-26T01:52:00Z`, shown at +07:00); days and the months
 * 1 and 2 carry a leading zero (Decree 30/2020, Annex I), so that no figure can
 * be put before them.
 */
export const formatters = {
  date: (value: unknown) => onDay(value, numericDate),
  day: (value: unknown) => onDay(value, (on) => letterDate(on, 'vi')),
  time: (value: unknown) => atMoment(value, hourAndMinute),
  moment: (value: unknown) => atMoment(value, (at) => `${hourAndMinute(at)}, ${letterDate(localDateOf(at), 'vi')}`),
  appointment: (value: unknown) =>
    atMoment(value, (at) => `${hourAndMinute(at)}, ${weekdayName(localDateOf(at), 'vi')} ${letterDate(localDateOf(at), 'vi')}`),
  money: (value: unknown) => thousands(wholeNumber(value)),
  number: (value: unknown) => thousands(wholeNumber(value)),
  count: (value: unknown) => two(wholeNumber(value)),
  upper: (value: unknown) => words(value).toLocaleUpperCase('vi'),
  /** Kept on one line: a telephone number, a code. */
  whole: (value: unknown) => words(value).replaceAll(' ', '\u00a0'),
  /** Ends with a full stop where it has no end of its own. */
  sentence: (value: unknown) =>
    words(value)
      .trim()
      .replace(/[^.!?;:…]$/u, '$&.'),
  answer: (value: unknown) => (typeof value === 'boolean' ? (value ? 'có' : 'không') : unfit(value)),
  mark: (value: unknown) => (typeof value === 'boolean' ? (value ? 'x' : '') : unfit(value)),
} as const satisfies Record<string, (value: unknown) => string>;

export type Formatter = keyof typeof formatters;

export function isFormatter(name: string): name is Formatter {
  return Object.hasOwn(formatters, name);
}

function onDay(value: unknown, write: (on: PlainDate) => string): string {
  const text = words(value);
  return write(isPlainDate(text) ? text : localDateOf(instant(text)));
}

function atMoment(value: unknown, write: (at: Date) => string): string {
  return write(instant(words(value)));
}

function instant(text: string): Date {
  const at = new Date(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/.test(text) ? Date.parse(text) : Number.NaN);
  return Number.isNaN(at.getTime()) ? unfit(text) : at;
}

function hourAndMinute(at: Date): string {
  const minutes = minuteOfDay(at);
  return `${two(Math.floor(minutes / 60))} giờ ${two(minutes % 60)} phút`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function thousands(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, '.');
}

function wholeNumber(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : unfit(value);
}

function words(value: unknown): string {
  return typeof value === 'string' ? value : unfit(value);
}

function unfit(value: unknown): never {
  throw new Refusal('document-incomplete', { what: `“${String(value)}”` });
}
