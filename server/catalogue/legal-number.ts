/** Issuers whose letters are known, so that a name glued to a number can be told from it. */
const ISSUERS = [
  'BNNPTNT|BTTTTT|BTNMT|BNNMT|BGTVT|BKHĐT|BLĐTBXH|BGDĐT|BKHCN|BTTTT|BVHTTDL|BDTTG|BTC|BTP|BCA|BQP|BXD|BNV|BYT|BCT|BNG',
  'NHNN|VPCP|VPQH|TTCP|TANDTC|VKSNDTC|BHXH|UBTVQH\\d{2}|UBDT|HĐND|UBND|TTg|TTG|CP|QH\\d{2}|C06|QLXNC',
].join('|');
const TYPES = 'TTLT|TT|NĐ|NQLT|NQ|QĐ|CT|PL|VBHN|L|CĐ|KH|HD';
/** A run of capitals that is no known issuer; the capital before a small letter begins the next name. */
const CAPITALS = '[A-ZĐƯ]+(?![\\p{Ll}])|[A-ZĐƯ]+?(?=[A-ZĐƯ]\\p{Ll})';
const TAIL = `(?:(?:QH|UBTVQH)\\d{2}|(?:${TYPES})(?:[-_/] ?(?:${ISSUERS}|${CAPITALS}))+|(?:${ISSUERS})(?:[-_/](?:${TYPES}|${ISSUERS}))+)`;

/** The number of a document such as 118/2025/NĐ-CP, wherever it stands in a glued text. */
export const LEGAL_NUMBER = new RegExp(`(?<run>\\d{1,12}(?:\\.\\d{1,4})?[a-z]?)(?<rest>/(?:\\d{4}/)?${TAIL})`, 'gu');

/** How such a number is written when it is written well. */
const WELL_WRITTEN = new RegExp(
  `^\\d+(?:\\.\\d+)?[a-z]?/(?:\\d{4}/)?(?:(?:UBTV)?QH\\d{2}|(?:${TYPES})(?:[-/](?:${ISSUERS}|[A-ZĐƯ]{3,}))+)$`,
  'u',
);

/** Whether a number is written as documents write it; "NĐ-C", "TT_BCA", "CP-NĐ" and a blank inside are not. */
export function isWellWritten(number: string): boolean {
  return WELL_WRITTEN.test(number);
}

/** Splits the year that ends a name from the number glued to it: 202076/2025/QH15 is a name of 2020 and number 76. */
export function splitYear(run: string): { year: string; number: string } {
  const found = /^(.*?(?:19|20)\d{2}\.?)(\d{1,4}(?:\.\d+)?[a-z]?)$/u.exec(run);
  if (!found || run.length <= 4) return { year: '', number: run };
  return { year: found[1]!, number: found[2]! };
}
