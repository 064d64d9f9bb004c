import { randomBytes } from 'node:crypto';

/** Without letters that look alike: 32 of them, so that a byte chooses fairly. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LETTERS = 5;

/** A password to be read from one screen and typed at another once: 100 bits, such as `k3v8m-…`. */
export function makeOneTimePassword(): string {
  const letters = [...randomBytes(GROUPS * GROUP_LETTERS)].map((byte) => LETTERS[byte % LETTERS.length]);
  return Array.from({ length: GROUPS }, (_, group) => letters.slice(group * GROUP_LETTERS, (group + 1) * GROUP_LETTERS).join('')).join('-');
}
