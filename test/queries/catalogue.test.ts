import { changeAgency, insertSuccessor } from '../../server/store/agencies';
import { confirmProcedureVersion } from '../../server/store/procedures';
import { type Transaction } from '../../server/store/transaction';
import { enterAgency } from '../support/on-record';
import { enterShippedProcedure } from '../support/readable-case';
import { MORNING, useOffice } from '../support/server';

const office = useOffice();
const inTransaction = <Answer>(work: (tx: Transaction) => Promise<Answer>) => office.sequelize.transaction(work);
const get = (path: string) => office.nobody().get(path);

beforeAll(async () => {
  await inTransaction(async (tx) => {
    const centreId = office.places['provincial-centre'].id as number;
    await enterAgency(tx, { code: 'H27.STP', kind: 'department', name: 'Sở Tư pháp tỉnh Hà Tĩnh', centreId });
    await enterShippedProcedure(tx, '1.002153');
    await enterShippedProcedure(tx, '2.000635');
  });
});

test('lists the procedures in force to anybody, page by page', async () => {
  const { status, body } = await get('/api/procedures');
  expect([status, body.next]).toEqual([200, null]);
  expect(body.items).toEqual([
    {
      code: '1.002153',
      name: { vi: 'Đăng ký hành nghề luật sư với tư cách cá nhân', en: 'Registration as an individual practising lawyer' },
      field: 'Luật sư',
      level: 'province',
      online: 'whole',
      standing: 'unverified',
    },
    expect.objectContaining({ code: '2.000635', level: 'commune' }),
  ]);
  const first = await get('/api/procedures?size=1');
  const second = await get(`/api/procedures?size=1&after=${first.body.next as string}`);
  expect([first.body.items[0].code, second.body.items[0].code, second.body.next]).toEqual(['1.002153', '2.000635', null]);
});

test.each([
  ['words=trich luc ho tich', ['2.000635']],
  ['words=LUẬT SƯ', ['1.002153']],
  ['words=không có', []],
  [`words=' | !`, []],
  ['field=Hộ tịch', ['2.000635']],
  ['level=province', ['1.002153']],
  ['level=commune&words=luật sư', []],
])('finds procedures by %s', async (query, codes) => {
  const { body } = await get(`/api/procedures?${new URLSearchParams(query).toString()}`);
  expect((body as { items: { code: string }[] }).items.map(({ code }) => code)).toEqual(codes);
});

test('publishes all of a procedure: papers and time by case, fees, where and how to file, and how sure the office is', async () => {
  const { body } = await get('/api/procedures/1.002153');
  expect(body).toMatchObject({
    version: 1,
    standing: 'unverified',
    sourceDecision: '1262/QĐ-BTP',
    competentAgency: { code: 'H27.STP', name: 'Sở Tư pháp tỉnh Hà Tĩnh' },
    filing: { online: { kind: 'own-form' }, isPostOpen: true, presence: [], centres: [{ name: 'Trung tâm Phục vụ hành chính công tỉnh' }] },
    fees: [],
    result: { kinds: ['electronic'] },
  });
  expect(body.doubts.length).toBeGreaterThan(0);
  expect(body.cases).toMatchObject([
    {
      key: 'registration',
      components: [
        { key: 'application', channels: ['counter', 'post'], isRequired: true, originals: 1 },
        { key: 'employment-contract', channels: [] },
      ],
      timeLimits: [{ limit: '5 working-days', wording: { vi: '05 ngày làm việc' }, clause: { isSure: true } }],
    },
  ]);
  expect(JSON.stringify(body)).not.toMatch(/"signing"|"limits"|supplement-draft|resultBook/);
});

test('gives each case the papers and the time that are its own', async () => {
  const { body } = await get('/api/procedures/2.000635');
  const cases = body.cases as { key: string; components: { key: string }[]; timeLimits: object[] }[];
  expect(cases.length).toBeGreaterThan(1);
  const papers = cases.map(({ components }) => components.map(({ key }) => key).join());
  expect(new Set(papers).size).toBeGreaterThan(1);
  for (const { timeLimits } of cases) expect(timeLimits.length).toBeGreaterThan(0);
  expect(body.fees).toMatchObject([{ amountDong: expect.any(Number), wording: { vi: expect.any(String) }, isRefundable: false }]);
});

test('says when an administrator has confirmed a version', async () => {
  const { versionId } = (await get('/api/procedures/2.000635')).body as { versionId: string };
  const confirmation = { decision: 'QĐ 1', confirmedAt: MORNING, confirmedBy: 'quản trị' };
  await inTransaction((tx) => confirmProcedureVersion(tx, { procedureVersionId: versionId, ...confirmation }));
  expect((await get('/api/procedures/2.000635')).body).toMatchObject({ standing: 'confirmed' });
});

test('refuses a procedure that is not there, or not in force yet', async () => {
  expect((await get('/api/procedures/9.999999')).status).toBe(404);
  office.clock.set('2025-12-31T02:00:00Z');
  expect(await get('/api/procedures/2.000635')).toMatchObject({ status: 409, body: { code: 'procedure-not-in-force' } });
  expect((await get('/api/procedures')).body).toEqual({ items: [], next: null });
  office.clock.set(MORNING);
});

test('shows the tree of agencies of a day, with those that took over from a body that has ended', async () => {
  await inTransaction(async (tx) => {
    const district = await enterAgency(tx, {
      code: 'H27.old',
      kind: 'district',
      name: 'Huyện cũ',
      validFromOn: '2020-01-01',
      validToOn: '2025-07-01',
    });
    await insertSuccessor(tx, { formerId: district.id, successorId: office.places.commune.id, part: 'phía bắc' });
    await changeAgency(tx, office.places.commune.id, { address: 'Số 1' });
  });
  const codes = (body: { agencies: { code: string }[] }) => body.agencies.map(({ code }) => code);
  const now = (await get('/api/agencies')).body as { onDate: string; agencies: { code: string }[] };
  expect(now.onDate).toBe('2026-11-25');
  expect(codes(now)).not.toContain('H27.old');
  expect(now.agencies).toContainEqual(
    expect.objectContaining({
      code: 'T.commune',
      parentCode: 'T.province',
      centreCode: 'T.commune-centre',
      address: 'Số 1',
      successors: [],
    }),
  );
  const before = (await get('/api/agencies?onDate=2025-06-30')).body as typeof now;
  expect(before.agencies).toEqual([
    expect.objectContaining({
      code: 'H27.old',
      validToOn: '2025-07-01',
      successors: [{ code: 'T.commune', name: 'UBND phường Thành Sen', part: 'phía bắc' }],
    }),
  ]);
  for (const day of ['2025-02-30', '0000-01-01', 'today']) expect((await get(`/api/agencies?onDate=${day}`)).status).toBe(422);
  expect((await get('/api/agencies?onDate=9999-12-31')).status).toBe(200);
});
