import { type Finding } from './finding';
import { type PublishedResult } from './record';
import { cutAt, oneLine } from './repair-text';

const WELL_FORMED = /^KQ\.[A-Z]\d{2}\.\d{6}$/u;
/** A code as it is glued to the next name: the well-formed one, else up to the last digit before a capital, else small letters. */
const GLUED_CODE = /^(?:KQ\.[A-Z]\d{2}\.\d{6}(?!\d)|[A-Za-z0-9._-]*?\d(?=\p{Lu})|[a-z]+(?=\p{Lu}))/u;

/** The results, each "name Mã: code" with the next one glued to it. A malformed code is kept as it is. */
export function readResults(part: string): { results: PublishedResult[]; findings: Finding[] } {
  const pieces = oneLine(part).split(/Mã:\s*/u);
  const results: PublishedResult[] = [];
  let name = pieces[0]!.trim();
  for (const [order, piece] of pieces.slice(1).entries()) {
    const isLast = order === pieces.length - 2;
    const code = isLast && /^\S+$/u.test(piece) ? piece : (GLUED_CODE.exec(piece)?.[0] ?? '');
    results.push(resultOf(name, code));
    name = piece.slice(code.length).trim();
  }
  if (name !== '' && name !== 'Không có thông tin') results.push(resultOf(name, ''));
  return { results, findings: [] };
}

function resultOf(written: string, code: string): PublishedResult {
  const { text, cut } = cutAt(written, 250);
  return { name: text, code: code === '' ? null : code, codeOk: code === '' || WELL_FORMED.test(code), cut };
}
