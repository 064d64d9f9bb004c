import { type Finding, finding } from './finding';
import { type ComponentCase, type ComponentItem } from './record';
import { cutAt, oneLine, said } from './repair-text';
import { splitFormFile } from './split-form-file';

const HEAD = /Tên giấy tờ\s*Mẫu đơn, tờ khai\s*Số lượng/u;
/** A count closes a row: what follows is the next row, or nothing. "01 bản chính" and a count before a bracket or a stop are text. */
const COUNT = /(?<!(?<!\d)0)(\d) ?bản (chính|sao)(?:, ?(\d+) ?bản (sao|chính))?(?=$|\s*[\p{Lu}\d\-–+*•"“([…]|\s*[a-zđ]\)|-)/gu;

/**
 * The component tables: one for each case, whose label stands before its head.
 * Rows are cut at their counts; between the last count and the next head stands
 * the label of the next case.
 */
export function readComponents(table: string): { components: ComponentCase[]; findings: Finding[] } {
  const text = oneLine(table);
  const pieces = text.split(HEAD);
  if (said(text) === null && text !== '----' && !/^-+$/u.test(text)) return { components: [], findings: [] };
  if (pieces.length === 1) return { components: [{ case: null, items: [], text: cutAt(text, 400).text }], findings: [] };
  const findings: Finding[] = [];
  const components: ComponentCase[] = [];
  let label = pieces[0]!;
  for (const [order, piece] of pieces.slice(1).entries()) {
    const { items, tail, glued } = readRows(piece);
    components.push({ case: labelOf(label), items, text: null });
    if (glued !== undefined) findings.push(finding('count-glued-to-digit', `components[${order}]`, glued));
    if (order === pieces.length - 2 && tail !== '') findings.push(finding('component-tail-text', `components[${order}]`, tail));
    label = tail;
  }
  return { components, findings };
}

function readRows(piece: string): { items: ComponentItem[]; tail: string; glued: string | undefined } {
  const items: ComponentItem[] = [];
  let from = 0;
  let glued: string | undefined;
  for (const found of piece.matchAll(COUNT)) {
    const name = piece.slice(from, found.index).trim();
    if (/\d$/u.test(name)) glued ??= `${name.slice(-20)}${found[0]}`;
    items.push({ ...nameAndForm(name), ...countsOf(found) });
    from = found.index + found[0].length;
  }
  return { items, tail: piece.slice(from).trim(), glued };
}

/** The last digit before the words is the count: "…30/6/20261 bản chính" is of 2026, one original. */
function countsOf(found: RegExpExecArray | RegExpMatchArray): { original: number; copy: number } {
  const counts = { chính: 0, sao: 0 };
  counts[found[2] as 'chính' | 'sao'] += Number(found[1]);
  if (found[4]) counts[found[4] as 'chính' | 'sao'] += Number(found[3]);
  return { original: counts.chính, copy: counts.sao };
}

function nameAndForm(glued: string): Pick<ComponentItem, 'name' | 'form' | 'cut'> {
  const { name, form } = splitFormFile(glued);
  const { text, cut } = cutAt(name, 350);
  return { name: text, form, cut };
}

function labelOf(text: string): string | null {
  const label = text.trim();
  return label === '' || /^[-–]+$/u.test(label) ? null : cutAt(label, 300).text;
}
