import { type Finding, finding } from './finding';
import { LEGAL_NUMBER, splitYear } from './legal-number';
import { type LegalBase } from './record';
import { cutAt, oneLine, said } from './repair-text';

const HEAD = /^Tên văn bản pháp lý\s*Mã văn bản/u;
/** A kind of document in the cell of the number, glued to the name before it. */
const WORDS = /(?<=[\p{Ll}.])(?:[Ss]ố|Thông tư|TT|Nghị định|Nghị quyết|Quyết định|Luật)$/u;
/** From this length on, a name is perhaps two rows whose boundary was lost. */
const LONG_NAME = 250;

interface Cell {
  readonly number: string;
  readonly from: number;
  readonly to: number;
  readonly isGluedToYear: boolean;
}

/**
 * The table of legal bases: name and number, all glued. A number is a cell
 * where the next name follows without a blank, or where it follows a name
 * without one; else it stands inside a name.
 */
export function readLegalBases(table: string): { legalBases: LegalBase[]; findings: Finding[] } {
  const text = oneLine(table).replace(HEAD, '');
  if (said(text) === null) return { legalBases: [], findings: [] };
  const legalBases: LegalBase[] = [];
  const findings: Finding[] = [];
  let from = 0;
  for (const cell of cellsOf(text)) {
    const place = `legalBases[${legalBases.length}]`;
    const cut = text.slice(from, cell.from).trim();
    const name = cut.replace(WORDS, '');
    if (name !== cut) findings.push(finding('legal-number-with-words', place, cut.slice(name.length)));
    if (cell.isGluedToYear) findings.push(finding('legal-number-glued-to-digit', place, cell.number));
    if (name.length > LONG_NAME) findings.push(finding('legal-rows-perhaps-merged', place, name));
    legalBases.push(baseOf(cell.number, name));
    from = cell.to;
  }
  const rest = text.slice(from).trim();
  if (/\p{L}/u.test(rest)) {
    if (rest.length > LONG_NAME) findings.push(finding('legal-rows-perhaps-merged', `legalBases[${legalBases.length}]`, rest));
    legalBases.push(baseOf(null, rest));
  }
  return { legalBases, findings };
}

function cellsOf(text: string): Cell[] {
  const numbers = [...latin(text).matchAll(LEGAL_NUMBER)].map((found) => {
    const { year, number } = splitYear(found.groups!['run']!);
    const from = found.index + year.length;
    return { number: `${number}${found.groups!['rest']!}`, from, to: found.index + found[0].length, isGluedToYear: year !== '' };
  });
  return numbers.filter((one, order) => {
    const next = numbers[order + 1];
    const after = text[one.to] ?? '';
    const before = text[one.from - 1] ?? '';
    if (next?.from === one.to) return next.number !== one.number && /\p{L}/u.test(before);
    if (after === '' || /[\p{L}\d]/u.test(after)) return true;
    return /\s/u.test(after) && /[\p{L}\d]/u.test(before);
  });
}

function baseOf(number: string | null, name: string): LegalBase {
  return { number, name: cutAt(name, 300).text, date: number === null ? null : dateIn(name) };
}

/** Letter for letter: a Cyrillic look-alike inside a number must not break it. */
function latin(text: string): string {
  const alike: Readonly<Record<string, string>> = {
    А: 'A',
    В: 'B',
    Е: 'E',
    К: 'K',
    М: 'M',
    Н: 'H',
    О: 'O',
    Р: 'P',
    С: 'C',
    Т: 'T',
    Х: 'X',
  };
  return text.replace(/[АВЕКМНОРСТХ]/gu, (letter) => alike[letter]!);
}

/** The first date in a name, as a date that there is. */
function dateIn(name: string): string | null {
  const found = /(\d{1,2})\s*(?:\/|-|\s+tháng\s+)(\d{1,2})\s*(?:\/|-|\s+năm\s+)(\d{4})(?!\d)/u.exec(name);
  if (!found) return null;
  const [day, month, year] = [Number(found[1]), Number(found[2]), Number(found[3])];
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1945) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
