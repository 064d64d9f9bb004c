import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import express from 'express';
import { type IdentityGateway, type PendingSignIn } from '../../server/gateways/identity/identity-gateway';
import {
  identityStandInHandler,
  makeStandInKeys,
  STAND_IN_AGREEMENT,
  startIdentityStandIn,
} from '../../server/gateways/identity/identity-stand-in';
import { openIdGateway, type OpenIdSettings } from '../../server/gateways/identity/open-id-gateway';
import { DEMONSTRATION_CITIZENS } from '../../server/gateways/identity/stand-in-people';
import { refusalOf } from '../files/folder';
import { openBrowser } from './browser';

const redirectUri = 'http://localhost:3000/dang-nhap/tra-ve';
const keys = makeStandInKeys();
const client = { clientId: 'mot-cua', clientSecret: 'a secret with : and %' };
const settings = { ...client, redirectUris: [redirectUri], people: DEMONSTRATION_CITIZENS, keys };
let standIn: Awaited<ReturnType<typeof startIdentityStandIn>>;
let other: Awaited<ReturnType<typeof startIdentityStandIn>>;

beforeAll(async () => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  const [port, otherPort] = [await freePort(), await freePort()];
  standIn = await startIdentityStandIn({ ...settings, port, issuer: `http://localhost:${port}` });
  other = await startIdentityStandIn({ ...settings, port: otherPort, issuer: `http://localhost:${otherPort}`, keys: makeStandInKeys() });
});
const running: { stop(): Promise<void> }[] = [];
afterEach(() => Promise.all(running.splice(0).map((one) => one.stop())));
afterAll(() => Promise.all([standIn.stop(), other.stop()]));

const openGateway = (changes: Partial<OpenIdSettings> = {}) =>
  openIdGateway({ issuer: standIn.issuer, ...client, ...STAND_IN_AGREEMENT, transport: 'plain-http-allowed', timeoutMs: 5000, ...changes });

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Leaves for the gateway, signs in there as somebody, and is sent back. */
async function signIn(gateway: IdentityGateway, subject: string, leastAssurance = 1): Promise<{ query: string; pending: PendingSignIn }> {
  const { redirectTo, pending } = await gateway.begin({ redirectUri, leastAssurance });
  const browser = openBrowser();
  const page = await browser.go(redirectTo, redirectUri);
  expect(page.status).toBe(200);
  const back = await browser.go(page.url, redirectUri, { subject });
  return { query: new URL(back.url).search, pending };
}

test('a citizen signs in and is known by issuer and subject, with what the gateway vouches for', async () => {
  const gateway = openGateway();
  expect(await gateway.finish(await signIn(gateway, 'cong-dan-01', 2))).toEqual({
    issuer: standIn.issuer,
    subject: 'cong-dan-01',
    name: 'Nguyễn Thị Ấm',
    citizenNumber: '042190999001',
    dateOfBirth: '1990-03-12',
    phone: '0900099001',
    email: 'cong-dan-01@example.com',
    assurance: 2,
  });
});

test('the way there carries a challenge, no secret, and asks for the level that is needed', async () => {
  const { redirectTo, pending } = await openGateway().begin({ redirectUri, leastAssurance: 2 });
  const words = new URL(redirectTo).searchParams;
  expect(words.get('code_challenge_method')).toBe('S256');
  expect(words.get('acr_values')).toBe('muc-2');
  expect(words.get('prompt')).toBe('login');
  expect(redirectTo).not.toContain(pending.codeVerifier);
  const again = await openGateway().begin({ redirectUri, leastAssurance: 2 });
  for (const one of ['state', 'nonce', 'codeVerifier'] as const) expect(again.pending[one]).not.toBe(pending[one]);
});

test('an account of a low level signs in for what needs no more, and is refused for what does', async () => {
  const gateway = openGateway();
  expect(await gateway.finish(await signIn(gateway, 'cong-dan-05', 1))).toMatchObject({ assurance: 1 });
  expect(await refusalOf(gateway.finish(await signIn(gateway, 'cong-dan-05', 2)))).toEqual({
    code: 'assurance-too-low',
    facts: { needed: 2, held: 1 },
  });
  const strict = openGateway({ assurance: { 'something-else': 2 } });
  expect(await refusalOf(strict.finish(await signIn(strict, 'cong-dan-01', 1)))).toMatchObject({
    code: 'assurance-too-low',
    facts: { held: 0 },
  });
});

test('who does not sign in there is not signed in here', async () => {
  const gateway = openGateway();
  const returned = await signIn(gateway, '');
  expect(returned.query).toContain('access_denied');
  expect(await refusalOf(gateway.finish(returned))).toMatchObject({ code: 'identity-unconfirmed' });
});

test.each<[string, (pending: PendingSignIn) => PendingSignIn, string]>([
  ['state', (pending) => ({ ...pending, state: 'another' }), 'OAUTH_INVALID_RESPONSE'],
  ['nonce', (pending) => ({ ...pending, nonce: 'another' }), 'OAUTH_JWT_CLAIM_COMPARISON_FAILED'],
  ['PKCE verifier', (pending) => ({ ...pending, codeVerifier: 'another'.repeat(8) }), 'invalid_grant'],
  ['redirect address', (pending) => ({ ...pending, redirectUri: 'http://localhost:3000/khac' }), 'invalid_grant'],
])('a return with a wrong %s is refused', async (_, change, why) => {
  const gateway = openGateway();
  const { query, pending } = await signIn(gateway, 'cong-dan-01');
  expect(await refusalOf(gateway.finish({ query, pending: change(pending) }))).toEqual({ code: 'identity-unconfirmed', facts: { why } });
});

test('the return of another browser is refused', async () => {
  const gateway = openGateway();
  const [mine, theirs] = [await signIn(gateway, 'cong-dan-01'), await signIn(gateway, 'cong-dan-02')];
  expect(await refusalOf(gateway.finish({ query: theirs.query, pending: mine.pending }))).toMatchObject({ code: 'identity-unconfirmed' });
});

test('a code serves once', async () => {
  const gateway = openGateway();
  const returned = await signIn(gateway, 'cong-dan-01');
  await gateway.finish(returned);
  expect(await refusalOf(gateway.finish(returned))).toEqual({ code: 'identity-unconfirmed', facts: { why: 'invalid_grant' } });
});

test('an answer of another issuer is refused, said openly or hidden', async () => {
  const gateway = openGateway();
  const { query, pending } = await signIn(gateway, 'cong-dan-01');
  const mixed = new URLSearchParams(query);
  mixed.set('iss', other.issuer);
  expect(await refusalOf(gateway.finish({ query: mixed.toString(), pending }))).toMatchObject({ code: 'identity-unconfirmed' });
  mixed.delete('iss');
  expect(await refusalOf(gateway.finish({ query: mixed.toString(), pending }))).toMatchObject({ code: 'identity-unconfirmed' });
  const elsewhere = openGateway({ issuer: other.issuer });
  expect(await refusalOf(elsewhere.finish({ query, pending }))).toMatchObject({ code: 'identity-unconfirmed' });
});

test.each(['', '?', 'code=x', 'error=server_error', 'code=a&code=b&state=c', 'state=%00'])(
  'the made-up return %j is refused',
  async (query) => {
    const gateway = openGateway();
    const { pending } = await gateway.begin({ redirectUri, leastAssurance: 1 });
    expect(await refusalOf(gateway.finish({ query, pending }))).toMatchObject({ code: 'identity-unconfirmed' });
  },
);

test('a token signed in a way that was not agreed is refused', async () => {
  const gateway = openGateway({ signatureAlgorithm: 'RS256' });
  expect(await refusalOf(gateway.finish(await signIn(gateway, 'cong-dan-01')))).toMatchObject({ code: 'identity-unconfirmed' });
});

test('a wrong secret of ours lets nobody in, and is a fault', async () => {
  const gateway = openGateway({ clientSecret: 'wrong' });
  const returned = await signIn(gateway, 'cong-dan-01');
  await expect(gateway.finish(returned)).rejects.toMatchObject({ name: 'WWWAuthenticateChallengeError' });
});

test('claims that are not as agreed are a fault that names the claim and never its value', async () => {
  const gateway = openGateway({ claims: { ...STAND_IN_AGREEMENT.claims, citizenNumber: 'birthdate' } });
  const returned = await signIn(gateway, 'cong-dan-01');
  await expect(gateway.finish(returned)).rejects.toThrow(/not understood: birthdate/);
});

test('a gateway that is down is said to be down, and is found again once it is up', async () => {
  const port = await freePort();
  const issuer = `http://localhost:${port}`;
  const gateway = openGateway({ issuer });
  expect(await refusalOf(gateway.begin({ redirectUri, leastAssurance: 1 }))).toMatchObject({ code: 'unavailable' });
  const late = await startIdentityStandIn({ ...settings, port, issuer });
  running.push(late);
  const returned = await signIn(gateway, 'cong-dan-03');
  expect(await gateway.finish(returned)).toMatchObject({ name: 'Lê Hoàng Yến' });
  const pending = await signIn(gateway, 'cong-dan-03');
  await late.stop();
  expect(await refusalOf(gateway.finish(pending))).toMatchObject({ code: 'unavailable' });
});

test('plain http where it was not allowed is a fault of ours', async () => {
  await expect(openGateway({ transport: 'https-only' }).begin({ redirectUri, leastAssurance: 1 })).rejects.toThrow(
    'only requests to HTTPS',
  );
});

test('the stand-in says what it is, runs no script, is framed by nobody and sends nobody elsewhere', async () => {
  const { redirectTo } = await openGateway().begin({ redirectUri, leastAssurance: 1 });
  const { page, headers } = await openBrowser().go(redirectTo, redirectUri);
  expect(page).toContain('không phải VNeID');
  for (const { name } of DEMONSTRATION_CITIZENS) expect(page).toContain(name);
  expect(page).not.toContain(DEMONSTRATION_CITIZENS[0]!.citizenNumber);
  expect(headers.get('content-security-policy')).toMatch(
    /default-src 'none'.*form-action 'self' http:\/\/localhost:3000; frame-ancestors 'none'/,
  );
  const stranger = new URL(redirectTo);
  stranger.searchParams.set('redirect_uri', 'http://evil.example/');
  const refused = await openBrowser().go(stranger.href, 'http://evil.example/');
  expect([refused.status, refused.page]).toEqual([400, expect.stringContaining('Không đăng nhập được')]);
});

test('a sign-in that somebody else began, or nobody, shows nothing but that it is over', async () => {
  const { redirectTo } = await openGateway().begin({ redirectUri, leastAssurance: 1 });
  const { url } = await openBrowser().go(redirectTo, redirectUri);
  const stranger = await openBrowser().go(url, redirectUri, { subject: 'cong-dan-01' });
  expect([stranger.status, stranger.page]).toEqual([400, expect.stringContaining('không còn hiệu lực')]);
});

test('the stand-in also works under a path of another server', async () => {
  const port = await freePort();
  const issuer = `http://localhost:${port}/dinh-danh`;
  const app = express();
  app.use('/dinh-danh', await identityStandInHandler({ ...settings, issuer }));
  const server = createServer(app).listen(port);
  running.push({
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
  const gateway = openGateway({ issuer });
  expect(await gateway.finish(await signIn(gateway, 'cong-dan-02'))).toMatchObject({ issuer, name: 'Trần Văn Đức' });
});
