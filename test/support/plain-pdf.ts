/** Writes a PDF by hand: objects as text or bytes, a table that is right, a trailer. For files that no library would write. */
export function plainPdf(objects: Readonly<Record<number, string | Buffer>>, trailer = '/Root 1 0 R'): Buffer {
  return appendObjects(Buffer.from('%PDF-1.7\n'), objects, trailer);
}

/** Appends one update. `trailer` is whole but for size and the earlier table. */
export function appendObjects(before: Buffer, objects: Readonly<Record<number, string | Buffer>>, trailer: string): Buffer {
  const parts = [before, Buffer.from('\n')];
  let at = before.length + 1;
  const entries: string[] = [];
  for (const [number, content] of Object.entries(objects)) {
    const object = Buffer.concat([Buffer.from(`${number} 0 obj\n`), Buffer.from(content), Buffer.from('\nendobj\n')]);
    entries.push(`${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`);
    parts.push(object);
    at += object.length;
  }
  const size = Math.max(...Object.keys(objects).map(Number)) + 1;
  parts.push(Buffer.from(`xref\n${entries.join('')}trailer\n<< /Size ${size} ${trailer} >>\nstartxref\n${at}\n%%EOF`));
  return Buffer.concat(parts);
}

/** The offset that the last `startxref` names. */
export function startOf(file: Buffer): number {
  return Number(/startxref\n(\d+)\n%%EOF\s*$/.exec(file.subarray(-64).toString('latin1'))![1]);
}
