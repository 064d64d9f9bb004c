import { randomUUID } from 'node:crypto';
import { type Transaction } from 'sequelize';
import { authoritiesOf, endAuthority, findAuthority, insertAuthority } from '../../server/store/authorities';
import {
  findCertificateOf,
  findSealOf,
  findServerCertificateOf,
  insertCertificate,
  insertTrustAnchor,
  listTrustAnchors,
  readCertificate,
  revokeCertificate,
} from '../../server/store/certificates';
import { findHolderOfDuty, findPost, findStaffMemberByAccount, postsOf, readStaffMember, staffWithDuty } from '../../server/store/staff';
import { useDatabase } from '../support/database';
import { enterAgency, enterStaffMember, NOON, TODAY } from '../support/on-record';

const database = useDatabase();
const transaction = <Answer>(work: (tx: Transaction) => Promise<Answer>) => database.sequelize.transaction(work);
const minutes = (count: number) => new Date(NOON.getTime() + 60_000 * count);

test('finds who holds a duty at an agency on a day', async () => {
  await transaction(async (tx) => {
    const agency = await enterAgency(tx);
    const clerk = await enterStaffMember(tx, { agencyId: agency.id, duties: ['clerk'] });
    await enterStaffMember(tx, { agencyId: agency.id, duties: ['officer'] });
    const holders = async (onDate: string) => (await staffWithDuty(tx, { agencyId: agency.id, duty: 'clerk', onDate })).map(({ id }) => id);
    expect(await holders(TODAY)).toEqual([clerk.id]);
    expect(await holders('2025-06-30')).toEqual([]);
    expect(await findHolderOfDuty(tx, { agencyId: agency.id, duty: 'clerk', onDate: TODAY })).toMatchObject({
      title: expect.any(String) as string,
    });
    expect(await findHolderOfDuty(tx, { agencyId: agency.id, duty: 'leader', onDate: TODAY })).toBeUndefined();
    expect(await postsOf(tx, clerk.id, TODAY)).toMatchObject([{ id: clerk.postId, agencyKind: 'commune' }]);
    expect(await findPost(tx, clerk.postId)).toMatchObject({ duties: ['clerk'], agencyId: agency.id });
    expect(await findStaffMemberByAccount(tx, clerk.accountId)).toEqual(await readStaffMember(tx, clerk.id));
  });
});

test('finds the right to sign for an agency, a procedure and a day, and only there', async () => {
  await transaction(async (tx) => {
    const agency = await enterAgency(tx);
    const { id: staffId } = await enterStaffMember(tx, { agencyId: agency.id, duties: ['leader'] });
    const right = await insertAuthority(tx, {
      staffId,
      agencyId: agency.id,
      formula: 'KT.',
      position: 'Phó Chủ tịch',
      scope: ['2.000635'],
      decision: 'QĐ',
      validFromOn: '2026-01-01',
    });
    const find = (scope: string, agencyId = agency.id, onDate = TODAY) => findAuthority(tx, { staffId, agencyId, scope, onDate });
    expect(await find('2.000635')).toEqual(right);
    expect([await find('1.002153'), await find('2.000635', agency.id + 1), await find('2.000635', agency.id, '2025-12-31')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    await endAuthority(tx, right.id, TODAY);
    expect(await find('2.000635')).toBeUndefined();
    expect(await authoritiesOf(tx, staffId, '2026-11-24')).toHaveLength(1);
    const all = await insertAuthority(tx, { ...right, id: randomUUID(), scope: ['*'], validFromOn: TODAY, validToOn: null });
    expect(await find('1.002153')).toMatchObject({ id: all.id });
  });
});

test('finds the certificate that can be used at an instant: valid, not revoked, the one that lasts longest', async () => {
  await transaction(async (tx) => {
    const agency = await enterAgency(tx);
    const { id: staffId } = await enterStaffMember(tx, { agencyId: agency.id, duties: ['leader'] });
    const paper = {
      subject: 'CN',
      serial: '1',
      certificate: Buffer.from([1, 2]),
      validFromAt: minutes(-60),
      validToAt: minutes(60),
      createdAt: NOON,
    };
    const own = await insertCertificate(tx, { ...paper, holder: 'person', staffId });
    const longer = await insertCertificate(tx, { ...paper, holder: 'person', staffId, validToAt: minutes(90) });
    const seal = await insertCertificate(tx, { ...paper, holder: 'agency', agencyId: agency.id });
    const server = await insertCertificate(tx, { ...paper, holder: 'centre-server', agencyId: agency.id });
    expect((await findCertificateOf(tx, staffId, NOON))?.id).toBe(longer.id);
    await revokeCertificate(tx, { id: longer.id, at: NOON, by: null, reason: 'mất khoá' });
    expect((await findCertificateOf(tx, staffId, NOON))?.id).toBe(own.id);
    expect((await findCertificateOf(tx, staffId, minutes(-1)))?.id).toBe(longer.id);
    expect(await findCertificateOf(tx, staffId, minutes(60))).toBeUndefined();
    expect([(await findSealOf(tx, agency.id, NOON))?.id, (await findServerCertificateOf(tx, agency.id, NOON))?.id]).toEqual([
      seal.id,
      server.id,
    ]);
    expect((await readCertificate(tx, own.id)).certificate).toEqual(Buffer.from([1, 2]));
    await insertTrustAnchor(tx, {
      subject: 'CA',
      certificate: Buffer.from([3]),
      purpose: 'sign',
      validFromAt: NOON,
      validToAt: minutes(9),
    });
    expect(await listTrustAnchors(tx)).toMatchObject([{ subject: 'CA', demonstration: false }]);
  });
});
