import { findAccountByUserName } from '../../server/store/accounts';
import { PASSWORD, type StaffPerson } from '../support/people';
import { codeAt, nextCode, useOffice } from '../support/server';
import { randomUUID } from 'node:crypto';

const office = useOffice();
const newLeader = (hasFactor?: boolean) =>
  office.people.enterStaff({ agency: office.places.commune, duties: ['leader'], ...(hasFactor === undefined ? {} : { hasFactor }) });
const signIn = ({ userName }: StaffPerson, code?: string) =>
  office.nobody().post('/api/sessions', { userName, password: PASSWORD, ...(code === undefined ? {} : { code }) });
const codeNow = ({ factorSecret }: StaffPerson) => codeAt(factorSecret!, office.clock.now());
/** An act that only a leader may do; the dossier does not exist. */
const LEADERS_ACT = `/api/dossiers/${randomUUID()}/withdrawal/decision`;
const decision = { isConsented: true, expectedVersion: 1 };

test('a leader needs name, password and the code of the authenticator', async () => {
  const leader = await newLeader();
  expect(await signIn(leader)).toMatchObject({ status: 403, body: { code: 'second-factor-needed' } });
  expect(await signIn(leader, '000000')).toMatchObject({ status: 401, body: { code: 'sign-in-failed' } });
  const { status, body } = await signIn(leader, codeNow(leader));
  expect([status, body.assurance, body.hasSecondFactor]).toEqual([200, 'totp', true]);
});

test('a code serves once: also not a second time within its thirty seconds, nor an older one after it', async () => {
  const leader = await newLeader();
  const code = codeNow(leader);
  expect((await signIn(leader, code)).status).toBe(200);
  expect((await signIn(leader, code)).status).toBe(401);
  expect((await signIn(leader, codeAt(leader.factorSecret!, new Date(office.clock.now().getTime() - 30_000)))).status).toBe(401);
  office.clock.step({ seconds: 30 });
  expect((await signIn(leader, codeNow(leader))).status).toBe(200);
});

test('one code at one moment from two places opens one session', async () => {
  const leader = await newLeader();
  const code = codeNow(leader);
  const states = await Promise.all([signIn(leader, code), signIn(leader, code)]);
  expect(states.map(({ status }) => status).sort()).toEqual([200, 401]);
});

test('codes cannot be guessed in a row: the fifth wrong one locks', async () => {
  const leader = await newLeader();
  for (let tries = 1; tries <= 5; tries++) expect((await signIn(leader, '000000')).status).toBe(401);
  expect((await signIn(leader, codeNow(leader))).status).toBe(429);
});

test('a wrong password is never told apart from a wrong code', async () => {
  const leader = await newLeader();
  const { status, body } = await office
    .nobody()
    .post('/api/sessions', { userName: leader.userName, password: 'wrong', code: codeNow(leader) });
  expect([status, body.code]).toEqual([401, 'sign-in-failed']);
  expect((await signIn(leader, codeNow(leader))).status).toBe(200);
});

test('a leader without an authenticator comes in, but signs nothing until one is enrolled', async () => {
  const client = office.signIn(await newLeader(false));
  expect((await client.get('/api/me')).body).toMatchObject({ isSecondFactorNeeded: true, hasSecondFactor: false });
  expect(await client.post(LEADERS_ACT, decision)).toMatchObject({ status: 403, body: { code: 'second-factor-needed' } });
  const { body: begun } = await client.post('/api/me/second-factor', { password: PASSWORD });
  expect(begun.uri).toContain(begun.secret);
  const { body } = await client.put('/api/me/second-factor', {
    enrolment: begun.enrolment,
    code: codeAt(begun.secret, office.clock.now()),
  });
  expect(body.recoveryCodes).toHaveLength(10);
  expect((await client.get('/api/me')).body).toMatchObject({ isSecondFactorNeeded: false, assurance: 'totp' });
  expect(await client.post(LEADERS_ACT, decision)).toMatchObject({ status: 404 });
});

test('the authenticator’s secret is kept only sealed, and its recovery codes only as hashes', async () => {
  const person = await newLeader(false);
  const client = office.signIn(person);
  const { body: begun } = await client.post('/api/me/second-factor', { password: PASSWORD });
  const { body } = await client.put('/api/me/second-factor', {
    enrolment: begun.enrolment,
    code: codeAt(begun.secret, office.clock.now()),
  });
  const account = await office.sequelize.transaction((tx) => findAccountByUserName(tx, person.userName));
  expect(account!.totpSecret!.toString('latin1')).not.toContain(begun.secret);
  const [hashes] = await office.sequelize.query('select code_hash from recovery_codes');
  const [requests] = await office.sequelize.query('select answer from requests');
  for (const secret of [begun.secret, ...body.recoveryCodes, ...body.recoveryCodes.map((code: string) => code.replace('-', ''))])
    expect(JSON.stringify([hashes, requests])).not.toContain(secret);
});

test('a recovery code opens one session where the authenticator is lost, and no second one', async () => {
  const person = await newLeader(false);
  const client = office.signIn(person);
  const { body: begun } = await client.post('/api/me/second-factor', { password: PASSWORD });
  const { body } = await client.put('/api/me/second-factor', {
    enrolment: begun.enrolment,
    code: codeAt(begun.secret, office.clock.now()),
  });
  const [first, second] = body.recoveryCodes as string[];
  const signedIn = await signIn(person, first!.toLowerCase());
  expect([signedIn.status, signedIn.body.assurance]).toEqual([200, 'recovery']);
  expect((await signIn(person, first)).status).toBe(401);
  expect((await signIn(person, second)).status).toBe(200);
});

test('an enrolment asks for the password, and for the former authenticator where there is one', async () => {
  const leader = await newLeader();
  const client = office.signIn(leader);
  expect(await client.post('/api/me/second-factor', { password: 'wrong' })).toMatchObject({ status: 401 });
  expect(await client.post('/api/me/second-factor', { password: PASSWORD })).toMatchObject({ body: { code: 'second-factor-needed' } });
  expect(await client.post('/api/me/second-factor', { password: PASSWORD, code: '000000' })).toMatchObject({ status: 401 });
  const code = nextCode(leader.factorSecret!, office.clock);
  expect(await client.post('/api/me/second-factor', { password: PASSWORD, code })).toMatchObject({ status: 200 });
  expect(await client.post('/api/me/second-factor', { password: PASSWORD, code })).toMatchObject({ status: 401 });
});

test('an enrolment that is not finished leaves the former authenticator as it was', async () => {
  const leader = await newLeader();
  const client = office.signIn(leader);
  await client.post('/api/me/second-factor', { password: PASSWORD, code: codeNow(leader) });
  office.clock.step({ seconds: 60 });
  expect((await signIn(leader)).body.code).toBe('second-factor-needed');
  expect((await signIn(leader, codeNow(leader))).status).toBe(200);
});

test('an enrolment is for one session and lapses after ten minutes', async () => {
  const person = await newLeader(false);
  const [client, other] = [office.signIn(person), office.signIn(person)];
  const { body: begun } = await client.post('/api/me/second-factor', { password: PASSWORD });
  const confirm = (of: typeof client) =>
    of.put('/api/me/second-factor', { enrolment: begun.enrolment, code: codeAt(begun.secret, office.clock.now()) });
  expect((await confirm(other)).status).toBe(401);
  expect(await client.put('/api/me/second-factor', { enrolment: begun.enrolment, code: '000000' })).toMatchObject({ status: 401 });
  office.clock.step({ minutes: 9 });
  await client.post('/api/sessions/refresh');
  office.clock.step({ minutes: 1 });
  expect((await confirm(client)).status).toBe(401);
});

test('a new authenticator ends the sessions elsewhere', async () => {
  const person = await newLeader(false);
  const [client, other] = [office.signIn(person), office.signIn(person)];
  expect((await other.get('/api/me')).status).toBe(200);
  const { body: begun } = await client.post('/api/me/second-factor', { password: PASSWORD });
  await client.put('/api/me/second-factor', { enrolment: begun.enrolment, code: codeAt(begun.secret, office.clock.now()) });
  expect([(await client.get('/api/me')).status, (await other.get('/api/me')).status]).toEqual([200, 401]);
});
