import fc from 'fast-check';
import { type z } from 'zod';
import { type AnyEndpoint } from '../../../server/contract/endpoint';
import { type Ask } from '../matrix/asks/ask';
import { badText, badValue } from './bad-values';
import { type Place, placesIn, placesOf, removed, replaced } from './places';
import { shaped } from './shaped';

/** A request as it goes out on the wire: an address, headers (null: not sent), bytes. */
export type Request = {
  method: string;
  /** Path and query, percent-encoded or not, as they are sent. */
  address: string;
  headers: Record<string, string | null>;
  body: string | Buffer | undefined;
  /** Whether the address may name another door, or none. */
  isElsewhere?: boolean;
  /** In words, for whoever must find it again. */
  what: string;
};

/** Where a page might begin, in words that only look like ours. */
const PLACES_IN_LISTS = ['work', 'procedures', 'my-dossiers', 'accesses', 'dossiers'].flatMap((list) =>
  [
    ['9999-12-31T23:59:59.999Z', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
    ['0001-01-01T00:00:00Z', '00000000-0000-0000-0000-000000000000'],
    ['2026-11-25T02:00:00Z', 9_007_199_254_740_991],
    [null, 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
    ['2.000635'],
    ['\u0000'],
    [{ toString: 1 }, []],
  ].map((place) => Buffer.from(JSON.stringify([list, ...place])).toString('base64url')),
);
const JSON_BODY = { 'Content-Type': 'application/json' };

/** Requests of a door that are each wrong in one way, made from one that is right. */
export function spoiled(endpoint: AnyEndpoint, ask: Ask, ids: readonly string[]): fc.Arbitrary<Request> {
  const bad = badValue(ids);
  const kinds: { weight: number; arbitrary: fc.Arbitrary<Request> }[] = [
    { weight: 1, arbitrary: badHeaders().map(({ what, headers }) => ({ ...rightOne(endpoint, ask), headers, what })) },
    { weight: 1, arbitrary: badAddress(endpoint, ask) },
  ];
  const params = Object.keys(ask.params ?? {});
  if (params.length)
    kinds.push({
      weight: 3,
      arbitrary: fc.tuple(fc.constantFrom(...params), fc.oneof(badText, fc.constantFrom(...ids), fc.uuid())).map(([name, text]) => ({
        ...rightOne(endpoint, { ...ask, params: { ...ask.params, [name]: text } }),
        isElsewhere: true,
        what: `${name} = ${text}`,
      })),
    });
  const asked = [...new Set([...Object.keys(ask.query ?? {}), ...placesOf(endpoint.query).map(([name]) => String(name))])];
  kinds.push({ weight: asked.length ? 4 : 1, arbitrary: badQuery(endpoint, ask, asked) });
  if (endpoint.takes === 'json')
    kinds.push(
      { weight: 9, arbitrary: badBody(endpoint, ask, bad) },
      { weight: 4, arbitrary: shapedBody(endpoint, ask, ids) },
      { weight: 2, arbitrary: badBytes(endpoint, ask) },
    );
  if (endpoint.takes === 'bytes')
    kinds.push({
      weight: 6,
      arbitrary: fc
        .constantFrom(0, 1, 76, 78, 5000, 9_000_000)
        .map((length) => ({ ...rightOne(endpoint, ask), body: Buffer.alloc(length, 'a'), what: `${length} bytes` })),
    });
  return fc.oneof(...kinds);
}

/** The request that would be answered. */
export function rightOne({ method, path, takes }: AnyEndpoint, { params = {}, query, body, raw, headers = {} }: Ask): Request {
  const place = path.replace(/:(\w+)/g, (_whole, name: string) => encoded(short(params[name] ?? '')));
  const sent = takes === 'json' ? { body: JSON.stringify(body ?? {}), headers: { ...JSON_BODY, ...headers } } : { body: raw, headers };
  return {
    method,
    address: query ? `${place}?${new URLSearchParams(Object.entries(query).map(([name, text]) => [name, short(text)])).toString()}` : place,
    ...sent,
    what: 'right',
  };
}

function badBody(endpoint: AnyEndpoint, ask: Ask, bad: fc.Arbitrary<unknown>): fc.Arbitrary<Request> {
  const body = ask.body ?? {};
  const there = placesIn(body);
  const all: Place[] = [...there, ...there, ...placesOf(endpoint.body)];
  const withBody = (changed: unknown, what: string): Request => ({ ...rightOne(endpoint, ask), body: JSON.stringify(changed), what });
  const whole = bad.map((value) => withBody(value, `the body is ${shown(value)}`));
  const unknown = fc
    .tuple(
      fc.constantFrom<Place>([], ...there.filter(({ length }) => length < 3)),
      fc.constantFrom('khong-co', '__proto__', 'constructor', 'toString', ''),
      bad,
    )
    .map(([place, name, value]) => withBody(replaced(body, [...place, name], value), `${[...place, name].join('.')} is unknown`));
  if (!all.length) return fc.oneof(whole, unknown);
  const at = fc.constantFrom(...all);
  return fc.oneof(
    {
      weight: 8,
      arbitrary: fc.tuple(at, bad).map(([place, value]) => withBody(replaced(body, place, value), `${place.join('.')} = ${shown(value)}`)),
    },
    { weight: 2, arbitrary: at.map((place) => withBody(removed(body, place), `${place.join('.')} is missing`)) },
    { weight: 1, arbitrary: unknown },
    { weight: 1, arbitrary: whole },
  );
}

/** A body of the right shape throughout; some of its fields, and the version where one is expected, may be those of the right one. */
function shapedBody(endpoint: AnyEndpoint, ask: Ask, ids: readonly string[]): fc.Arbitrary<Request> {
  const right = (ask.body ?? {}) as Record<string, unknown>;
  const names = Object.keys(right);
  const kept = fc.oneof(fc.constant(names), fc.subarray(names), fc.constant(names.filter((name) => name === 'expectedVersion')));
  return fc.tuple(shaped(endpoint.body as z.ZodType, ids), kept, fc.nat()).map(([value, keep, at]) => {
    const all = { ...(value as Record<string, unknown>) };
    const but = keep.length === names.length ? names[at % (names.length || 1)] : undefined;
    for (const name of keep) if (name !== but || name === 'expectedVersion') all[name] = right[name];
    return { ...rightOne(endpoint, ask), body: JSON.stringify(all), what: `of the right shape: ${shown(all, 300)}` };
  });
}

/** What is no JSON, too much of it, or called by another name. */
function badBytes(endpoint: AnyEndpoint, ask: Ask): fc.Arbitrary<Request> {
  const right = rightOne(endpoint, ask);
  const text = String(right.body);
  const typed = (type: string | null) => ({ headers: { ...right.headers, 'Content-Type': type } });
  const packed = (how: string) => ({ headers: { ...right.headers, 'Content-Encoding': how } });
  return fc.constantFrom<Request>(
    { ...right, body: text.slice(0, -1), what: 'cut off' },
    { ...right, body: `${text}}`, what: 'one brace too many' },
    { ...right, body: '', what: 'no body' },
    { ...right, body: 'null', what: 'null' },
    { ...right, body: `\ufeff${text}`, what: 'with a byte order mark' },
    { ...right, body: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), what: 'no UTF-8' },
    { ...right, body: '['.repeat(100_000), what: 'a hundred thousand brackets' },
    { ...right, body: `{"a":"${'x'.repeat(1_200_000)}"}`, what: 'too large' },
    { ...right, body: '{"a":1,"a":2,"__proto__":{"isAdmin":true}}', what: 'one name twice' },
    { ...right, ...typed('text/plain'), what: 'called text' },
    { ...right, ...typed(null), what: 'called nothing' },
    { ...right, ...typed('application/json; charset=utf-7'), what: 'in UTF-7' },
    { ...right, ...typed('multipart/form-data'), what: 'a form without its boundary' },
    { ...right, ...typed('application/x-www-form-urlencoded'), body: 'a=%ED%A0%80&b[__proto__]=1&=&%', what: 'a broken form' },
    { ...right, ...packed('gzip'), what: 'said to be packed' },
    { ...right, ...packed('x-khong-co'), what: 'packed in an unknown way' },
  );
}

function badHeaders(): fc.Arbitrary<{ headers: Record<string, string | null>; what: string }> {
  const wrong: Record<string, string | null>[] = [
    { 'Idempotency-Key': null },
    { 'Idempotency-Key': 'x' },
    { 'Idempotency-Key': 'k'.repeat(5000) },
    { 'Idempotency-Key': "' or 1=1 --" },
    { 'X-CSRF-Token': null },
    { 'X-CSRF-Token': 'x'.repeat(3000) },
    { Cookie: '__Host-session=%E0%A4%A; =; ;;' },
    { Cookie: `__Host-session=${'e30.'.repeat(3)}` },
    { Origin: 'https://example.com' },
    { 'X-Forwarded-For': 'khong-co, ::ffff:999.1.1.1' },
    { 'If-None-Match': '"' },
    { Range: 'bytes=99999999999999999999-1' },
    { Accept: 'image/gif' },
    { 'Accept-Language': '*;q=9' },
    { Host: 'a b' },
  ];
  return fc.constantFrom(...wrong).map((headers) => ({ headers, what: JSON.stringify(headers).slice(0, 80) }));
}

function badAddress(endpoint: AnyEndpoint, ask: Ask): fc.Arbitrary<Request> {
  const right = rightOne(endpoint, ask);
  const [place = '', ...query] = right.address.split('?');
  const asked = query.length ? `?${query.join('?')}` : '';
  return fc
    .constantFrom('%', '%00', '%ED%A0%80', '%2e%2e%2f', '/', '//', ';a=1', '%252e', 'é', '.json', `/${'a'.repeat(9000)}`)
    .map((tail) => ({ ...right, address: place + tail + asked, isElsewhere: true, what: `the address ends in ${tail.slice(0, 20)}` }));
}

function badQuery(endpoint: AnyEndpoint, ask: Ask, asked: readonly string[]): fc.Arbitrary<Request> {
  const right = rightOne(endpoint, ask);
  const joined = (more: string) => `${right.address}${right.address.includes('?') ? '&' : '?'}${more}`;
  const names = fc.constantFrom(...(asked.length ? asked : ['khong-co']));
  return fc.oneof(
    fc.tuple(names, badText).map(([name, text]) => ({
      ...rightOne(endpoint, { ...ask, query: { ...ask.query, [name]: text } }),
      what: `?${name}=${text.slice(0, 60)}`,
    })),
    fc
      .tuple(
        names,
        fc.constantFrom('%', '%ff', 'a&NAME=b', 'x&NAME[a]=1', '', 'null', '-1', '1e9', 'eyJhIjoxfQ', 'AAAA', ...PLACES_IN_LISTS),
      )
      .map(([name, value]) => ({ ...right, address: joined(`${name}=${value.replace('NAME', name)}`), what: `?${name}=${value}` })),
    fc
      .constantFrom('khong-co=1', '__proto__[a]=1', '&&&=', 'a'.repeat(7000))
      .map((more) => ({ ...right, address: joined(more), what: `?${more.slice(0, 30)}` })),
  );
}

/** An address longer than Node reads never comes as far as a door. */
function short(text: string): string {
  return text.slice(0, 1200);
}

/** As encodeURIComponent, and a lone surrogate as the three bytes that no decoder takes. */
function encoded(text: string): string {
  return [...text].map((one) => (/^[\ud800-\udfff]$/.test(one) ? '%ED%A0%80' : encodeURIComponent(one))).join('');
}

function shown(value: unknown, most = 80): string {
  return String(JSON.stringify(value)).slice(0, most);
}
