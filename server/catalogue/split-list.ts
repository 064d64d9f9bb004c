/**
 * Splits a list by comma where its entries may hold commas themselves: one
 * inside brackets, or one before a small letter ("Cán bộ, công chức, viên
 * chức"), belongs to the entry.
 */
export function splitList(text: string): string[] {
  const entries: string[] = [];
  let depth = 0;
  let entry = '';
  for (const piece of text.split(/([,()])/u)) {
    if (piece === '(') depth += 1;
    if (piece === ')') depth = Math.max(0, depth - 1);
    if (piece === ',' && depth === 0) {
      entries.push(entry);
      entry = '';
    } else entry += piece;
  }
  entries.push(entry);
  return joined(entries.map((one) => one.trim()).filter((one) => one !== ''));
}

function joined(pieces: readonly string[]): string[] {
  const entries: string[] = [];
  for (const piece of pieces) {
    const last = entries.at(-1);
    if (last !== undefined && /^\p{Ll}/u.test(piece)) entries[entries.length - 1] = `${last}, ${piece}`;
    else entries.push(piece);
  }
  return entries;
}
