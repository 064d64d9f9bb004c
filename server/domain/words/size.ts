/** `20 MB`, `300 KB`, `100 byte`: the same in both languages; never more than there is. */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} byte`;
  return bytes < 1_048_576 ? `${Math.floor(bytes / 1024)} KB` : `${Math.floor((bytes / 1_048_576) * 10) / 10} MB`.replace('.', ',');
}
