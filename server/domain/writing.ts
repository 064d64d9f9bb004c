/**
 * What people type and paste, as it can be kept and printed. The letters are
 * those of the faces that official papers are set in: Vietnamese, the Latin of
 * foreign names, and the signs of a letter.
 */
const PRINTABLE =
  /^[\n\u0020-\u007e\u00a0-\u00ac\u00ae-\u017f\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u2011\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u2030\u2032\u2033\u20ab\u20ac\u2116\u2192\u2212\u2260\u2264\u2265\u25a0\u25a1]*$/u;

/** Control characters, marks of direction, zero-width letters and fillers: nobody sees them, and a text of nothing else says nothing. */
const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb]/gu;

/** What word processors put in place of a plain sign: bullets, ticked boxes, hyphens, letters joined in one. */
const PLAIN: Readonly<Record<string, string>> = {
  '\u2010': '-',
  '\u2043': '-',
  '\u25cf': '•',
  '\u25aa': '•',
  '\u25e6': '•',
  '\uf0b7': '•',
  '\uf0a7': '•',
  '\u2610': '□',
  '\u2611': '■',
  '\ufb00': 'ff',
  '\ufb01': 'fi',
  '\ufb02': 'fl',
  '\ufb03': 'ffi',
  '\ufb04': 'ffl',
};
const REPLACED = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu');

/** Composed letters (people on macOS type decomposed ones), plain spaces and line ends, nothing invisible. */
export function plainText(typed: string): string {
  return typed
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replace(/[\t\u000b\u000c\u1680\u2000-\u200a\u202f\u205f\u3000]/gu, ' ')
    .replace(REPLACED, (sign) => PLAIN[sign]!);
}

/** The letters of a plain text that no paper of the office can show, each once. */
export function unprintableLetters(text: string): string[] {
  if (PRINTABLE.test(text)) return [];
  return [...new Set(text)].filter((letter) => !PRINTABLE.test(letter));
}
