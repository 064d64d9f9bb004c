/**
 * A telephone number as it is stored: Vietnamese numbers from 0 (mobile 10
 * digits, fixed 11 with 02), others with + and country code (E.164). Undefined
 * when it is none of these.
 */
export function parsePhone(text: string): string | undefined {
  const tidy = text.replace(/[\s().-]/gu, '').replace(/^00/, '+');
  const national = tidy.replace(/^\+?84(?=[235789]\d{8,9}$)/, '0');
  if (/^0(?:[35789]\d{8}|2\d{9})$/.test(national)) return national;
  return /^\+(?!84)[1-9]\d{6,14}$/.test(tidy) ? tidy : undefined;
}

/** `0912 345 678`: the way a person reads it aloud. */
export function showPhone(stored: string): string {
  const mobile = /^(0\d{3})(\d{3})(\d{3})$/.exec(stored);
  return mobile ? `${mobile[1]} ${mobile[2]} ${mobile[3]}` : stored;
}
