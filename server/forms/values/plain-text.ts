/** Invisible letters that copying from a portal or a PDF brings along: zero-width, soft hyphen, marks of direction. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/gu;
/** Control characters (all but tab and line break) and halves of surrogate pairs: nobody typed them, and PostgreSQL or a PDF would choke. */
const UNREADABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]|[\uD800-\uDFFF]/u;

/** One line as it is stored: NFC, without invisible letters, single spaces, none at the ends. */
export function tidyLine(text: string): string {
  return text.replace(INVISIBLE, '').normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** Several lines: as a line, but line breaks stay (at most one empty line). */
export function tidyLines(text: string): string {
  const lines = text
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .split(/\r\n|\r|\n|\u2028|\u2029/u);
  return lines
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

/** A person's name: a line in which the Icelandic Ð, common in copied lists, is the Vietnamese Đ. Its capitals are the person's own. */
export function tidyName(text: string): string {
  return tidyLine(text).replace(/Ð/gu, 'Đ').replace(/ð/gu, 'đ');
}

export function isReadable(text: string): boolean {
  return !UNREADABLE.test(text);
}
