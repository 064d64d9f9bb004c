import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { allEndpoints } from '../../server/contract/endpoints';
import { csrfTokenOf } from '../../server/http/csrf';
import { type AnyEndpoint } from '../../server/contract/endpoint';
import { type Client } from '../support/client';
import { useOffice } from '../support/server';

const office = useOffice();
const pathOf = ({ path }: AnyEndpoint) => path.replace(/:\w+/g, () => randomUUID());
const doors = allEndpoints;
/** Harmless, keyed and open to anybody. */
const REGISTER = '/api/accounts';
const person = (more: object = {}) => ({
  userName: `a${randomUUID().slice(0, 8)}`,
  password: 'gánh lúa qua cầu',
  fullName: 'Lê Văn A',
  ...more,
});

test.each(doors.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))(
  '%s carries every header of safety, whatever it answers, and asks for a session where it is not open to anyone',
  async (_what, endpoint) => {
    const { status, headers } = await office.nobody().send(endpoint.method, pathOf(endpoint), {}, {});
    if (endpoint.audience.kind !== 'anyone') expect(status).toBe(401);
    expect(status).not.toBe(405);
    expectSafe(headers);
  },
);

test.each([
  ['an address that leads nowhere', 'GET', '/api/nothing', 404],
  ['an address that cannot be decoded', 'GET', '/api/dossiers/%E0%A4%A', 404],
  ['the root', 'GET', '/', 404],
  ['a method that is not taken', 'PATCH', '/api/me', 405],
  ['another method that is not taken', 'DELETE', '/api/me', 405],
])('%s is a problem with every header of safety', async (_what, method, path, status) => {
  const answer = await office.nobody().send(method, path, {}, {});
  expect(answer).toMatchObject({ status, body: { status, requestId: answer.headers.get('X-Request-Id') } });
  expect(answer.headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8');
  expectSafe(answer.headers);
});

test('a method that is not taken is told with those that are', async () => {
  const refused = await office.nobody().send('PATCH', '/api/sessions', {}, {});
  expect(refused.headers.get('Allow')).toBe('POST, GET, HEAD, OPTIONS');
  const options = await office.nobody().send('OPTIONS', '/api/sessions', {}, { headers: { Origin: 'https://evil.example' } });
  expect([options.status, options.headers.get('Allow')]).toEqual([204, 'POST, GET, HEAD, OPTIONS']);
  expect(options.headers.get('Access-Control-Allow-Origin')).toBeNull();
});

test('HEAD answers as GET does, without the body', async () => {
  const answer = await office.as('clerk').send('HEAD', '/api/me', undefined, {});
  expect([answer.status, answer.body]).toEqual([200, undefined]);
  expectSafe(answer.headers);
});

test.each([
  ['is no JSON', { raw: '{"userName":' }, 400, 'malformed-body'],
  ['is JSON but no object', { raw: '"text"' }, 400, 'malformed-body'],
  ['is a form', { raw: 'userName=a', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }, 415, 'unsupported-media'],
  ['is plain text that looks like JSON', { raw: '{}', headers: { 'Content-Type': 'text/plain' } }, 415, 'unsupported-media'],
  ['does not say what it is', { raw: Buffer.from('{}'), headers: { 'Content-Type': null } }, 415, 'unsupported-media'],
  ['is packed', { raw: '{}', headers: { 'Content-Encoding': 'gzip' } }, 415, 'unsupported-media'],
  [
    'is in a writing that nobody uses',
    { raw: '{}', headers: { 'Content-Type': 'application/json; charset=ebcdic' } },
    415,
    'unsupported-media',
  ],
  ['is larger than a megabyte', { raw: JSON.stringify(person({ fullName: 'x'.repeat(1_100_000) })) }, 413, 'body-too-large'],
])('a body that %s is refused as such', async (_what, wish, status, code) => {
  expect(await office.nobody().post(REGISTER, undefined, wish)).toMatchObject({ status, body: { code } });
});

test.each([
  ['an unknown field', person({ isVerified: true }), 'body'],
  ['a missing field', { userName: 'abc' }, 'body.password'],
  ['a wrong type', person({ fullName: 7 }), 'body.fullName'],
  ['a list for a text', person({ fullName: ['a'] }), 'body.fullName'],
  ['a NUL in a text', person({ fullName: 'Lê\u0000' }), 'body.fullName'],
  ['half a sign in a text', person({ fullName: 'Lê \ud83c' }), 'body.fullName'],
  ['a NUL in a password', person({ password: 'gánh lúa\u0000 qua cầu' }), 'body.password'],
  ['half a sign in a password', person({ password: 'gánh lúa qua cầu \udf3e' }), 'body.password'],
  ['a user name with a space', person({ userName: 'le van a' }), 'body.userName'],
  ['a password without end', person({ password: 'gánh lúa qua cầu '.repeat(100) }), 'body.password'],
  ['letters in a citizen number', person({ citizenNumber: '04219099900A' }), 'body.citizenNumber'],
])('%s is refused by its place, and never repeated', async (_what, body, place) => {
  const { status, body: problem } = await office.nobody().post(REGISTER, body);
  expect([status, problem.code]).toEqual([422, 'invalid-input']);
  expect(problem.faults.map(({ path }: { path: string }) => path)).toContain(place);
  expect(JSON.stringify(problem)).not.toContain('gánh lúa');
});

test('fields that would reach into every object are refused, not merged', async () => {
  const raw = JSON.stringify(person()).replace('{', '{"__proto__":{"isVerified":true},"constructor":{"prototype":{"x":1}},');
  expect((await office.nobody().post(REGISTER, undefined, { raw })).status).toBe(422);
  expect(({} as { isVerified?: boolean }).isVerified).toBeUndefined();
});

test.each(['/api/sessions?x=1', '/api/sessions?a[b]=c', '/api/identity/begin?returnTo=/a&returnTo=/b', '/api/sessions?__proto__=1'])(
  'what an address asks beside its description is refused: %s',
  async (path) => {
    expect((await office.as('clerk').get(path)).status).toBe(422);
  },
);

test('an id that is none is refused before anything is looked for', async () => {
  expect((await office.as('clerk').delete('/api/sessions/1%20or%201')).status).toBe(422);
});

test('a write without its key is refused, and so is a key of another shape', async () => {
  const send = (key: string | null) => office.nobody().post(REGISTER, person(), { headers: { 'Idempotency-Key': key } });
  for (const key of [null, 'short', 'with space in it', 'x'.repeat(101)])
    expect(await send(key)).toMatchObject({ status: 400, body: { code: 'key-missing' } });
});

test('the same key and body get the same answer and one act; another body is refused', async () => {
  const [key, body] = [randomUUID(), person()];
  const first = await office.nobody().post(REGISTER, body, { key });
  const again = await office.nobody().post(REGISTER, body, { key });
  expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
  expect(again.headers.get('Idempotency-Replayed')).toBe('true');
  expect(await office.nobody().post(REGISTER, person(), { key })).toMatchObject({ status: 422, body: { code: 'key-reused' } });
});

test('nothing of a password is kept with the answers to requests', async () => {
  const body = person();
  await office.nobody().post(REGISTER, body, { key: 'the-key-of-this-test' });
  const [rows] = await office.sequelize.query(`select body_sha256, answer from requests where key = 'the-key-of-this-test'`);
  expect(rows).toHaveLength(1);
  expect((rows[0] as { body_sha256: string }).body_sha256).toMatch(/^[\w-]{43}$/);
  expect(JSON.stringify(rows)).not.toContain('gánh');
});

test.each(
  doors
    .filter(({ method, id }) => method !== 'GET' && id !== 'signIn' && id !== 'refreshSession')
    .map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const),
)('%s is refused to a browser that does not bring the token of its session', async (_what, endpoint) => {
  const headers = { 'X-CSRF-Token': null };
  const { status, body } = await someoneFor(endpoint).send(endpoint.method, pathOf(endpoint), {}, { headers });
  expect([status, body.code]).toEqual([403, 'csrf']);
});

test('the token of another session does not serve', async () => {
  const stranger = csrfTokenOf(office.keys, randomUUID());
  for (const token of [stranger, '', 'x', `${stranger}x`])
    expect(await office.as('clerk').delete('/api/sessions/current', {}, { headers: { 'X-CSRF-Token': token } })).toMatchObject({
      body: { code: 'csrf' },
    });
});

test.each([
  ['Origin', 'https://evil.example'],
  ['Origin', 'null'],
  ['Sec-Fetch-Site', 'cross-site'],
  ['Sec-Fetch-Site', 'same-site'],
])('a write that a browser sends from elsewhere (%s: %s) is refused, sign-in and refresh too', async (name, value) => {
  const headers = { [name]: value };
  for (const path of ['/api/sessions', '/api/sessions/refresh', REGISTER, '/api/me/second-factor'])
    expect(await office.as('clerk').post(path, person(), { headers })).toMatchObject({ status: 403, body: { code: 'csrf' } });
});

test('a write from our own page is let in', async () => {
  const headers = { Origin: office.url, 'Sec-Fetch-Site': 'same-origin' };
  expect((await office.nobody().post(REGISTER, person(), { headers })).status).toBe(201);
  const lookalike = { Origin: `${office.url}.evil.example` };
  expect((await office.nobody().post(REGISTER, person(), { headers: lookalike })).status).toBe(403);
});

test('whoever is not let in is refused before the body is read', async () => {
  const refused = await new Promise<number | undefined>((resolve, reject) => {
    const { port } = new URL(office.url);
    const headers = { 'Content-Type': 'application/json', 'Content-Length': '900000' };
    const open = request({ port, host: '127.0.0.1', method: 'PUT', path: '/api/me/post', headers }, ({ statusCode }) => {
      resolve(statusCode);
      open.destroy();
    });
    open.on('error', reject).write('{"postId":');
  });
  expect(refused).toBe(401);
});

test('the description is served as it is checked here', async () => {
  const { status, body } = await office.nobody().get('/api/openapi.json');
  expect([status, body.openapi]).toEqual([200, '3.1.0']);
  expect(Object.keys(body.paths)).toContain('/api/dossiers/{dossierId}/forwarding');
});

test('the house is up, and ready with its database', async () => {
  expect((await office.nobody().get('/api/health')).body).toEqual({ isUp: true });
  expect((await office.nobody().get('/api/ready')).body).toEqual({ isReady: true });
});

/** Somebody whom this door is open to. */
function someoneFor({ audience }: AnyEndpoint): Client {
  return audience.kind === 'staff' ? office.as(audience.duties[0]!) : office.asCitizen();
}

function expectSafe(headers: Headers): void {
  const policy = headers.get('Content-Security-Policy') ?? '';
  for (const rule of ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"])
    expect(policy).toContain(rule);
  expect(policy).not.toMatch(/unsafe|\*/);
  expect(headers.get('Strict-Transport-Security')).toBe('max-age=31536000; includeSubDomains');
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(headers.get('X-Frame-Options')).toBe('DENY');
  expect(headers.get('Referrer-Policy')).toBe('same-origin');
  expect(headers.get('Cache-Control')).toBe('no-store');
  expect(headers.get('X-Request-Id')).toMatch(/^[0-9a-f-]{36}$/);
  expect(headers.get('X-Powered-By')).toBeNull();
  expect(headers.get('Access-Control-Allow-Origin')).toBeNull();
}
