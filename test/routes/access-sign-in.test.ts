import { type Answer } from '../support/client';
import { PASSWORD, type StaffPerson } from '../support/people';
import { openOffice, useOffice } from '../support/server';
import { changeAccount } from '../../server/store/accounts';
import { signInEventsOf } from '../../server/store/sign-in-events';
import { endPost } from '../../server/store/staff';

const office = useOffice();
const store = <Result>(work: Parameters<typeof office.sequelize.transaction<Result>>[0]) => office.sequelize.transaction(work);

let lastAddress = 0;
/** An address that nobody has tried from. */
const freshAddress = () => `198.51.100.${++lastAddress}`;

function trySignIn(
  userName: string,
  password: string,
  { from = freshAddress(), code }: { from?: string; code?: string } = {},
): Promise<Answer> {
  const body = { userName, password, ...(code === undefined ? {} : { code }) };
  return office.nobody().post('/api/sessions', body, { headers: { 'X-Forwarded-For': from } });
}

async function newClerk(): Promise<StaffPerson> {
  return office.people.enterStaff({ agency: office.places['commune-centre'], duties: ['clerk'] });
}

test('a clerk signs in with name and password and is told who they are', async () => {
  const clerk = await newClerk();
  const { status, body } = await trySignIn(clerk.userName, PASSWORD);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    kind: 'staff',
    accountId: clerk.accountId,
    assurance: 'password',
    post: { id: clerk.postId, duties: ['clerk'], agency: { code: 'T.commune-centre' } },
    idleSeconds: 900,
    isSecondFactorNeeded: false,
  });
});

test('the user name may be typed in capitals, the password may not', async () => {
  const clerk = await newClerk();
  expect((await trySignIn(` ${clerk.userName.toUpperCase()} `, PASSWORD)).status).toBe(200);
  expect((await trySignIn(clerk.userName, PASSWORD.toUpperCase())).status).toBe(401);
});

test('a password counts to its last sign, and its accents count however they are typed', async () => {
  const clerk = await newClerk();
  expect((await trySignIn(clerk.userName, PASSWORD.normalize('NFD'))).status).toBe(200);
  for (const wrong of [`${PASSWORD} `, PASSWORD.slice(0, -1), PASSWORD.normalize('NFD').replace(/\p{Mn}/gu, '')])
    expect((await trySignIn(clerk.userName, wrong)).status).toBe(401);
});

test('a wrong password, an unknown name and a closed account are refused in the same words', async () => {
  const [clerk, closed] = [await newClerk(), await newClerk()];
  await store((tx) => changeAccount(tx, closed.accountId, { disabledAt: office.clock.now(), disabledReason: 'nghỉ việc' }));
  const refusals = [
    await trySignIn(clerk.userName, 'wrong'),
    await trySignIn('nobody.at.all', PASSWORD),
    await trySignIn(closed.userName, PASSWORD),
  ];
  const bare = refusals.map(({ status, body }) => ({ status, ...body, requestId: null }));
  expect(bare[0]).toMatchObject({ status: 401, code: 'sign-in-failed' });
  expect(bare[1]).toEqual(bare[0]);
  expect(bare[2]).toEqual(bare[0]);
});

test('somebody without a post today has no business here', async () => {
  const clerk = await newClerk();
  await store((tx) => endPost(tx, clerk.postId, '2026-11-25'));
  expect(await trySignIn(clerk.userName, PASSWORD)).toMatchObject({ status: 403, body: { code: 'not-permitted' } });
});

test('five wrong tries lock an account, from wherever they come; the right password is refused too, until the lock ends', async () => {
  const clerk = await newClerk();
  for (let tries = 1; tries <= 5; tries++) expect((await trySignIn(clerk.userName, 'wrong')).status).toBe(401);
  const locked = await trySignIn(clerk.userName, PASSWORD);
  expect(locked).toMatchObject({ status: 429, body: { code: 'locked-out', facts: { minutes: 15 } } });
  expect(locked.headers.get('Retry-After')).toBe('900');
  office.clock.step({ minutes: 14, seconds: 59 });
  expect((await trySignIn(clerk.userName, PASSWORD)).status).toBe(429);
  office.clock.step({ seconds: 2 });
  expect((await trySignIn(clerk.userName, PASSWORD)).status).toBe(200);
});

test('a lock tells nobody whether the name exists', async () => {
  for (let tries = 1; tries <= 5; tries++) expect((await trySignIn('nobody.of.that.name', 'wrong')).status).toBe(401);
  expect(await trySignIn('nobody.of.that.name', 'wrong')).toMatchObject({ status: 429, body: { code: 'locked-out' } });
});

test('a right password forgets the wrong ones before it', async () => {
  const clerk = await newClerk();
  for (const password of ['a', 'b', 'c', 'd', PASSWORD, 'a', 'b', 'c', 'd', PASSWORD])
    expect((await trySignIn(clerk.userName, password)).status).toBe(password === PASSWORD ? 200 : 401);
});

test('a hundred tries at one moment get no more than five answers', async () => {
  const clerk = await newClerk();
  const tries = await Promise.all(Array.from({ length: 40 }, () => trySignIn(clerk.userName, 'wrong')));
  expect(tries.filter(({ status }) => status === 401)).toHaveLength(5);
  expect(tries.filter(({ status }) => status === 429)).toHaveLength(35);
});

test.each([
  ['one IPv4 address', () => '203.0.113.50'],
  ['the many addresses of one IPv6 network', (try_: number) => `2001:db8:0:7::${try_.toString(16)}`],
])('thirty wrong tries over many accounts lock %s, and no other', async (_what, addressOf) => {
  const tries = Array.from({ length: 31 }, (_, number) => trySignIn(`stuffing.${number}`, 'wrong', { from: addressOf(number + 1) }));
  for (const { status } of await Promise.all(tries)) expect(status).toBe(401);
  const clerk = await newClerk();
  expect((await trySignIn(clerk.userName, PASSWORD, { from: addressOf(99) })).status).toBe(429);
  expect((await trySignIn(clerk.userName, PASSWORD)).status).toBe(200);
});

test('forty colleagues behind one address who sign in rightly do not lock it', async () => {
  const from = freshAddress();
  const colleagues = await Promise.all(Array.from({ length: 40 }, newClerk));
  const answers = await Promise.all(colleagues.map(({ userName }) => trySignIn(userName, PASSWORD, { from })));
  for (const { status } of answers) expect(status).toBe(200);
});

test('an invented X-Forwarded-For moves nobody: only the hop before our own proxy is believed', async () => {
  const direct = await openOffice(office.sequelize, { ...sameHouse(), site: { trustedProxies: 0 } });
  const clerk = await newClerk();
  for (let tries = 1; tries <= 31; tries++)
    await direct
      .nobody()
      .post('/api/sessions', { userName: `forger.${tries}`, password: 'x' }, { headers: { 'X-Forwarded-For': freshAddress() } });
  const answer = await direct.nobody().post('/api/sessions', { userName: clerk.userName, password: PASSWORD });
  await direct.close();
  expect(answer.status).toBe(429);
});

test('what happened at the door is on record, without a password in it', async () => {
  const clerk = await newClerk();
  await trySignIn(clerk.userName, 'wrong one', { from: '203.0.113.77' });
  await trySignIn(clerk.userName, PASSWORD, { from: '203.0.113.77' });
  const events = await store((tx) => signInEventsOf(tx, clerk.accountId, 10));
  expect(events).toMatchObject([
    { kind: 'signed-in', addressPrefix: '203.0.113.77', facts: { assurance: 'password' } },
    { kind: 'sign-in-failed', addressPrefix: '203.0.113.77', facts: { why: 'password' } },
  ]);
  expect(JSON.stringify(events)).not.toContain('wrong one');
});

function sameHouse() {
  return { keys: office.keys, clock: office.clock, places: office.places };
}
