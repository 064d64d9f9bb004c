import { type Transaction } from 'sequelize';
import {
  ancestorsOf,
  changeAgency,
  childrenOf,
  divisionsOf,
  findAgencyByAdminCode,
  findAgencyByCode,
  insertSuccessor,
  listAgenciesOn,
  readAgency,
  successorsOf,
} from '../../server/store/agencies';
import {
  insertOfficeHours,
  insertPublication,
  putCalendarDay,
  readCalendarMark,
  readCalendarRows,
} from '../../server/store/office-calendar';
import { findSetting, putSetting } from '../../server/store/settings';
import { useDatabase } from '../support/database';
import { enterAgency, NOON, TODAY } from '../support/on-record';

const database = useDatabase();
const transaction = <Answer>(work: (tx: Transaction) => Promise<Answer>) => database.sequelize.transaction(work);

test('knows the bodies of a day: a former commune is there until its last day, and names its successor after', async () => {
  await transaction(async (tx) => {
    const former = await enterAgency(tx, { code: 'former', adminCode: 'A1', validFromOn: '2010-01-01', validToOn: '2025-07-01' });
    const present = await enterAgency(tx, { code: 'present', adminCode: 'A1' });
    await insertSuccessor(tx, { formerId: former.id, successorId: present.id, part: null });
    const codesOn = async (day: string) => (await listAgenciesOn(tx, day)).map(({ code }) => code);
    expect(await codesOn('2025-06-30')).toEqual(['former']);
    expect(await codesOn('2025-07-01')).toEqual(['present']);
    const find = (onDate: string) => findAgencyByAdminCode(tx, { adminCode: 'A1', kind: 'commune', onDate });
    expect([(await find('2025-06-30'))?.id, (await find(TODAY))?.id]).toEqual([former.id, present.id]);
    expect(await successorsOf(tx, former.id)).toMatchObject([{ code: 'present', part: null }]);
    expect(await findAgencyByCode(tx, 'former')).toEqual(former);
    await expect(readAgency(tx, -1)).rejects.toMatchObject({ code: 'not-found' });
  });
});

test('walks the tree down to divisions and up to the province', async () => {
  await transaction(async (tx) => {
    const province = await enterAgency(tx, { kind: 'province' });
    const department = await enterAgency(tx, { kind: 'department', parentId: province.id });
    const division = await enterAgency(tx, { kind: 'division', parentId: department.id });
    await enterAgency(tx, { kind: 'land-office', parentId: department.id });
    expect(await childrenOf(tx, department.id, TODAY)).toHaveLength(2);
    expect((await divisionsOf(tx, department.id, TODAY)).map(({ id }) => id)).toEqual([division.id]);
    expect((await ancestorsOf(tx, division.id)).map(({ id }) => id)).toEqual([division.id, department.id, province.id]);
    expect(await changeAgency(tx, division.id, { name: 'Phòng mới', validToOn: '2027-01-01' })).toMatchObject({
      name: 'Phòng mới',
      parentId: department.id,
    });
  });
});

test('holds one meaning of a day per agency, the latest published, and shows that the calendar has changed', async () => {
  await transaction(async (tx) => {
    const agency = await enterAgency(tx);
    const before = await readCalendarMark(tx);
    const publication = {
      publishedFromOn: '2026-01-01',
      publishedThroughOn: '2027-12-31',
      decision: 'QĐ 1',
      publishedAt: NOON,
      publishedBy: 'test',
    };
    const first = await insertPublication(tx, publication);
    const second = await insertPublication(tx, { ...publication, decision: 'QĐ 2' });
    expect(await readCalendarMark(tx)).not.toBe(before);
    const day = {
      onDate: '2027-02-05',
      agencyId: null,
      kind: 'off',
      name: 'Tết',
      decision: 'QĐ 1',
      source: null,
      movesDates: false,
      publicationId: first.id,
    } as const;
    await putCalendarDay(tx, day);
    await putCalendarDay(tx, { ...day, agencyId: agency.id, kind: 'closure', movesDates: true });
    await putCalendarDay(tx, { ...day, kind: 'make-up', publicationId: second.id });
    await insertOfficeHours(tx, { agencyId: null, validFromOn: '2026-01-01', hours: { monday: [['07:00', '11:30']] }, decision: 'QĐ 3' });
    const { publications, days, hours } = await readCalendarRows(tx);
    expect(publications.map(({ decision }) => decision)).toEqual(['QĐ 1', 'QĐ 2']);
    expect(days.map(({ agencyId, kind, movesDates }) => [agencyId, kind, movesDates])).toEqual([
      [null, 'make-up', false],
      [agency.id, 'closure', true],
    ]);
    expect(hours).toMatchObject([{ validFromOn: '2026-01-01', hours: { monday: [['07:00', '11:30']] } }]);
  });
});

test('keeps what the province decided last, of whatever shape', async () => {
  await transaction(async (tx) => {
    const setting = { key: 'dossier-code.pattern', ground: null, changedAt: NOON, changedBy: 'test' };
    for (const value of ['H27', ['a', 1], { deep: [true] }, null, 5]) {
      await putSetting(tx, { ...setting, value });
      expect(await findSetting(tx, setting.key)).toEqual({ ...setting, value });
    }
  });
});
