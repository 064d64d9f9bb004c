/** Dong as typed: `8000`, `8.000`, `8,000 đ`, `8 000 đồng`. Undefined for fractions, signs, and groups that are not of three. */
export function parseDong(text: string): number | undefined {
  const tidy = text.normalize('NFC').trim().toLowerCase();
  const amount = tidy.replace(/\s*(?:đồng|đ|₫|vnđ|vnd)\.?$/u, '');
  if (!/^(?:\d{1,15}|\d{1,3}(?:\.\d{3}){1,4}|\d{1,3}(?:,\d{3}){1,4}|\d{1,3}(?:\s\d{3}){1,4})$/u.test(amount)) return undefined;
  return Number(amount.replace(/[\s.,]/gu, ''));
}

/** `8.000 đ` in Vietnamese, `8,000 VND` in English; the space does not break. */
export function showDong(dong: number, language: 'vi' | 'en'): string {
  return language === 'vi' ? `${group(dong, '.')}\u00A0đ` : `${group(dong, ',')}\u00A0VND`;
}

/** A number with its thousands apart, and its decimals after the sign of the language. */
export function showNumber(number: number, language: 'vi' | 'en'): string {
  const [whole = '', decimals] = String(number).split('.');
  const grouped = group(Number(whole), language === 'vi' ? '.' : ',');
  return decimals === undefined ? grouped : `${grouped}${language === 'vi' ? ',' : '.'}${decimals}`;
}

/** `1,5` or `1.5`; thousands are not grouped while typing a measure. Undefined when it is not a plain number. */
export function parseDecimal(text: string): number | undefined {
  const tidy = text.trim().replace(',', '.');
  return /^-?\d{1,15}(?:\.\d{1,6})?$/.test(tidy) ? Number(tidy) : undefined;
}

function group(number: number, sign: string): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, sign);
}
