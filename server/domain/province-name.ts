/** A province's name as lists compare it: "Tỉnh Hà  Tĩnh", "hà tĩnh" and "TP. Huế", "thành phố Huế" are the same two. */
export function plainProvinceName(name: string): string {
  const words = name.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/g, ' ').trim();
  return words.replace(/^(?:tỉnh|thành phố|tp\.?)\s*/, '');
}
