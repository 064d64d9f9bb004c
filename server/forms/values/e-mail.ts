const LOCAL = /^[^\s@<>(),;:"\\[\]]{1,64}$/;
const LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

/** An address that a mail can be sent to, the part after the @ in small letters. Undefined when it cannot be one (lengths of RFC 5321). */
export function parseEmail(text: string): string | undefined {
  const tidy = text.trim();
  const at = tidy.lastIndexOf('@');
  if (tidy.length > 254 || at < 1) return undefined;
  const local = tidy.slice(0, at);
  const labels = tidy.slice(at + 1).split('.');
  if (!LOCAL.test(local) || /^\.|\.$|\.\./.test(local)) return undefined;
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label))) return undefined;
  return `${local}@${labels.join('.').toLowerCase()}`;
}
