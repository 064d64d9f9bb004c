import { localDateOf } from './local-time';
import { type PlainDate, yearOf } from './plain-date';

/** The day that stands beside a number, and the year whose book gives it: numbers restart on 01/01. */
export interface Numbering {
  readonly year: number;
  readonly on: PlainDate;
}

/**
 * The number and date of a document are those of the day it is numbered, not of
 * the day it was signed: signed on 31/12 and numbered on 02/01, both are of the
 * new year.
 */
export function numberingOn(numberedAt: Date): Numbering {
  const on = localDateOf(numberedAt);
  return { year: yearOf(on), on };
}

/** The number as a book writes it, below 10 with a zero (NĐ 30/2020, Annex I): its `pattern` holds `{number}` and, where the book counts so, `{year}`. */
export function bookNumber(pattern: string, { number, year }: { number: number; year: number }): string {
  return pattern.replaceAll('{number}', String(number).padStart(2, '0')).replaceAll('{year}', String(year));
}
