import { z } from 'zod';

/** Where something stands in a body: names of fields and places in lists. */
export type Place = readonly (string | number)[];
type Schema = { properties?: Record<string, Schema>; items?: Schema; anyOf?: Schema[]; oneOf?: Schema[]; allOf?: Schema[]; $ref?: string };

const DEEPEST = 5;
const MOST = 250;

/** Every place that a shape describes, those of lists at their first element. */
export function placesOf(shape: z.ZodType): Place[] {
  const schema = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as Schema & { $defs?: Record<string, Schema> };
  const found = new Map<string, Place>();
  visit(schema, []);
  return [...found.values()].slice(0, MOST);

  function visit(one: Schema, place: Place): void {
    if (place.length > DEEPEST) return;
    if (place.length) found.set(JSON.stringify(place), place);
    const referred = one.$ref === undefined ? undefined : schema.$defs?.[one.$ref.replace('#/$defs/', '')];
    for (const other of [...(one.anyOf ?? []), ...(one.oneOf ?? []), ...(one.allOf ?? []), ...(referred ? [referred] : [])])
      visit(other, place);
    for (const [name, inner] of Object.entries(one.properties ?? {})) visit(inner, [...place, name]);
    if (one.items && typeof one.items === 'object') visit(one.items, [...place, 0]);
  }
}

/** Every place that a body has. */
export function placesIn(value: unknown, place: Place = []): Place[] {
  const inner =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, one]) => placesIn(one, [...place, Array.isArray(value) ? Number(name) : name]))
      : [];
  return place.length ? [place, ...inner] : inner;
}

/** The same body with something else at a place; what is missing on the way there is made. */
export function replaced(body: unknown, [name, ...rest]: Place, value: unknown): unknown {
  if (name === undefined) return value;
  if (typeof name === 'number') {
    const list: unknown[] = Array.isArray(body) ? [...(body as unknown[])] : [];
    list[name] = replaced(list[name], rest, value);
    return list;
  }
  const fields = typeof body === 'object' && body !== null && !Array.isArray(body) ? Object.entries(body) : [];
  const before = fields.find(([one]) => one === name)?.[1] as unknown;
  // by entries, so that even __proto__ is a field like any other
  return Object.fromEntries([...fields.filter(([one]) => one !== name), [name, replaced(before, rest, value)]]);
}

/** The same body without what stands at a place. */
export function removed(body: unknown, [name, ...rest]: Place): unknown {
  if (typeof body !== 'object' || body === null || name === undefined) return body;
  if (Array.isArray(body))
    return body.filter((_, at) => at !== name || rest.length).map((one: unknown, at) => (at === name ? removed(one, rest) : one));
  const fields = Object.entries(body).filter(([one]) => one !== name || rest.length);
  return Object.fromEntries(fields.map(([one, value]) => [one, one === name ? removed(value, rest) : (value as unknown)]));
}
