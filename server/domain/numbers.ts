import { localDateOf } from './local-time';
import { type PlainDate, yearOf } from './plain-date';

/** The counter row of a book's year: numbers restart on 01/01. */
export function bookSeries(bookId: string, on: PlainDate): string {
  return `book/${bookId}/${yearOf(on)}`;
}

/** What numbering writes into the two reserved fields of a result, and into the book. */
export interface Numbering {
  readonly series: string;
  readonly year: number;
  readonly on: PlainDate;
}

/**
 * The number and date of a document are those of the day it is numbered, not of
 * the day it was signed: signed on 31/12 and numbered on 02/01, both are of the
 * new year.
 */
export function numberingOn(bookId: string, numberedAt: Date): Numbering {
  const on = localDateOf(numberedAt);
  return { series: bookSeries(bookId, on), year: yearOf(on), on };
}

/** '05/GXN-UBND', '123/GXN-UBND': numbers below 10 carry a zero (NĐ 30/2020, Annex I). */
export function documentNumber(number: number, symbol: string): string {
  return `${String(number).padStart(2, '0')}/${symbol}`;
}

/** The number as a book writes it: its `pattern` holds `{number}` and, where the book counts so, `{year}`. */
export function bookNumber(pattern: string, { number, year }: { number: number; year: number }): string {
  return pattern.replaceAll('{number}', String(number).padStart(2, '0')).replaceAll('{year}', String(year));
}

/** A dossier's place in the register: which volume, and which entry of the year. */
export interface RegisterNumber {
  readonly volume: number;
  readonly year: number;
  readonly entry: number;
}

/** 'Quyển số: 01/2026, Số thứ tự: 0042', as the forms have it. */
export function registerNumberText({ volume, year, entry }: RegisterNumber): string {
  return `Quyển số: ${String(volume).padStart(2, '0')}/${year}, Số thứ tự: ${String(entry).padStart(4, '0')}`;
}
