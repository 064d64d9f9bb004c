import { changeAccount } from '../../server/store/accounts';
import { insertPost } from '../../server/store/staff';
import { signInEventsOf } from '../../server/store/sign-in-events';
import { type Client } from '../support/client';
import { PASSWORD } from '../support/people';
import { type Office, openOffice, useOffice } from '../support/server';

const office = useOffice();
const store = <Result>(work: Parameters<typeof office.sequelize.transaction<Result>>[0]) => office.sequelize.transaction(work);
const newClerk = () => office.people.enterStaff({ agency: office.places['commune-centre'], duties: ['clerk'] });
const isIn = async (client: Client) => (await client.get('/api/me')).status === 200;

/** Another process of the same house. */
const secondProcess = (): Promise<Office> =>
  openOffice(office.sequelize, { keys: office.keys, clock: office.clock, places: office.places });

/** The same browser, seen by another process. */
function movedTo(process: Office, client: Client): Client {
  const moved = process.nobody();
  for (const [name, value] of client.cookies) moved.cookies.set(name, value);
  moved.csrf = client.csrf;
  return moved;
}

test('the tokens travel only in cookies that no script reads, no other host gets and no plain connection carries', async () => {
  const clerk = await newClerk();
  const { headers, body } = await office.nobody().post('/api/sessions', { userName: clerk.userName, password: PASSWORD });
  const lines = headers.getSetCookie();
  expect(lines).toHaveLength(2);
  for (const line of lines) {
    expect(line).toMatch(/^__Host-mc_(access|refresh)=/);
    expect(line).toMatch(/; Path=\/;/);
    expect(line).toMatch(/; HttpOnly/);
    expect(line).toMatch(/; Secure/);
    expect(line).not.toMatch(/Domain=/i);
  }
  expect(lines[0]).toMatch(/SameSite=Lax/);
  expect(lines[1]).toMatch(/SameSite=Strict/);
  for (const line of lines) expect(JSON.stringify(body)).not.toContain(/=([^;]+)/.exec(line)![1]);
});

test('over plain http on another host the cookies lose their prefix, and the operator is warned once', async () => {
  const site = { publicUrl: 'http://motcua.lan' };
  const plain = await openOffice(office.sequelize, { keys: office.keys, clock: office.clock, places: office.places, site });
  const clerk = await newClerk();
  for (let times = 0; times < 2; times++) {
    const { headers } = await plain.nobody().post('/api/sessions', { userName: clerk.userName, password: PASSWORD });
    expect(headers.getSetCookie().map((line) => line.split('=')[0])).toEqual(['mc_access', 'mc_refresh']);
    for (const line of headers.getSetCookie()) expect(line).not.toMatch(/Secure/);
  }
  expect([await isIn(plain.signIn(clerk)), plain.warnings.length]).toEqual([true, 1]);
  await plain.close();
});

test('signing in again begins another session with other tokens', async () => {
  const clerk = await newClerk();
  const [one, other] = [office.signIn(clerk), office.signIn(clerk)];
  await Promise.all([one.enter(), other.enter()]);
  expect(one.cookies.get('__Host-mc_access')).not.toBe(other.cookies.get('__Host-mc_access'));
  expect(one.csrf).not.toBe(other.csrf);
});

test('signing out ends the session at once, on every process, and takes the cookies away', async () => {
  const second = await secondProcess();
  const client = office.signIn(await newClerk());
  await client.enter();
  const elsewhere = movedTo(second, client);
  expect([await isIn(client), await isIn(elsewhere)]).toEqual([true, true]);
  const { status } = await client.delete('/api/sessions/current');
  expect(status).toBe(204);
  expect(client.cookies.size).toBe(0);
  expect(await isIn(elsewhere)).toBe(false);
  await second.close();
});

test('closing an account shuts out whoever is signed in with it', async () => {
  const clerk = await newClerk();
  const client = office.signIn(clerk);
  expect(await isIn(client)).toBe(true);
  await store((tx) => changeAccount(tx, clerk.accountId, { disabledAt: office.clock.now() }));
  expect(await isIn(client)).toBe(false);
});

test('one sees one’s own sessions and ends one of them, and never anybody else’s', async () => {
  const clerk = await newClerk();
  const [here, there, stranger] = [office.signIn(clerk), office.signIn(clerk), office.signIn(await newClerk())];
  await there.enter();
  const { body } = await here.get('/api/sessions');
  expect(body.items).toHaveLength(2);
  const other = body.items.find((one: { isCurrent: boolean }) => !one.isCurrent);
  expect((await stranger.delete(`/api/sessions/${other.id}`)).status).toBe(404);
  expect(await isIn(there)).toBe(true);
  expect((await here.delete(`/api/sessions/${other.id}`)).status).toBe(204);
  expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
});

test('a session locks after fifteen minutes without a request, and not before', async () => {
  const client = office.signIn(await newClerk());
  expect(await isIn(client)).toBe(true);
  office.clock.step({ minutes: 9 });
  expect((await client.post('/api/sessions/refresh')).status).toBe(200);
  for (let quarter = 0; quarter < 3; quarter++) {
    office.clock.step({ minutes: 9 });
    expect((await client.post('/api/sessions/refresh')).status).toBe(200);
    expect(await isIn(client)).toBe(true);
  }
  office.clock.step({ minutes: 15, seconds: 1 });
  expect((await client.post('/api/sessions/refresh')).status).toBe(401);
  expect(client.cookies.size).toBe(0);
});

test('an administrator’s session locks after five, although its token is still good', async () => {
  const admin = office.signIn(await office.people.enterStaff({ agency: office.places.province, duties: ['administrator'] }));
  expect(await isIn(admin)).toBe(true);
  office.clock.step({ minutes: 4, seconds: 50 });
  expect(await isIn(admin)).toBe(true);
  office.clock.step({ minutes: 4, seconds: 50 });
  expect(await isIn(admin)).toBe(true);
  await admin.post('/api/sessions/refresh');
  office.clock.step({ minutes: 5, seconds: 1 });
  expect(await isIn(admin)).toBe(false);
  office.clock.step({ seconds: -60 });
  expect(await isIn(admin)).toBe(false);
});

test('a session ends twelve hours after sign-in, however busy it was', async () => {
  const client = office.signIn(await newClerk());
  await client.enter();
  for (let tenMinutes = 0; tenMinutes < 71; tenMinutes++) {
    office.clock.step({ minutes: 10 });
    expect((await client.post('/api/sessions/refresh')).status).toBe(200);
  }
  office.clock.step({ minutes: 10 });
  expect((await client.post('/api/sessions/refresh')).status).toBe(401);
});

test('an access token lapses after ten minutes and is renewed by the refresh token', async () => {
  const client = office.signIn(await newClerk());
  await client.enter();
  const first = client.cookies.get('__Host-mc_refresh');
  office.clock.step({ minutes: 10 });
  expect(await isIn(client)).toBe(false);
  const { status, body } = await client.post('/api/sessions/refresh');
  expect([status, body.csrf]).toEqual([200, client.csrf]);
  expect(client.cookies.get('__Host-mc_refresh')).not.toBe(first);
  expect(await isIn(client)).toBe(true);
});

test('a refresh token that comes back after its exchange ends the session for both who hold it', async () => {
  const clerk = await newClerk();
  const client = office.signIn(clerk);
  await client.enter();
  const thief = movedTo(office, client);
  expect((await client.post('/api/sessions/refresh')).status).toBe(200);
  office.clock.step({ seconds: 11 });
  expect((await thief.post('/api/sessions/refresh')).status).toBe(401);
  expect(await isIn(client)).toBe(false);
  expect((await client.post('/api/sessions/refresh')).status).toBe(401);
  const [event] = await store((tx) => signInEventsOf(tx, clerk.accountId, 1));
  expect(event).toMatchObject({ kind: 'refresh-reused' });
});

test('an older refresh token, exchanged twice since, ends it as well', async () => {
  const client = office.signIn(await newClerk());
  await client.enter();
  const thief = movedTo(office, client);
  for (let times = 0; times < 2; times++) expect((await client.post('/api/sessions/refresh')).status).toBe(200);
  expect((await thief.post('/api/sessions/refresh')).status).toBe(401);
  expect(await isIn(client)).toBe(false);
});

test('two tabs that refresh at one moment lose nothing: one gets the tokens, the other is told to look again', async () => {
  const client = office.signIn(await newClerk());
  await client.enter();
  const tabs = [movedTo(office, client), movedTo(office, client)];
  const states = await Promise.all(tabs.map(async (tab) => (await tab.post('/api/sessions/refresh')).status));
  expect(states.sort()).toEqual([200, 409]);
  expect(await isIn(tabs[0]!)).toBe(true);
});

test('an invented refresh token is refused and harms nobody', async () => {
  const client = office.signIn(await newClerk());
  await client.enter();
  const forger = office.nobody();
  const [sessionId] = client.cookies.get('__Host-mc_refresh')!.split('.');
  forger.cookies.set('__Host-mc_refresh', `${sessionId}.aaaa.bbbb`);
  expect((await forger.post('/api/sessions/refresh')).status).toBe(401);
  expect(await isIn(client)).toBe(true);
});

test('a person with two posts works under one at a time and takes up the other', async () => {
  const person = await newClerk();
  const { id } = await store((tx) =>
    insertPost(tx, {
      staffId: person.staffId,
      agencyId: office.places.province.id,
      title: 'Thanh tra',
      duties: ['inspector'],
      validFromOn: '2026-01-01',
    }),
  );
  const client = office.signIn(person);
  expect((await client.get('/api/me')).body).toMatchObject({ post: { id: person.postId }, posts: [{}, { id }] });
  expect((await client.put('/api/me/post', { postId: id })).body).toMatchObject({ post: { id, duties: ['inspector'] } });
  expect((await client.get('/api/me')).body).toMatchObject({ post: { id } });
  const stranger = office.signIn(await newClerk());
  expect((await stranger.put('/api/me/post', { postId: id })).status).toBe(404);
});

test('a citizen has no post to take up', async () => {
  const { postId } = await newClerk();
  expect((await office.asCitizen().put('/api/me/post', { postId })).status).toBe(403);
});
