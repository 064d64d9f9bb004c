/**
 * The personal identification number: 12 digits – place where the birth was
 * registered (3), century and sex (1), year (2), serial (6). It has no check
 * digit, so what can be checked is its shape and that it fits the birth date
 * and sex (NĐ 137/2015/NĐ-CP Art. 13; kept by Luật Căn cước 26/2023/QH15).
 */
export type CitizenNumber = { readonly place: string; readonly sex: 'male' | 'female'; readonly birthYear: number };

/** As typed, with spaces, dots or dashes between digits; undefined when it is not twelve digits of that shape. */
export function parseCitizenNumber(text: string): string | undefined {
  const digits = text.replace(/[\s.-]/gu, '');
  return readCitizenNumber(digits) && digits;
}

export function readCitizenNumber(digits: string): CitizenNumber | undefined {
  const match = /^(\d{3})(\d)(\d{2})\d{6}$/.exec(digits);
  if (!match || match[1] === '000') return undefined;
  const century = Number(match[2]);
  return {
    place: match[1] as string,
    sex: century % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + Math.floor(century / 2) * 100 + Number(match[3]),
  };
}

/** Whether the number can belong to somebody born then and of that sex; what is not known does not contradict. */
export function fitsCitizenNumber(digits: string, known: { bornOn?: string; sex?: string }): boolean {
  const number = readCitizenNumber(digits);
  if (!number) return false;
  const isYearRight = !known.bornOn || Number(known.bornOn.slice(0, 4)) === number.birthYear;
  return isYearRight && (!known.sex || known.sex === number.sex);
}

/** The identity card before 2016: 9 digits. It still stands in registers and old dossiers. */
export function parseOldIdentityNumber(text: string): string | undefined {
  const digits = text.replace(/[\s.-]/gu, '');
  return /^\d{9}$/.test(digits) ? digits : undefined;
}
