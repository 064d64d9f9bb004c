import { plainText } from '../domain/writing';
import { type Trap } from './verdicts';

/** The letters of a text that were mended, by the names of their traps. */
const LETTER_TRAPS: readonly (readonly [Trap, RegExp])[] = [
  ['zero-width', /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/u],
  ['nbsp', /\u00a0/u],
  ['private-use-glyph', /[\ue000-\uf8ff]/u],
  ['cyrillic-letter', /[\u0400-\u04ff]/u],
  ['eth-for-d', /Ð/u],
];

/** Composed letters, plain spaces, nothing invisible or private to a font, Đ for Ð; line ends stay. Cyrillic letters stay: a person must look. */
export function repairText(written: string): string {
  return plainText(written)
    .replace(/[\ue000-\uf8ff]/gu, '')
    .replace(/\p{Surrogate}/gu, '')
    .replace(/Ð/gu, 'Đ')
    .replace(/ð/gu, 'đ')
    .replace(/\u00a0/gu, ' ');
}

/** One line of repaired text: every run of blanks is one blank. */
export function oneLine(written: string): string {
  return repairText(written).replace(/\s+/gu, ' ').trim();
}

/** Which letters of this text had to be mended. */
export function letterTraps(written: string): Trap[] {
  const traps = LETTER_TRAPS.filter(([, pattern]) => pattern.test(written)).map(([trap]) => trap);
  return written === written.normalize('NFC') ? traps : [...traps, 'text-not-nfc'];
}

/** A text of at most so many characters, and whether something was left out. */
export function cutAt(text: string, length: number): { text: string; cut: boolean } {
  return text.length > length ? { text: text.slice(0, length), cut: true } : { text, cut: false };
}

/** Null where a page says nothing: empty, "Không có thông tin", "Không", or only dashes. */
export function said(text: string): string | null {
  const plain = oneLine(text);
  return /^(|không( có)?( thông tin)?[.;]?|[-–]+)$/iu.test(plain) ? null : plain;
}
