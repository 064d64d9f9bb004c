import { dayOf, monthOf, type PlainDate, yearOf } from './plain-date';
import { Refusal } from './refusal';

/**
 * The pattern of dossier codes is configuration: the national rule has changed
 * before and will again. Tokens: `{unit}`, `{yyyy}` `{yy}` `{mm}` `{dd}`, and
 * the day's serial `{nnnn}`, as wide as it has letters. Codes of other systems
 * never pass through here: they are opaque strings with their source.
 */
export type DossierCodePattern = string;

/** TT 01/2018/TT-VPCP Art. 19 in the short form of QĐ 20/2020/QĐ-TTg, with the province code of Hà Tĩnh. */
export const USUAL_DOSSIER_CODE_PATTERN: DossierCodePattern = 'H27.{unit}-{yy}{mm}{dd}-{nnnn}';

/** True when codes of the pattern can be told apart: it names unit and day in full and exactly one serial. */
export function isDossierCodePattern(pattern: string): boolean {
  const tokens = pattern.match(/\{[^}]*\}/g) ?? [];
  const has = (token: string) => tokens.filter((one) => one === token).length === 1;
  const serials = tokens.filter((token) => /^\{n{3,9}\}$/.test(token));
  const known = tokens.every((token) => /^\{(unit|yyyy|yy|mm|dd|n{3,9})\}$/.test(token));
  const isPrintable = /^[A-Za-z0-9.-]+$/.test(pattern.replace(/\{[^}]*\}/g, ''));
  return known && isPrintable && serials.length === 1 && has('{unit}') && has('{mm}') && has('{dd}') && has('{yy}') !== has('{yyyy}');
}

/** The counter row of an agency's day: the serial starts at 1 each day and each unit. */
export function dossierCodeSeries(unit: string, on: PlainDate): string {
  return `dossier-code/${unit}/${on}`;
}

/** One code, 'H27.18073-260212-0001'. Refuses with `numbers-exhausted` when the serial no longer fits its width. */
export function dossierCode(pattern: DossierCodePattern, unit: string, on: PlainDate, serial: number): string {
  return pattern.replace(/\{(\w+)\}/g, (_whole, token: string) => {
    switch (token) {
      case 'unit':
        return unit;
      case 'yyyy':
        return String(yearOf(on));
      case 'yy':
        return pad(yearOf(on) % 100, 2);
      case 'mm':
        return pad(monthOf(on), 2);
      case 'dd':
        return pad(dayOf(on), 2);
      default:
        return serialOf(serial, token.length);
    }
  });
}

function serialOf(serial: number, width: number): string {
  if (serial >= 10 ** width) throw new Refusal('numbers-exhausted', { serial });
  return pad(serial, width);
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, '0');
}
