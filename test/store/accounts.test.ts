import { randomUUID } from 'node:crypto';
import { type Transaction } from 'sequelize';
import {
  changeAccount,
  findAccountByIdentity,
  findAccountByUserName,
  insertAccount,
  noteSignIn,
  readAccount,
} from '../../server/store/accounts';
import {
  confirmTotp,
  removeTotp,
  replaceRecoveryCodes,
  setTotpSecret,
  useRecoveryCode,
  useTotpStep,
} from '../../server/store/second-factors';
import {
  createSession,
  endAllSessionsOf,
  endSession,
  findOpenSession,
  listOpenSessionsOf,
  noteSecondFactor,
  rotateSession,
  switchPost,
  touchSession,
} from '../../server/store/sessions';
import { appendSignInEvent, signInEventsOf } from '../../server/store/sign-in-events';
import { endPost } from '../../server/store/staff';
import { useDatabase } from '../support/database';
import { enterAgency, enterStaffMember, NOON, TODAY } from '../support/on-record';

const database = useDatabase();
const transaction = <Answer>(work: (tx: Transaction) => Promise<Answer>) => database.sequelize.transaction(work);
const minutes = (count: number) => new Date(NOON.getTime() + 60_000 * count);

const enterCitizen = (tx: Transaction) =>
  insertAccount(tx, { kind: 'citizen', userName: randomUUID(), displayName: 'Công dân', createdAt: NOON });

const enterSession = (tx: Transaction, accountId: string, postId: string | null) =>
  createSession(tx, {
    accountId,
    postId,
    refreshHash: 'r1',
    rotatedAt: NOON,
    assurance: 'password',
    createdAt: NOON,
    lastSeenAt: NOON,
    expiresAt: minutes(60),
  });

test('finds an account by its user name, and by the gateway’s subject only together with its issuer', async () => {
  await transaction(async (tx) => {
    const account = await insertAccount(tx, {
      kind: 'citizen',
      displayName: 'A',
      identityIssuer: 'https://one',
      identitySubject: 's',
      createdAt: NOON,
    });
    expect(await findAccountByIdentity(tx, { issuer: 'https://one', subject: 's' })).toEqual(account);
    expect(await findAccountByIdentity(tx, { issuer: 'https://two', subject: 's' })).toBeUndefined();
    await changeAccount(tx, account.id, { userName: 'a', email: 'a@example.vn', verifiedAt: NOON, verifiedBy: 'gateway' });
    await noteSignIn(tx, account.id, NOON);
    expect(await findAccountByUserName(tx, 'a')).toMatchObject({ id: account.id, language: 'vi', verifiedAt: NOON, lastSignedInAt: NOON });
    expect(await readAccount(tx, account.id)).toMatchObject({ email: 'a@example.vn', mustChangePassword: false });
  });
});

test('takes a code of the authenticator once, and none from before it', async () => {
  await transaction(async (tx) => {
    const { id } = await enterCitizen(tx);
    await setTotpSecret(tx, id, Buffer.from('secret'));
    await confirmTotp(tx, id, NOON);
    expect(await readAccount(tx, id)).toMatchObject({ totpSecret: Buffer.from('secret'), totpConfirmedAt: NOON });
    expect([await useTotpStep(tx, id, 58_000_000), await useTotpStep(tx, id, 58_000_000), await useTotpStep(tx, id, 57_999_999)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(await useTotpStep(tx, id, 58_000_001)).toBe(true);
    await removeTotp(tx, id);
    expect(await readAccount(tx, id)).toMatchObject({ totpSecret: null, totpConfirmedAt: null, totpLastStep: null });
  });
});

test('takes a recovery code once, and none of the former set', async () => {
  await transaction(async (tx) => {
    const { id } = await enterCitizen(tx);
    await replaceRecoveryCodes(tx, id, ['a', 'b']);
    await replaceRecoveryCodes(tx, id, ['c', 'd']);
    const use = (codeHash: string) => useRecoveryCode(tx, { accountId: id, codeHash, at: NOON });
    expect([await use('a'), await use('c'), await use('c'), await use('d')]).toEqual([false, true, false, true]);
  });
});

test('knows an open session with its post and duties, and none once it is ended, expired, or its account closed', async () => {
  await transaction(async (tx) => {
    const agency = await enterAgency(tx);
    const staff = await enterStaffMember(tx, { agencyId: agency.id, duties: ['clerk', 'fee-collector'] });
    const session = await enterSession(tx, staff.accountId, staff.postId);
    const find = (id = session.id, at = NOON, onDate = TODAY) => findOpenSession(tx, { id, at, onDate });
    expect(await find()).toMatchObject({ kind: 'staff', staffId: staff.id, agencyId: agency.id, duties: ['clerk', 'fee-collector'] });
    expect(await find(session.id, minutes(60))).toBeUndefined();
    await endPost(tx, staff.postId, TODAY);
    expect(await find()).toMatchObject({ staffId: staff.id, agencyId: null, duties: null });
    await switchPost(tx, session.id, null);
    await changeAccount(tx, staff.accountId, { disabledAt: NOON });
    expect(await find()).toBeUndefined();
    await changeAccount(tx, staff.accountId, { disabledAt: null });
    await endSession(tx, { id: session.id, why: 'signed-out', at: NOON });
    expect(await find()).toBeUndefined();
  });
});

test('exchanges a refresh token once: the second who brings it is told apart, also at the same moment', async () => {
  const session = await transaction(async (tx) => enterSession(tx, (await enterCitizen(tx)).id, null));
  const rotate = (fromHash: string, toHash: string) =>
    transaction((tx) => rotateSession(tx, { id: session.id, fromHash, toHash, at: minutes(1), expiresAt: minutes(61) }));
  expect((await Promise.all([rotate('r1', 'r2'), rotate('r1', 'r3')])).filter(Boolean)).toHaveLength(1);
  expect(await rotate('r1', 'r4')).toBe(false);
  await transaction((tx) => noteSecondFactor(tx, { id: session.id, assurance: 'totp', at: minutes(1) }));
  await transaction((tx) => touchSession(tx, session.id, minutes(2)));
  const held = await transaction((tx) => findOpenSession(tx, { id: session.id, at: minutes(3), onDate: TODAY }));
  expect(held).toMatchObject({
    previousRefreshHash: 'r1',
    expiresAt: minutes(61),
    assurance: 'totp',
    lastSeenAt: minutes(2),
    kind: 'citizen',
    staffId: null,
  });
});

test('ends every session of an account at once and no other', async () => {
  await transaction(async (tx) => {
    const [one, other] = [await enterCitizen(tx), await enterCitizen(tx)];
    for (const account of [one, one, other]) await enterSession(tx, account.id, null);
    expect(await endAllSessionsOf(tx, { accountId: one.id, why: 'password-changed', at: NOON })).toBe(2);
    expect(await listOpenSessionsOf(tx, one.id, NOON)).toEqual([]);
    expect(await listOpenSessionsOf(tx, other.id, NOON)).toHaveLength(1);
    await appendSignInEvent(tx, { at: NOON, accountId: one.id, kind: 'failed', facts: { tries: 3 } });
    expect(await signInEventsOf(tx, one.id, 5)).toMatchObject([{ kind: 'failed', facts: { tries: 3 } }]);
  });
});
