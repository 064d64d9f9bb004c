/** A province's name as lists compare it: "Tỉnh Hà  Tĩnh", "hà tĩnh" and "TP. Huế", "thành phố Huế", and "Thanh Hoá", "Thanh Hóa" are the same three. */
export function plainProvinceName(name: string): string {
  const words = name.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/g, ' ').trim();
  return words.replace(/^(?:tỉnh|thành phố|tp\.?)\s*/, '').replace(/o([àáảãạ])(?!\p{L})/gu, (_both, toned: string) => TONE_ON_O[toned]!);
}

/** Two ways of writing the tone of 'oa' are both in use. */
const TONE_ON_O: Readonly<Record<string, string>> = { à: 'òa', á: 'óa', ả: 'ỏa', ã: 'õa', ạ: 'ọa' };
