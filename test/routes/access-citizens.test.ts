import { randomUUID } from 'node:crypto';
import { recogniseVisitor } from '../../server/commands/access/recognise-visitor';
import { Refusal } from '../../server/domain/refusal';
import { dossierView } from '../../server/queries/dossiers/dossier-view';
import { insertKin } from '../../server/store/kin';
import { type Client } from '../support/client';
import { enterDossier, enterProcedure } from '../support/on-record';
import { PASSWORD } from '../support/people';
import { useOffice } from '../support/server';

const office = useOffice();
const SYSTEM = { actor: { kind: 'system', name: 'test' }, endpoint: 'test' } as const;

/** Registers with a password, as anybody can, and signs in. */
async function register(citizenNumber?: string): Promise<{ client: Client; accountId: string; userName: string }> {
  const userName = `c${randomUUID().slice(0, 8)}`;
  const number = citizenNumber ? { citizenNumber } : {};
  const { status, body } = await office.nobody().post('/api/accounts', { userName, password: PASSWORD, fullName: 'Lê Thị Mới', ...number });
  expect([status, Object.keys(body)]).toEqual([201, ['accountId']]);
  const client = office.nobody();
  client.csrf = (await client.post('/api/sessions', { userName, password: PASSWORD })).body.csrf;
  return { client, accountId: body.accountId, userName };
}

async function dossierOf(owner: { personId: string }, submitterAccountId?: string): Promise<string> {
  return office.sequelize.transaction(async (tx) => {
    const at = { agency: office.places.commune, procedure: await enterProcedure(tx) };
    return (await enterDossier(tx, at, { ownerPersonId: owner.personId, submitterAccountId: submitterAccountId ?? null })).id;
  });
}

async function sees(client: Client, dossierId: string): Promise<boolean> {
  const { sessionId } = (await client.get('/api/me')).body;
  const { answer: visitor } = await office.perform(SYSTEM, (context) => recogniseVisitor(context, sessionId));
  try {
    await office.read({ actor: visitor.actor, endpoint: 'test' }, (context) => dossierView(context, dossierId));
    return true;
  } catch (reason) {
    if (reason instanceof Refusal && reason.code === 'not-found') return false;
    throw reason;
  }
}

const card = (number: string) => ({ kind: 'citizen-number', number, fullName: 'Nguyễn Thị Ấm', bornOn: '1990-03-12' });
const verify = (accountId: string, number: string, by: Client = office.as('clerk')) =>
  by.post(`/api/accounts/${accountId}/verification`, card(number));

test('R23: whoever registers with somebody else’s citizen number sees nothing of theirs, and learns nothing', async () => {
  const owner = await office.citizen('owner');
  const dossierId = await dossierOf(owner);
  expect(await sees(office.asCitizen('owner'), dossierId)).toBe(true);
  const { client } = await register(owner.citizenNumber);
  expect((await client.get('/api/me')).body).toMatchObject({ kind: 'citizen', isVerified: false, assurance: 'password' });
  expect(await sees(client, dossierId)).toBe(false);
  const withdraw = await client.post(`/api/dossiers/${dossierId}/withdrawal`, { reason: 'của tôi', expectedVersion: 1 });
  const nowhere = await client.post(`/api/dossiers/${randomUUID()}/withdrawal`, { reason: 'của tôi', expectedVersion: 1 });
  expect([withdraw.status, { ...withdraw.body, requestId: '' }]).toEqual([404, { ...nowhere.body, requestId: '' }]);
});

test('R23: an unverified account sees what was filed from it', async () => {
  const { client, accountId } = await register();
  expect(await sees(client, await dossierOf(await office.citizen('b'), accountId))).toBe(true);
});

test('a clerk who has seen the card opens to the account what its person owns', async () => {
  const owner = await office.citizen('c');
  const dossierId = await dossierOf(owner);
  const { client, accountId } = await register(owner.citizenNumber);
  expect(await verify(accountId, owner.citizenNumber)).toMatchObject({ status: 200, body: { accountId, isVerified: true } });
  expect((await client.get('/api/me')).body.isVerified).toBe(true);
  expect(await sees(client, dossierId)).toBe(true);
});

test('it is the card that counts, not the number that was typed', async () => {
  const stranger = await office.citizen('d');
  const { client, accountId } = await register(stranger.citizenNumber);
  expect((await verify(accountId, '042190999888')).status).toBe(200);
  expect(await sees(client, await dossierOf(stranger))).toBe(false);
});

test('two who verify one number become one person', async () => {
  const [one, other] = [await register('042190999777'), await register('042190999777')];
  for (const { accountId } of [one, other]) expect((await verify(accountId, '042190999777')).status).toBe(200);
  const [rows] = await office.sequelize.query(
    `select distinct person_id from accounts where id in ('${one.accountId}', '${other.accountId}')`,
  );
  expect(rows).toHaveLength(1);
});

test('two clerks who verify two accounts of one number at one moment leave one proved paper', async () => {
  const accounts = [await register('042190999666'), await register('042190999666')];
  const answers = await Promise.all(accounts.map(({ accountId }) => verify(accountId, '042190999666')));
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  const [rows] = await office.sequelize.query(`select id from identity_papers where number = '042190999666' and proved_at is not null`);
  expect(rows).toHaveLength(1);
});

test('verifying twice, verifying staff, and verifying nobody are refused', async () => {
  const { accountId } = await register();
  await verify(accountId, '042190999555');
  expect(await verify(accountId, '042190999555')).toMatchObject({ status: 409, body: { code: 'already-exists' } });
  expect(await verify((await office.staff('officer')).accountId, '042190999554')).toMatchObject({ status: 404 });
  expect(await verify(randomUUID(), '042190999553')).toMatchObject({ status: 404 });
});

test('only a clerk verifies, and not for kin of their own', async () => {
  const { accountId } = await register();
  expect((await verify(accountId, '042190999444', office.as('officer'))).status).toBe(403);
  expect((await verify(accountId, '042190999444', office.asCitizen())).status).toBe(403);
  const [clerk, sister] = [await office.staff('clerk', { who: 'with kin' }), await office.citizen('sister')];
  await office.sequelize.transaction((tx) => insertKin(tx, { staffId: clerk.staffId, personId: sister.personId, relation: 'em' }));
  const answer = await verify(accountId, sister.citizenNumber, office.as('clerk', { who: 'with kin' }));
  expect(answer).toMatchObject({ status: 403, body: { code: 'own-case' } });
  const [rows] = await office.sequelize.query(`select verified_at from accounts where id = '${accountId}'`);
  expect(rows).toEqual([{ verified_at: null }]);
});

test('a clerk finds the account of the citizen at the counter by its whole user name, and the look is on record', async () => {
  const { userName, accountId } = await register();
  const found = await office.as('clerk').post('/api/searches/accounts', { userName });
  expect(found.body.items).toEqual([{ accountId, userName, displayName: 'Lê Thị Mới', isVerified: false }]);
  expect((await office.as('clerk').post('/api/searches/accounts', { userName: userName.slice(0, 5) })).body.items).toEqual([]);
  const staff = await office.staff('officer');
  expect((await office.as('clerk').post('/api/searches/accounts', { userName: staff.userName })).body.items).toEqual([]);
  const [rows] = await office.sequelize.query(`select 1 from access_log where endpoint = 'searchAccounts'`);
  expect(rows).toHaveLength(1);
});

test('a user name is given once, also when two ask at one moment', async () => {
  const body = { userName: `twice${randomUUID().slice(0, 6)}`, password: PASSWORD, fullName: 'Lê Văn Hai' };
  const answers = await Promise.all([1, 2, 3].map(() => office.nobody().post('/api/accounts', body)));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
});

test('new accounts from one address are limited', async () => {
  const headers = { 'X-Forwarded-For': '192.0.2.44' };
  const ask = () =>
    office.nobody().post('/api/accounts', { userName: `m${randomUUID().slice(0, 8)}`, password: PASSWORD, fullName: 'A' }, { headers });
  for (let times = 1; times <= 20; times++) expect((await ask()).status).toBe(201);
  const refused = await ask();
  expect(refused).toMatchObject({ status: 429, body: { code: 'too-many-requests' } });
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
});
