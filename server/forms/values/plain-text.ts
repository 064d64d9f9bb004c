import { plainText } from '../../domain/writing';

/** One line as it is stored: plain text, single spaces, none at the ends. */
export function tidyLine(text: string): string {
  return plainText(text).replace(/\s+/gu, ' ').trim();
}

/** Several lines: as a line, but line breaks stay (at most one empty line). */
export function tidyLines(text: string): string {
  return plainText(text)
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

/** A person's name: a line in which the Icelandic Ð, common in copied lists, is the Vietnamese Đ. Its capitals are the person's own. */
export function tidyName(text: string): string {
  return tidyLine(text).replace(/Ð/gu, 'Đ').replace(/ð/gu, 'đ');
}
