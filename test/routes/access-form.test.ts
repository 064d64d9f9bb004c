import { randomUUID } from 'node:crypto';
import { type RequestListener } from 'node:http';
import express, { Router } from 'express';
import { openDoor } from '../../server/app';
import { endOwnSession } from '../../server/commands/access/end-own-session';
import { registerCitizen } from '../../server/commands/access/register-citizen';
import { accessEndpoints } from '../../server/contract/access';
import { openLog } from '../../server/http/log';
import { serveForm } from '../../server/http/serve';
import { signedIn } from '../../server/http/signed-in';
import { useOffice } from '../support/server';

/** Two pages as they will be: a form for anybody, and one inside a session. */
let pages: RequestListener;
const office = useOffice({ mounted: [{ path: '/trang', handler: (request, response) => pages(request, response) }] });

beforeAll(() => {
  const { perform, read, glance, clock, keys } = office;
  const site = { publicUrl: undefined, isProduction: false, trustedProxies: 0 };
  const { door } = openDoor({
    perform,
    read,
    glance,
    clock,
    keys,
    site,
    files: {} as never,
    signingKeys: {} as never,
    log: openLog({ write: () => undefined }),
    gateways: {},
  });
  const router = Router();
  const register = { endpoint: accessEndpoints.registerCitizen, path: '/dang-ky', arrive: () => '/trang/xong' };
  serveForm(router, door, register, async (context, { body }) => {
    const { password, ...who } = body;
    return registerCitizen(context, { ...who, passwordHash: `kept ${password.length}`, addressPrefix: 'test' });
  });
  const signOut = { endpoint: accessEndpoints.signOut, path: '/dang-xuat', arrive: () => '/trang/xong' };
  serveForm(router, door, signOut, async (context) => {
    await endOwnSession(context, { ...signedIn(context), why: 'signed-out' });
    return null;
  });
  pages = express().use(router);
});

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded', 'Idempotency-Key': null, 'X-CSRF-Token': null };
const encoded = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
const person = () => ({ userName: `f${randomUUID().slice(0, 8)}`, password: 'gánh lúa qua cầu', fullName: 'Lê Văn Phố', email: '' });

test('a form goes through the same door: parsed, done once under its hidden key, and led on', async () => {
  const raw = encoded({ ...person(), idempotencyKey: randomUUID() });
  const [first, again] = [
    await office.nobody().post('/trang/dang-ky', undefined, { raw, headers: FORM }),
    await office.nobody().post('/trang/dang-ky', undefined, { raw, headers: FORM }),
  ];
  for (const { status, headers } of [first, again]) expect([status, headers.get('Location')]).toEqual([303, '/trang/xong']);
  const { userName } = Object.fromEntries(new URLSearchParams(raw));
  const [rows] = await office.sequelize.query(`select 1 from accounts where user_name = '${userName}'`);
  expect(rows).toHaveLength(1);
});

test.each([
  ['without its key', encoded(person()), FORM, 400],
  ['with a field that nobody asked for', encoded({ ...person(), isVerified: 'on', idempotencyKey: 'k'.repeat(10) }), FORM, 422],
  ['as JSON', JSON.stringify(person()), { ...FORM, 'Content-Type': 'application/json' }, 415],
  ['from another site', encoded({ ...person(), idempotencyKey: 'k'.repeat(11) }), { ...FORM, Origin: 'https://evil.example' }, 403],
])('a form %s is refused', async (_what, raw, headers, status) => {
  expect((await office.nobody().post('/trang/dang-ky', undefined, { raw, headers })).status).toBe(status);
});

test('inside a session the hidden token must be that session’s', async () => {
  const clerk = office.as('clerk');
  await clerk.enter();
  const send = (csrf: string) => clerk.post('/trang/dang-xuat', undefined, { raw: encoded({ csrf }), headers: FORM });
  expect(await send('')).toMatchObject({ status: 403, body: { code: 'csrf' } });
  expect(await send('x'.repeat(43))).toMatchObject({ status: 403, body: { code: 'csrf' } });
  expect((await send(clerk.csrf!)).status).toBe(303);
  expect((await clerk.get('/api/me')).status).toBe(401);
});
