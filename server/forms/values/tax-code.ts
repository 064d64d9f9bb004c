const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/**
 * A tax code: 10 digits with a check digit (an enterprise), 13 with the serial
 * of a branch, written with a dash (TT 105/2020/TT-BTC Art. 5), or the 12
 * digits of a person's own number, which is the tax code of people and
 * household businesses from 01/07/2025 (TT 86/2024/TT-BTC). Undefined else.
 */
export function parseTaxCode(text: string): string | undefined {
  const digits = text.replace(/[\s.-]/gu, '');
  if (/^\d{12}$/.test(digits)) return digits.startsWith('000') ? undefined : digits;
  if (!/^\d{10}(?:\d{3})?$/.test(digits) || !hasCheckDigit(digits.slice(0, 10))) return undefined;
  if (digits.length === 10) return digits;
  return digits.endsWith('000') ? undefined : `${digits.slice(0, 10)}-${digits.slice(10)}`;
}

function hasCheckDigit(digits: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  return 10 - (sum % 11) === Number(digits[9]);
}
