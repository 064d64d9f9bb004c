import { randomUUID } from 'node:crypto';
import { type Context } from '../../server/casework/context';
import { type Actor } from '../../server/policies/actor';
import { publishDiagram } from '../../server/store/published-versions';
import { compileDiagram } from '../../server/workflow/compile';
import { engineVersion } from '../../server/workflow/workflow';
import { MORNING } from '../support/commune';
import { feeOf, fileDossier, OWNER_NUMBER, type Filed, type Filing } from '../support/filed-dossier';
import { POST_DIAGRAM } from '../support/post-diagram';
import { useOffice } from '../support/server';

const office = useOffice();
let filing: Filing;
beforeAll(async () => {
  const compiled = await compileDiagram(POST_DIAGRAM);
  const published = {
    name: 'Bưu chính',
    xml: POST_DIAGRAM,
    compiled,
    sha256: 'd',
    engineVersion,
    publishedAt: MORNING,
    publishedBy: 'test',
  };
  filing = {
    as: async <Answer>(actor: Actor, command: (context: Context) => Promise<Answer>) =>
      (await office.perform({ actor, endpoint: 'test' }, command)).answer,
    version: await office.sequelize.transaction((tx) => publishDiagram(tx, { key: randomUUID(), ...published })),
    centre: office.places['commune-centre'],
    commune: office.places.commune,
  };
}, 60_000);

const recipient = { name: 'Đặng Thị Hoà', paper: 'Căn cước', number: OWNER_NUMBER, relation: 'owner' };
const address = { street: 'Thôn 3', province: 'Hà Tĩnh', receiver: 'Đặng Thị Hoà', phone: '0912345678', isCashOnDelivery: true };
const contents = [{ name: 'Trích lục khai sinh', originals: 1, copies: 0 }];
const file = async (filed: Filed = {}) => (await fileDossier(filing, { status: 9, ...filed })).dossier;

test('a fee is paid at the collector’s, and the result given at the counter', async () => {
  const { id, version } = await file({ fees: [feeOf()] });
  const at = `/api/dossiers/${id}`;
  const give = { expectedVersion: version, recipient };
  expect(await office.as('clerk').post(`${at}/counter-return`, give)).toMatchObject({ status: 409, body: { code: 'fee-unsettled' } });
  const payment = { expectedVersion: version, method: 'cash', amountDong: 8000 };
  expect((await office.as('clerk').post(`${at}/payments`, payment)).status).toBe(403);
  const key = randomUUID();
  const paid = await office.as('fee-collector').post(`${at}/payments`, payment, { key });
  expect(paid).toMatchObject({ status: 200, body: { dossier: { id, version: version + 1 } } });
  expect(await office.as('fee-collector').post(`${at}/payments`, payment, { key })).toMatchObject({ status: 200, body: paid.body });
  expect(await office.as('clerk').get(`${at}/fees`)).toMatchObject({ body: { outstandingDong: 0, payments: [{ state: 'settled' }] } });
  expect(await office.as('clerk').post(`${at}/counter-return`, give)).toMatchObject({ status: 409, body: { code: 'stale' } });
  const given = await office.as('clerk').post(`${at}/counter-return`, { ...give, expectedVersion: version + 1 });
  expect(given).toMatchObject({ status: 200, body: { dossier: { status: 10, acts: [] } } });
});

test('what was paid twice is given back by the collector alone', async () => {
  const { id, version } = await file({ fees: [feeOf()] });
  const at = `/api/dossiers/${id}`;
  const [clerk, collector] = [office.as('clerk'), office.as('fee-collector')];
  for (const step of [0, 1]) {
    const paid = { expectedVersion: version + step, method: 'cash', amountDong: 8000, feeKeys: ['copy'], isPaidTwice: step === 1 };
    expect((await collector.post(`${at}/payments`, paid)).status).toBe(200);
    office.clock.step({ seconds: 1 });
  }
  const { payments, refundDueDong } = (await clerk.get(`${at}/fees`)).body as { payments: { id: string }[]; refundDueDong: number };
  expect(refundDueDong).toBe(8000);
  const refund = { expectedVersion: version + 2, method: 'cash', receiver: 'Đặng Thị Hoà', reason: 'Nộp hai lần' };
  const [first, second] = payments.map((payment) => `${at}/payments/${payment.id}/refund`) as [string, string];
  expect((await clerk.post(second, refund)).status).toBe(403);
  expect(await collector.post(first, refund)).toMatchObject({ status: 409, body: { code: 'refund-not-due' } });
  expect((await collector.post(second, refund)).status).toBe(200);
  expect((await clerk.get(`${at}/fees`)).body).toMatchObject({ refundDueDong: 0, payments: [{ state: 'settled' }, { state: 'refunded' }] });
});

test('an envelope goes to the post, fails, comes back, and is asked about again', async () => {
  const { id, version, code } = await file({ fees: [feeOf()], returnWay: 'post', returnAddress: address });
  const handed = await office.as('clerk').post(`/api/dossiers/${id}/postal-hand-over`, { expectedVersion: version, contents });
  expect(handed).toMatchObject({ status: 200, body: { dossier: { subStatus: 'with-post', returnWay: 'post' } } });
  const events = `/api/parcels/${code}/events`;
  const eventAt = office.clock.now().toISOString();
  const failed = { kind: 'delivery-failed', eventAt, reason: 'Đi vắng' };
  expect((await office.nobody().post(events, failed)).status).toBe(401);
  expect((await office.as('officer').post(events, failed)).status).toBe(403);
  expect(await office.as('postman').post(events, failed)).toMatchObject({
    status: 200,
    body: { code, state: 'failed', attempts: 1, cashOnDeliveryDong: 8000, events: [{ kind: 'delivery-failed', reason: 'Đi vắng' }] },
  });
  expect((await office.as('postman').post(events, { ...failed, reason: 'khác' })).body.events).toHaveLength(1);
  expect((await office.as('clerk', { place: 'other-commune-centre' }).post(events, failed)).status).toBe(404);
  await office.as('clerk').post(events, { kind: 'returned', eventAt });
  const settled = { expectedVersion: version + 3, condition: 'sealed', next: 'counter' };
  expect(await office.as('clerk').post(`/api/dossiers/${id}/failed-parcel`, settled)).toMatchObject({
    status: 200,
    body: { dossier: { status: 9, returnWay: 'counter', acts: [{ act: 'return-at-counter' }] } },
  });
});

test.each([
  ['/payments', { method: 'gold', amountDong: 8000 }],
  ['/payments', { method: 'cash', amountDong: 0 }],
  ['/payments', { method: 'cash', amountDong: 8000.5 }],
  ['/counter-return', { recipient: { ...recipient, relation: 'friend' } }],
  ['/counter-return', { recipient: { ...recipient, name: ' ' } }],
  ['/postal-hand-over', { contents: [] }],
  ['/postal-hand-over', { contents: [{ name: 'Sổ', originals: 0, copies: 0 }] }],
  ['/failed-parcel', { condition: 'wet', next: 'counter' }],
])('refuses %s with %j, and nothing changes', async (path, body) => {
  const { id, version } = await file({ fees: [feeOf()] });
  const actor = office.as(path === '/payments' ? 'fee-collector' : 'clerk');
  expect((await actor.post(`/api/dossiers/${id}${path}`, { expectedVersion: version, ...body })).status).toBe(422);
  expect(await office.as('clerk').get(`/api/dossiers/${id}/fees`)).toMatchObject({ body: { outstandingDong: 8000, payments: [] } });
});

test('strangers see neither the fees nor the way of a result', async () => {
  const { id, version } = await file({ fees: [feeOf()] });
  const stranger = office.as('clerk', { place: 'other-commune-centre' });
  expect((await stranger.get(`/api/dossiers/${id}/fees`)).status).toBe(404);
  expect((await office.asCitizen().get(`/api/dossiers/${id}/fees`)).status).toBe(404);
  expect((await office.asCitizen().put(`/api/dossiers/${id}/return-way`, { expectedVersion: version, way: 'counter' })).status).toBe(404);
  expect((await office.nobody().get(`/api/dossiers/${id}/fees`)).status).toBe(401);
  expect(await office.as('clerk').get('/api/calls')).toMatchObject({ status: 200, body: { items: [] } });
});
