import { COMMON_PASSWORDS } from './common-passwords';
import { Refusal } from './refusal';

/** With a second factor eight characters are enough, without one fourteen (TCVN 14423:2026, 5.6.2.2). */
export function leastPasswordLength(hasSecondFactor: boolean): number {
  return hasSecondFactor ? 8 : 14;
}

/** Nothing that a guesser tries first is a password; of which signs it is made is nobody's business (OWASP ASVS 5.0, 6.2.5). */
export const MOST_PASSWORD_LENGTH = 256;

/**
 * Refuses a new password as `password-weak` (`length`: the fewest characters):
 * too short, among the common ones, one sign or a short piece repeated, a run of
 * the keyboard or the alphabet, or little more than the user name.
 */
export function judgeNewPassword(password: string, { userName, leastLength }: { userName: string; leastLength: number }): void {
  const folded = fold(password);
  const isGuessable =
    [...password].length < leastLength ||
    COMMON_PASSWORDS.has(folded) ||
    COMMON_PASSWORDS.has(folded.replace(/[\d\W_]+$/u, '')) ||
    isRepetition(folded) ||
    isRun(folded) ||
    isMostly(folded, fold(userName));
  if (isGuessable) throw new Refusal('password-weak', { length: leastLength });
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/đ/giu, 'd')
    .toLowerCase();
}

/** `aaaaaaaa`, `abcabcabc`, `1212121212`. */
function isRepetition(text: string): boolean {
  return /^(.{1,4})\1+(.{0,3})$/su.test(text);
}

const RUNS = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '1q2w3e4r5t6y7u8i9o0p',
  'qazwsxedcrfvtgbyhnujm',
];

/** A run of the keyboard or the alphabet, either way, is one guess however long. */
function isRun(text: string): boolean {
  return RUNS.some((run) => run.includes(text) || [...run].reverse().join('').includes(text));
}

function isMostly(text: string, userName: string): boolean {
  return userName.length >= 4 && text.includes(userName) && text.replaceAll(userName, '').length < 6;
}
