import { type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { enterByIdentity } from '../../server/commands/access/enter-by-identity';
import { type IdentityGateway } from '../../server/gateways/identity/identity-gateway';
import { identityStandInHandler, makeStandInKeys, STAND_IN_AGREEMENT } from '../../server/gateways/identity/identity-stand-in';
import { openIdGateway } from '../../server/gateways/identity/open-id-gateway';
import { DEMONSTRATION_CITIZENS } from '../../server/gateways/identity/stand-in-people';
import { type Answer } from '../support/client';
import { openBrowser } from '../gateways/browser';
import { useOffice } from '../support/server';

const PATH = '/cong-dinh-danh';
let gateway: IdentityGateway;
let standIn: RequestListener;
const office = useOffice({
  gateways: { identity: { begin: (wanted) => gateway.begin(wanted), finish: (returned) => gateway.finish(returned) } },
  mounted: [{ path: PATH, handler: (request: IncomingMessage, response: ServerResponse) => standIn(request, response) }],
});

beforeAll(async () => {
  const client = { issuer: office.url + PATH, clientId: 'mot-cua', clientSecret: 'between-us-two-only' };
  const redirectUris = [`${office.url}/api/identity/return`];
  standIn = await identityStandInHandler({ ...client, redirectUris, people: DEMONSTRATION_CITIZENS, keys: makeStandInKeys() });
  gateway = openIdGateway({ ...client, ...STAND_IN_AGREEMENT, transport: 'plain-http-allowed', timeoutMs: 5000 });
});

type Browser = ReturnType<typeof openBrowser>;

/** Goes out to the gateway, chooses who to be, and comes back; stops before the return is answered where `until` is the return. */
async function goAs(
  browser: Browser,
  subject: string,
  until = `${office.url}/ho-so`,
): Promise<{ url: string; status: number; page: string }> {
  const { url } = await browser.go(`${office.url}/api/identity/begin?returnTo=/ho-so`, 'nowhere');
  return browser.go(url, until, { subject });
}

async function whoIs(browser: Browser): Promise<{ status: number; me: Answer['body'] }> {
  const { status, page } = await browser.go(`${office.url}/api/me`, 'nowhere');
  return { status, me: JSON.parse(page) };
}

test('a citizen whom the gateway has confirmed at level 2 is signed in, verified, and back where they began', async () => {
  const browser = openBrowser();
  const { url, status } = await goAs(browser, 'cong-dan-01');
  expect([url, status]).toEqual([`${office.url}/ho-so`, 303]);
  expect((await whoIs(browser)).me).toMatchObject({ kind: 'citizen', name: 'Nguyễn Thị Ấm', isVerified: true, assurance: 'identity:2' });
  const [papers] = await office.sequelize.query(`select proved_by from identity_papers where number = '042190999001'`);
  expect(papers).toEqual([{ proved_by: `identity:${office.url}${PATH}` }]);
});

test('the same citizen comes back to the same account', async () => {
  const [one, other] = [openBrowser(), openBrowser()];
  await goAs(one, 'cong-dan-02');
  await goAs(other, 'cong-dan-02');
  const [first, second] = [(await whoIs(one)).me, (await whoIs(other)).me];
  expect(second.accountId).toBe(first.accountId);
  expect(second.sessionId).not.toBe(first.sessionId);
});

test('a citizen whom a clerk has proved before is the same person', async () => {
  const proved = await office.people.enterCitizen({ state: 'verified', citizenNumber: '042301999003' });
  const browser = openBrowser();
  await goAs(browser, 'cong-dan-03');
  const { accountId } = (await whoIs(browser)).me;
  const [rows] = await office.sequelize.query(`select person_id from accounts where id = '${accountId}'`);
  expect(rows).toEqual([{ person_id: proved.personId }]);
});

test('at level 1 nobody has seen the card: the account stays unverified', async () => {
  const browser = openBrowser();
  await goAs(browser, 'cong-dan-05');
  expect((await whoIs(browser)).me).toMatchObject({ isVerified: false, assurance: 'identity:1' });
});

test('two gateways that name somebody alike do not name the same person', async () => {
  const enter = (issuer: string) =>
    office.perform({ actor: { kind: 'anonymous' }, endpoint: 'test' }, (context) =>
      enterByIdentity(context, {
        identity: { issuer, subject: 'one', name: 'A', assurance: 1 },
        sessionId: crypto.randomUUID(),
        refreshHash: issuer,
        addressPrefix: 'test',
        device: null,
      }),
    );
  expect((await enter('https://one.example')).answer.accountId).not.toBe((await enter('https://two.example')).answer.accountId);
});

test('a return that another browser began signs nobody in', async () => {
  const { url } = await goAs(openBrowser(), 'cong-dan-04', `${office.url}/api/identity/return`);
  const victim = openBrowser();
  const refused = await victim.go(url, 'nowhere');
  expect([refused.status, JSON.parse(refused.page).code]).toEqual([401, 'identity-unconfirmed']);
  expect((await whoIs(victim)).status).toBe(401);
});

test('a return serves once', async () => {
  const browser = openBrowser();
  const { url } = await goAs(browser, 'cong-dan-04', `${office.url}/api/identity/return`);
  expect((await browser.go(url, `${office.url}/ho-so`)).url).toBe(`${office.url}/ho-so`);
  const again = await browser.go(url, 'nowhere');
  expect([again.status, JSON.parse(again.page).code]).toEqual([401, 'identity-unconfirmed']);
});

test('a return after ten minutes is too late', async () => {
  const browser = openBrowser();
  const { url } = await goAs(browser, 'cong-dan-04', `${office.url}/api/identity/return`);
  office.clock.step({ minutes: 10 });
  expect((await browser.go(url, 'nowhere')).status).toBe(401);
});

test('a changed state or a missing code is refused', async () => {
  for (const change of [(url: URL) => url.searchParams.set('state', 'x'), (url: URL) => url.searchParams.delete('code')]) {
    const browser = openBrowser();
    const url = new URL((await goAs(browser, 'cong-dan-04', `${office.url}/api/identity/return`)).url);
    change(url);
    expect((await browser.go(url.href, 'nowhere')).status).toBe(401);
  }
});

test('whoever turns back at the gateway is not signed in', async () => {
  const browser = openBrowser();
  const refused = await goAs(browser, '', 'nowhere');
  expect([refused.status, (await whoIs(browser)).status]).toEqual([401, 401]);
});

test.each(['https://evil.example', '//evil.example', '/\\evil.example', '/%2fevil.example', 'ho-so', '/ho-so?next=//evil.example'])(
  'nobody is led to %s afterwards',
  async (returnTo) => {
    const { status } = await office.nobody().get(`/api/identity/begin?${new URLSearchParams({ returnTo }).toString()}`);
    expect(status).toBe(422);
  },
);

test('what the browser carries meanwhile cannot be read or kept by a script', async () => {
  const { headers } = await office.nobody().get('/api/identity/begin');
  const [line = ''] = headers.getSetCookie();
  expect(line).toMatch(/^__Host-mc_identity=[\w-]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  expect(Buffer.from(line.split(/[=;]/)[1]!, 'base64url').toString('latin1')).not.toContain('codeVerifier');
});

test('a gateway that is down is said to be down', async () => {
  const whole = gateway;
  const client = { issuer: 'http://127.0.0.1:9/', clientId: 'mot-cua', clientSecret: 'x' };
  gateway = openIdGateway({ ...client, ...STAND_IN_AGREEMENT, transport: 'plain-http-allowed', timeoutMs: 500 });
  const { status, headers } = await office.nobody().get('/api/identity/begin');
  gateway = whole;
  expect([status, headers.get('Retry-After')]).toEqual([503, '60']);
});
