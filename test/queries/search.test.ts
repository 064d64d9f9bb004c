import { type DossierRow } from '../../server/store/models/dossier';
import { rows } from '../../server/store/rows';
import { type Transaction } from '../../server/store/transaction';
import { enterCase } from '../support/readable-case';
import { MORNING, useOffice } from '../support/server';

const office = useOffice();
const inTransaction = <Answer>(work: (tx: Transaction) => Promise<Answer>) => office.sequelize.transaction(work);
const enter = (values: Partial<DossierRow>) => inTransaction((tx) => enterCase(tx, office, values));
const commune = () => ({ centreId: office.places['commune-centre'].id as number, agencyId: office.places.commune.id as number });
const names = async (body: object, client = office.as('clerk')) => {
  const answer = await client.post('/api/searches/dossiers', body);
  expect(answer.status).toBe(200);
  return (answer.body as { items: { ownerName: string }[] }).items.map(({ ownerName }) => ownerName);
};

beforeAll(async () => {
  const owner = { ownerNumber: '042085001234', ownerPhone: '0912345678', submitterName: 'Người nộp hộ' };
  await enter({
    ...commune(),
    ...owner,
    ownerName: 'Đặng Thị Hoà',
    code: 'H27.31-261125-0001',
    submittedAt: new Date(MORNING.getTime() + 1),
  });
  await enter({ ...commune(), ownerName: 'Đặng Hoàng Thịnh', outsideSource: 'portal', outsideCode: 'G22.99-x/7' });
  await enter({ ownerName: 'Đặng Thị Hoà', code: 'H27.STP-261125-0001' });
});

test.each([
  ['the whole name', 'Đặng Thị Hoà', ['Đặng Thị Hoà']],
  ['without diacritics, the mark of the tone elsewhere', 'dang thi hòa', ['Đặng Thị Hoà']],
  ['in any order, in any case', 'HOÀ đặng', ['Đặng Thị Hoà']],
  ['the last word as the beginning of several', 'đặng hoà', ['Đặng Thị Hoà', 'Đặng Hoàng Thịnh']],
  ['the last word as far as it is typed', 'đặng thị h', ['Đặng Thị Hoà']],
  ['words that only begin a name, but are not the last', 'thi hoang', []],
  ['decomposed letters', 'Đặng Thị Hoà'.normalize('NFD'), ['Đặng Thị Hoà']],
  ['signs instead of words', "!!! & | ' :*", []],
  ['a word of another language of the search', 'hoà or thịnh', []],
])('finds by words of the name: %s', async (_how, words, expected) => {
  expect(await names({ words })).toEqual(expected);
});

test.each([
  ['code', { code: 'H27.31-261125-0001' }],
  ['code as it is typed', { code: ' h27.31-261125-0001 ' }],
  ['citizen number', { citizenNumber: '042 085 001 234' }],
  ['telephone', { phone: '+84 912 345 678' }],
])('finds by %s', async (_how, body) => {
  expect(await names(body)).toEqual(['Đặng Thị Hoà']);
});

test('finds a dossier by the code that another system gave it', async () => {
  expect(await names({ code: 'G22.99-x/7' })).toEqual(['Đặng Hoàng Thịnh']);
  expect(await names({ code: 'G22.99-X/7' })).toEqual([]);
});

test('looks into the reader’s own agencies; inspection and the head of the provincial centre into the whole province', async () => {
  expect(await names({ code: 'H27.STP-261125-0001' })).toEqual([]);
  expect(await names({ words: 'đặng thị hoà' }, office.as('officer', { place: 'division' }))).toEqual(['Đặng Thị Hoà']);
  expect(await names({ words: 'đặng thị hoà' }, office.as('officer', { place: 'other-department' }))).toEqual([]);
  for (const overseer of [office.as('inspector'), office.as('centre-head', { place: 'provincial-centre' })])
    expect(await names({ words: 'đặng thị hoà' }, overseer)).toEqual(['Đặng Thị Hoà', 'Đặng Thị Hoà']);
  expect(await names({ words: 'đặng thị hoà' }, office.as('centre-head'))).toEqual(['Đặng Thị Hoà']);
});

test('shows the end of an identity number, and leaves a line of how many were shown', async () => {
  const { body } = await office.as('clerk').post('/api/searches/dossiers', { citizenNumber: '042085001234' });
  expect(body.items[0]).toMatchObject({ ownerNumberEnd: '234', centreName: 'Trung tâm phường Thành Sen', submitterName: 'Người nộp hộ' });
  expect(JSON.stringify(body)).not.toContain('042085001234');
  const { staffId } = await office.staff('clerk');
  const [line] = await inTransaction((tx) =>
    rows<object>(tx, 'select endpoint, found, dossier_id as "dossierId" from access_log where staff_id = $1 order by id desc limit 1', [
      staffId,
    ]),
  );
  expect(line).toEqual({ endpoint: 'searchDossiers', found: 1, dossierId: null });
});

test('goes through what it found page by page, newest first', async () => {
  for (let minute = 0; minute < 5; minute++)
    await enter({ ...commune(), ownerName: 'Kiều Văn Bảy', submittedAt: new Date(MORNING.getTime() + (minute % 3) * 60_000) });
  const seen: { id: string; submittedAt: string }[] = [];
  let after: string | undefined;
  do {
    const { body } = await office.as('clerk').post('/api/searches/dossiers', { words: 'kieu bay', size: 2, ...(after ? { after } : {}) });
    seen.push(...(body.items as typeof seen));
    after = (body.next as string | null) ?? undefined;
  } while (after);
  expect(new Set(seen.map(({ id }) => id)).size).toBe(5);
  expect(seen.map(({ submittedAt }) => submittedAt)).toEqual(
    seen
      .map(({ submittedAt }) => submittedAt)
      .sort()
      .reverse(),
  );
});

test('asks for exactly one thing to look for', async () => {
  const clerk = office.as('clerk');
  for (const body of [
    {},
    { words: 'a', phone: '0912345678' },
    { words: '' },
    { phone: '12' },
    { citizenNumber: "' or 1=1 --" },
    { name: 'a' },
  ])
    expect((await clerk.post('/api/searches/dossiers', body)).status).toBe(422);
  for (const words of ['\u0000', '\ud800'])
    expect((await clerk.post('/api/searches/dossiers', {}, { raw: JSON.stringify({ words }) })).status).toBe(422);
});

test('is for those who work on dossiers: not for citizens, administrators or the post', async () => {
  const body = { words: 'đặng' };
  expect((await office.nobody().post('/api/searches/dossiers', body)).status).toBe(401);
  for (const client of [office.asCitizen(), office.as('administrator'), office.as('postman'), office.as('post-counter-clerk')])
    expect((await client.post('/api/searches/dossiers', body)).status).toBe(403);
});
