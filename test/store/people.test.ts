import { type Transaction } from 'sequelize';
import { findPeopleByNumber, findPersonByPaper, insertPaper, papersOf, provePaper } from '../../server/store/identity-papers';
import {
  findOrganisationByTaxCode,
  insertOrganisation,
  insertRepresentative,
  organisationsOf,
  readOrganisation,
} from '../../server/store/organisations';
import { insertPerson, readPerson } from '../../server/store/people';
import { searchDossiers } from '../../server/store/dossier-search';
import { useDatabase } from '../support/database';
import { enterAgency, enterDossier, enterPerson, enterProcedure, NOON, TODAY } from '../support/on-record';

const database = useDatabase();
const transaction = <Answer>(work: (tx: Transaction) => Promise<Answer>) => database.sequelize.transaction(work);

const names = ['Đặng Thị Hoà', 'Đặng Thị Hoài An', 'Nguyễn Hoà Đặng', 'Nguyễn Văn Ơn', 'Lê Thị Ưu'.normalize('NFD')];
beforeAll(async () => {
  await transaction(async (tx) => {
    const place = { agency: await enterAgency(tx), procedure: await enterProcedure(tx) };
    for (const ownerName of names) await enterDossier(tx, place, { ownerName });
  });
});

const found = async (name: string) => {
  const search = { sought: { by: 'owner-name', name }, agencyIds: null, after: null, limit: 20 } as const;
  return (await transaction((tx) => searchDossiers(tx, search))).map(({ ownerName }) => ownerName);
};

test.each([
  ['without diacritics', 'dang thi hoa', ['Đặng Thị Hoà', 'Đặng Thị Hoài An']],
  ['in any order', 'hoa dang thi', ['Đặng Thị Hoà']],
  ['in capitals, with diacritics placed otherwise', 'ĐẶNG HÒA', ['Nguyễn Hoà Đặng', 'Đặng Thị Hoà', 'Đặng Thị Hoài An']],
  ['with the last word only begun', 'nguyen v', ['Nguyễn Văn Ơn']],
  ['with the earlier words whole', 'nguy van', []],
  ['typed as letter and mark apart', 'Ưu'.normalize('NFD'), ['Lê Thị Ưu'.normalize('NFD')]],
  ['with blanks and points around', '  ,Ơn . ', ['Nguyễn Văn Ơn']],
  ['of nothing but marks', `'!&|:*<->\\`, []],
  ['of nothing', '   ', []],
])('finds owners %s', async (_how, typed, expected) => {
  expect((await found(typed)).sort()).toEqual([...expected].sort());
});

test.each([`a':* | 'b`, `\\`, `'''`, '%', '_', '(((', 'a & !b', `o'brien`, 'x\ty', '😀', `nguyen' | 'le`])(
  'takes %p as words, never as a query',
  async (typed) => {
    await expect(found(typed)).resolves.toEqual([]);
  },
);

test('finds a person by a proved paper only, and proves one number for one person', async () => {
  const paper = { kind: 'citizen-number', country: 'VN', number: '042090000001' } as const;
  const [claimant, owner] = await transaction(
    async (tx) => [await enterPerson(tx, 'Người Khai'), await enterPerson(tx, 'Chủ Thẻ')] as const,
  );
  const [claimed, shown] = await transaction(async (tx) => [
    await insertPaper(tx, { ...paper, personId: claimant.id, createdAt: NOON }),
    await insertPaper(tx, { ...paper, personId: owner.id, createdAt: NOON }),
  ]);
  expect(await transaction((tx) => findPersonByPaper(tx, paper))).toBeUndefined();
  await transaction((tx) => provePaper(tx, { id: shown.id, at: NOON, by: 'clerk' }));
  expect(await transaction((tx) => findPersonByPaper(tx, paper))).toMatchObject({ id: owner.id });
  await expect(transaction((tx) => provePaper(tx, { id: claimed.id, at: NOON, by: 'clerk' }))).rejects.toThrow();
  expect((await transaction((tx) => findPeopleByNumber(tx, paper.number))).map(({ id }) => id)).toEqual([owner.id, claimant.id]);
  expect(await transaction((tx) => papersOf(tx, owner.id))).toMatchObject([{ provedBy: 'clerk' }]);
});

test('keeps a newborn without number, and an address as it was given', async () => {
  const address = { commune: '18073', line: 'thôn 1', history: [1, 2] };
  const child = await transaction((tx) => insertPerson(tx, { fullName: 'Bé', bornOn: '2026-11-20', address, createdAt: NOON }));
  expect(await transaction((tx) => readPerson(tx, child.id))).toMatchObject({
    bornOn: '2026-11-20',
    address,
    nationality: 'VN',
    createdAt: NOON,
  });
});

test('finds organisations by tax code, and those for which a person may speak on a day', async () => {
  const organisation = await transaction((tx) =>
    insertOrganisation(tx, { name: 'Công ty TNHH Hồng Lĩnh', taxCode: '3000000001', createdAt: NOON }),
  );
  const person = await transaction((tx) => enterPerson(tx, 'Người Đại Diện'));
  await transaction((tx) =>
    insertRepresentative(tx, { organisationId: organisation.id, personId: person.id, validFromOn: '2026-01-01', validToOn: TODAY }),
  );
  expect(await transaction((tx) => findOrganisationByTaxCode(tx, '3000000001'))).toEqual(organisation);
  expect(await transaction((tx) => readOrganisation(tx, organisation.id))).toEqual(organisation);
  expect(await transaction((tx) => organisationsOf(tx, person.id, '2026-11-24'))).toHaveLength(1);
  expect(await transaction((tx) => organisationsOf(tx, person.id, TODAY))).toEqual([]);
});

test('finds dossiers by code, owner, number and telephone, within the agencies that the reader may see', async () => {
  const { agency, dossier } = await transaction(async (tx) => {
    const place = { agency: await enterAgency(tx), procedure: await enterProcedure(tx) };
    const values = { ownerName: 'Phan Đình Tìm', ownerNumber: '042090000099', ownerPhone: '0912345678', code: 'H27.1-261125-0001' };
    return { ...place, dossier: await enterDossier(tx, place, values) };
  });
  const search = async (sought: Parameters<typeof searchDossiers>[1]['sought'], agencyIds: number[] | null) =>
    (await transaction((tx) => searchDossiers(tx, { sought, agencyIds, after: null, limit: 10 }))).map(({ id }) => id);
  expect(await search({ by: 'code', code: 'H27.1-261125-0001' }, null)).toEqual([dossier.id]);
  expect(await search({ by: 'owner-name', name: 'tim phan' }, [agency.id])).toEqual([dossier.id]);
  expect(await search({ by: 'owner-number', number: '042090000099' }, [agency.id])).toEqual([dossier.id]);
  expect(await search({ by: 'owner-phone', phone: '0912345678' }, [agency.id])).toEqual([dossier.id]);
  expect(await search({ by: 'owner-name', name: 'tim phan' }, [agency.id + 1])).toEqual([]);
  const after = { submittedAt: NOON, id: dossier.id };
  expect(
    await transaction((tx) => searchDossiers(tx, { sought: { by: 'owner-name', name: 'tim' }, agencyIds: null, after, limit: 9 })),
  ).toEqual([]);
});
