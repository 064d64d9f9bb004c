/** NUL and half of a surrogate pair: neither text nor JSON of PostgreSQL keeps them. */
const UNSTORABLE = /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** The places of a parsed body where a name or a text cannot be kept, as `a.0.b`. */
export function unstorablePlaces(value: unknown, place: string): string[] {
  if (typeof value === 'string') return UNSTORABLE.test(value) ? [place] : [];
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => (UNSTORABLE.test(name) ? [place] : unstorablePlaces(inner, `${place}.${name}`)));
}
