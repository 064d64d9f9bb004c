import { handToPost } from '../../server/commands/return/hand-to-post';
import { openCarrier } from '../../server/gateways/post/carrier';
import { openMemoryBook } from '../../server/gateways/post/carrier-book';
import { CARRIER_BEHAVIOURS, type CarrierBehaviour } from '../../server/gateways/post/carrier-trip';
import { refused, unknown } from '../../server/gateways/outcome';
import { type PostalGateway, type PostalOrder } from '../../server/gateways/post/postal-gateway';
import { followParcels } from '../../server/jobs/follow-parcels';
import { deliverOutbox } from '../../server/jobs/outbox-runner';
import { postalOrderTopic } from '../../server/jobs/topics/postal-order';
import { addressOf, changeAgency } from '../../server/store/agencies';
import { incidentsOf, listOpenIncidents } from '../../server/store/incidents';
import { readLedger } from '../../server/store/fee-account';
import { type DossierRow } from '../../server/store/models/dossier';
import { parcelsOf } from '../../server/store/postal-orders';
import { returnsOf } from '../../server/store/returns';
import { openTasksOf } from '../../server/store/tasks';
import { useDatabase } from '../support/database';
import { MORNING, openCommune, type Commune } from '../support/commune';
import { feeOf, fileDossier } from '../support/filed-dossier';
import { enterAgency } from '../support/on-record';
import { POST_DIAGRAM } from '../support/post-diagram';

const database = useDatabase();
let office: Commune;
beforeAll(async () => {
  office = await openCommune(database.sequelize, POST_DIAGRAM);
}, 60_000);
beforeEach(async () => {
  office.clock.set(MORNING);
  await office.at((tx) => tx.sequelize.query('delete from settings; delete from inbox', { transaction: tx }));
});

const PLACES = { ownCode: '42', codeOf: (name: string) => (name === 'Hà Nội' ? '01' : undefined), officePhone: '1900' };
const COD = 8000;

const carrier = (behaviour: CarrierBehaviour) =>
  openCarrier({ now: office.clock.now, seed: 7, behave: () => behaviour, stepMinutes: 60, pageSize: 3, book: openMemoryBook() });

async function handed(isCashOnDelivery = false, province = 'Hà Nội', communeCode?: string) {
  const { dossier } = await fileDossier(office, {
    status: 9,
    fees: isCashOnDelivery ? [feeOf({ amountDong: COD })] : [],
    returnWay: 'post',
    returnAddress: {
      street: 'Thôn 3',
      ...(communeCode ? { communeCode } : {}),
      province,
      receiver: 'Đặng Thị Hoà',
      phone: '0912345678',
      isCashOnDelivery,
    },
  });
  const contents = [{ name: 'Trích lục khai sinh', originals: 1, copies: 2 }];
  const { version } = await office.reload(dossier);
  await office.as(office.clerk, (context) => handToPost(context, { dossierId: dossier.id, expectedVersion: version, contents }));
  return dossier;
}
async function order(post: PostalGateway) {
  const faults: unknown[] = [];
  const topics = { 'postal-order': postalOrderTopic({ post, places: PLACES }) };
  while ((await deliverOutbox({ ...office, topics, reportFault: (fault) => faults.push(fault) })) > 0);
  return faults;
}
async function follow(post: PostalGateway) {
  const faults: unknown[] = [];
  let done = 0;
  for (let round = 1; round > 0; done += round)
    round = await followParcels({ ...office, post, reportFault: (fault) => faults.push(fault) });
  return { faults, done };
}
const parcel = async (dossier: DossierRow) => (await office.at((tx) => parcelsOf(tx, dossier.id)))[0]!;

test('tells the carrier once what is in the envelope, for whom, and what to collect', async () => {
  const dossier = await handed(true);
  const placed: unknown[] = [];
  const post = await carrier('delivers');
  const noted: PostalGateway = {
    ...post,
    placeOrder: async (one) => {
      placed.push(one);
      const outcome = await post.placeOrder(one);
      return placed.length === 1 ? unknown('connection lost') : outcome;
    },
  };
  expect(await order(noted)).toHaveLength(1);
  office.clock.pass(5);
  expect(await order(noted)).toEqual([]);
  expect(placed).toHaveLength(2);
  expect(placed[1]).toEqual({
    orderNumber: dossier.code,
    sender: { name: office.centre.name, address: office.centre.name, phone: '02393000001', provinceCode: '42' },
    receiver: { name: 'Đặng Thị Hoà', address: 'Thôn 3, Hà Nội', phone: '0912345678', provinceCode: '01' },
    contents: 'Trích lục khai sinh (1 bản chính, 2 bản sao)',
    note: 'Trả kết quả giải quyết thủ tục hành chính',
    codDong: COD,
  });
  expect(await parcel(dossier)).toMatchObject({ state: 'handed-over', carrierCode: dossier.code });
});

test('the order says the ward, not its committee, and where the centre is', async () => {
  await office.at((tx) => enterAgency(tx, { kind: 'commune', name: 'Ủy ban nhân dân phường Thành Sen', adminCode: '18073' }));
  const seat = 'Số 2, đường Hùng Vương, phường Thành Sen';
  await office.at((tx) => changeAgency(tx, office.centre.id, { address: seat }));
  const dossier = await handed(false, 'Hà Nội', '18073');
  const foreign = await handed(false, 'Hà Nội', '00070');
  const placed: PostalOrder[] = [];
  const post = await carrier('delivers');
  await order({ ...post, placeOrder: (one) => (placed.push(one), post.placeOrder(one)) });
  await office.at((tx) => changeAgency(tx, office.centre.id, { address: null }));
  const orderOf = ({ code }: { code: string | null }) => placed.find(({ orderNumber }) => orderNumber === code);
  expect(orderOf(dossier)).toMatchObject({ sender: { address: seat }, receiver: { address: 'Thôn 3, phường Thành Sen, Hà Nội' } });
  expect(orderOf(foreign)).toMatchObject({ receiver: { address: 'Thôn 3, mã đơn vị hành chính 00070, Hà Nội' } });
});

test('a centre without an address of its own is at that of its commune, never at the seat of the province', async () => {
  const addresses = await office.at(async (tx) => {
    const province = await enterAgency(tx, { kind: 'province', name: 'Ủy ban nhân dân tỉnh', address: 'Số 1' });
    const commune = await enterAgency(tx, { name: 'Ủy ban nhân dân xã Kỳ Hoa', parentId: province.id, address: 'Thôn Hoa Đông' });
    const bare = await enterAgency(tx, { name: 'Ủy ban nhân dân xã Kỳ Lạc', parentId: province.id });
    const provincial = await enterAgency(tx, { kind: 'centre', name: 'Trung tâm tỉnh', parentId: province.id });
    const centres = await Promise.all(
      [commune, bare].map(({ id }) => enterAgency(tx, { kind: 'centre', name: 'Trung tâm xã', parentId: id })),
    );
    return Promise.all([...centres, provincial].map(({ id }) => addressOf(tx, id)));
  });
  expect(addresses).toEqual(['Thôn Hoa Đông', null, 'Số 1']);
});

test('an order that the carrier refuses goes to a person, and its words to no log', async () => {
  const dossier = await handed();
  const post: PostalGateway = { ...(await carrier('delivers')), placeOrder: async () => refused('Đặng Thị Hoà: sai địa chỉ') };
  const faults = await order(post);
  expect(faults.map(String)).toEqual(['GatewayFault: post: refused']);
  expect(await office.at((tx) => incidentsOf(tx, dossier.id))).toMatchObject([
    { kind: 'postal-order-refused', facts: { parcel: dossier.code, why: 'Đặng Thị Hoà: sai địa chỉ' } },
  ]);
});

test('an order to a province whose code the post’s agreement does not name goes to a person, and never under another’s code', async () => {
  const dossier = await handed(false, 'Nghệ An');
  const post: PostalGateway = { ...(await carrier('delivers')), placeOrder: () => Promise.reject(new Error('was placed')) };
  expect((await order(post)).map(String)).toEqual(['GatewayFault: post: refused']);
  expect(await office.at((tx) => incidentsOf(tx, dossier.id))).toMatchObject([
    { kind: 'postal-order-refused', facts: { why: expect.stringContaining('Nghệ An') as string } },
  ]);
});

const ENDS: Record<CarrierBehaviour, { status: number; acts: (string | null)[]; state: string }> = {
  delivers: { status: 10, acts: [], state: 'delivered' },
  'fails-then-delivers': { status: 10, acts: [], state: 'delivered' },
  returns: { status: 9, acts: ['settle-failed-parcel'], state: 'returned' },
  'collects-later': { status: 10, acts: [], state: 'delivered' },
  'never-delivers': { status: 9, acts: ['record-parcel-event', 'record-parcel-event'], state: 'moving' },
  'tells-late': { status: 10, acts: [], state: 'delivered' },
  'tells-twice': { status: 10, acts: [], state: 'delivered' },
  'tells-out-of-order': { status: 10, acts: [], state: 'delivered' },
  loses: { status: 9, acts: ['settle-failed-parcel'], state: 'lost' },
};

test.each(CARRIER_BEHAVIOURS)('follows a carrier that %s', async (behaviour) => {
  const post = await carrier(behaviour);
  const dossier = await handed(true);
  await order(post);
  for (let day = 1; day <= 10; day++) {
    office.clock.pass(7 * 60);
    expect((await follow(post)).faults).toEqual([]);
  }
  const { status, acts, state } = ENDS[behaviour];
  expect(await office.reload(dossier)).toMatchObject({ status });
  expect((await office.at((tx) => openTasksOf(tx, dossier.id))).map(({ act }) => act)).toEqual(acts);
  expect(await parcel(dossier)).toMatchObject({ state });
  expect(await office.at((tx) => returnsOf(tx, dossier.id))).toHaveLength(status === 10 ? 1 : 0);
  const { payments } = await office.at((tx) => readLedger(tx, dossier.id));
  const cash = status === 10 ? 'settled' : acts.length === 1 ? 'failed' : 'waiting';
  expect(payments.map(({ booked }) => booked)).toEqual([cash]);
  expect((await follow(post)).done).toBe(0);
});

test('a carrier that is away loses nothing: what it tells later is heard', async () => {
  const post = await carrier('delivers');
  const dossier = await handed();
  await order(post);
  office.clock.pass(24 * 60);
  const away = await follow({ ...post, track: async () => unknown('no answer') });
  expect(away).toMatchObject({ done: 0, faults: [expect.objectContaining({ message: 'post: unknown' })] });
  expect((await follow(post)).done).toBeGreaterThan(4);
  expect(await office.reload(dossier)).toMatchObject({ status: 10 });
});

test('a process that dies between hearing and recording leaves the event for the next round', async () => {
  const post = await carrier('delivers');
  const dossier = await handed();
  await order(post);
  office.clock.pass(24 * 60);
  const isDead = { now: true };
  const dying: Commune['perform'] = (act, command) =>
    office.perform(act, async (context) => {
      const answer = await command(context);
      const isRecording = context.touched.dossierId !== null;
      if (isDead.now && isRecording) throw new Error('killed');
      return answer;
    });
  const faults: unknown[] = [];
  await followParcels({ perform: dying, post, reportFault: (fault) => faults.push(fault) });
  expect(faults.length).toBeGreaterThan(0);
  expect(await office.reload(dossier)).toMatchObject({ status: 9 });
  isDead.now = false;
  await follow(post);
  expect(await office.reload(dossier)).toMatchObject({ status: 10 });
});

test('a parcel of somebody else is passed over, a line that cannot be read goes to a person', async () => {
  const post = await carrier('delivers');
  const other = { orderNumber: 'KHAC-1', kind: 'delivered' as const, attempt: 1, statusCode: '4', statusMessage: '' };
  const feed: PostalGateway = {
    ...post,
    track: async (lastId) => {
      const eventId = '5'.repeat(24);
      const isNew = lastId < eventId;
      return {
        outcome: 'accepted',
        events: isNew ? [{ ...other, eventId }] : [],
        lastId: eventId,
        mayHaveMore: false,
        unreadable: isNew ? 2 : 0,
      };
    },
  };
  expect(await follow(feed)).toEqual({ faults: [], done: 1 });
  const open = await office.at((tx) => listOpenIncidents(tx, 100));
  expect(open.filter(({ kind }) => kind === 'post-feed')).toMatchObject([{ facts: { unreadable: 2 } }]);
});
