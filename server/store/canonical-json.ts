/**
 * One text for one value, whatever order its keys came in: keys sorted by code
 * unit, no blanks (RFC 8785 for the plain values that facts consist of). Instants
 * become ISO text, and what JSON cannot hold is left out, as when it is stored.
 */
export function canonicalJson(value: unknown): string {
  return write(JSON.parse(JSON.stringify(value)) as unknown);
}

function write(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${write(member)}`).join(',')}}`;
}
