import { handToPost } from '../../../server/commands/return/hand-to-post';
import { recordParcelEvent, type RecordParcelEvent } from '../../../server/commands/return/record-parcel-event';
import { returnAtCounter } from '../../../server/commands/return/return-at-counter';
import { settleFailedParcel } from '../../../server/commands/return/settle-failed-parcel';
import { recordPayment } from '../../../server/commands/money/record-payment';
import { returnEndpoints } from '../../../server/contract/return';
import { presentParcel } from '../../../server/presenters/parcel';
import { parcelView } from '../../../server/queries/return/parcel-view';
import { type Actor } from '../../../server/policies/actor';
import { custodyOf } from '../../../server/store/custody';
import { readLedger } from '../../../server/store/fee-account';
import { incidentsOf } from '../../../server/store/incidents';
import { readJournal } from '../../../server/store/journal';
import { type DossierRow } from '../../../server/store/models/dossier';
import { outboxOf } from '../../../server/store/outbox';
import { parcelsOf } from '../../../server/store/postal-orders';
import { returnsOf } from '../../../server/store/returns';
import { rows } from '../../../server/store/rows';
import { openTasksOf } from '../../../server/store/tasks';
import { useDatabase } from '../../support/database';
import { feeOf, fileDossier, MORNING, openOffice, OWNER_NUMBER, type Office } from '../../support/office';
import { POST_DIAGRAM } from '../../support/post-diagram';

const database = useDatabase();
let office: Office;
beforeAll(async () => {
  office = await openOffice(database.sequelize, POST_DIAGRAM);
}, 60_000);
/** By the time of the reports all of them have happened. */
const waitForAll = () => office.clock.set(hour(240));

const CARRIER: Actor = { kind: 'carrier', name: 'Bưu điện' };
const address = (isCashOnDelivery: boolean) => ({
  street: 'Thôn Nam Thượng',
  province: 'Hà Tĩnh',
  receiver: 'Đặng Thị Hoà',
  phone: '0912345678',
  isCashOnDelivery,
});
const CONTENTS = [
  { name: 'Bản sao trích lục khai sinh', originals: 2, copies: 0 },
  { name: 'Sổ hộ khẩu', originals: 1, copies: 0 },
];
const COD = 8000;

/** Counted from the morning on which everything was handed over. */
const hour = (hours: number) => new Date(MORNING.getTime() + hours * 3_600_000);

async function handed(codDong: 0 | typeof COD = 0) {
  office.clock.set(MORNING);
  const { dossier } = await fileDossier(office, {
    status: 9,
    fees: codDong ? [feeOf({ amountDong: codDong })] : [],
    returnWay: 'post',
    returnAddress: address(codDong > 0),
  });
  await hand(dossier);
  waitForAll();
  return office.reload(dossier);
}
const hand = (dossier: DossierRow) =>
  office.as(office.clerk, async (context) =>
    handToPost(context, { dossierId: dossier.id, expectedVersion: (await office.reload(dossier)).version, contents: CONTENTS }),
  );
type Event = Pick<RecordParcelEvent, 'kind' | 'eventAt'> & Partial<RecordParcelEvent>;
const report = (dossier: DossierRow, event: Event, actor: Actor = CARRIER) =>
  office.as(actor, (context) =>
    recordParcelEvent(context, { parcelCode: dossier.code!, attempt: 1, reason: '', recipient: null, collectedDong: null, ...event }),
  );
const parcel = async (dossier: DossierRow) => (await office.at((tx) => parcelsOf(tx, dossier.id))).at(-1)!;
const acts = (dossier: DossierRow) =>
  office.at(async (tx) => (await openTasksOf(tx, dossier.id)).map(({ act, message }) => message ?? act));
const incidents = async (dossier: DossierRow) => (await office.at((tx) => incidentsOf(tx, dossier.id))).map(({ kind }) => kind);
const settle = (dossier: DossierRow, next: 'post' | 'counter', condition: 'sealed' | 'lost' = 'sealed') =>
  office.as(office.clerk, async (context) =>
    settleFailedParcel(context, {
      dossierId: dossier.id,
      expectedVersion: (await office.reload(dossier)).version,
      condition,
      damage: condition === 'lost' ? 'mất trên đường' : '',
      next,
      note: '',
    }),
  );
const payments = async (dossier: DossierRow) =>
  (await office.at((tx) => readLedger(tx, dossier.id))).payments.map(({ payment, booked }) => [payment.method, booked]);

test('hands the result to the post: counted, addressed, in its custody, and ordered after the commit', async () => {
  const dossier = await handed();
  expect(dossier).toMatchObject({ status: 9, subStatus: 'with-post' });
  expect(await parcel(dossier)).toMatchObject({
    code: dossier.code,
    direction: 'to-home',
    state: 'handed-over',
    contents: CONTENTS,
    receiver: address(false),
    cashOnDeliveryDong: 0,
    finishedAt: null,
  });
  expect(await office.at((tx) => custodyOf(tx, dossier.id))).toMatchObject([{ holder: 'post', holderName: 'Bưu điện Thạch Hà' }]);
  const given = await office.at((tx) =>
    rows(
      tx,
      'select h.kind, h.to_agency_id as post, i.papers from hand_overs h join hand_over_items i on i.hand_over_id = h.id where i.dossier_id = $1',
      [dossier.id],
    ),
  );
  expect(given).toEqual([{ kind: 'post', post: office.post.id, papers: CONTENTS.map(({ name }) => name) }]);
  const left = await office.at((tx) => outboxOf(tx, dossier.id));
  expect(left.map(({ topic, payload }) => [topic, payload['form'] ?? payload['kind'] ?? null]).sort()).toEqual([
    ['letter', 'hand-over-record'],
    ['letter', 'postal-slip'],
    ['notice', 'handed-to-post'],
    ['postal-order', null],
  ]);
});

test('does not hand over what is not paid for and not declared as cash on delivery', async () => {
  const { dossier } = await fileDossier(office, { status: 9, fees: [feeOf()], returnWay: 'post', returnAddress: address(false) });
  await expect(hand(dossier)).rejects.toThrow('fee-unsettled');
});

test('R08: delivered and collected, the dossier is returned, the fee settled and the register knows to whom', async () => {
  const dossier = await handed(COD);
  expect(await payments(dossier)).toEqual([['cash-on-delivery', 'waiting']]);
  await report(dossier, { kind: 'picked-up', eventAt: hour(1) });
  await report(
    dossier,
    { kind: 'delivered', eventAt: hour(30), recipient: { name: 'Đặng Văn Bình', paper: 'CC 042', relation: 'con' }, collectedDong: COD },
    office.postman,
  );
  expect(await office.reload(dossier)).toMatchObject({ status: 10, subStatus: 'returned', finishedAt: office.clock.now() });
  expect(await payments(dossier)).toEqual([['cash-on-delivery', 'settled']]);
  const register = await office.at((tx) => returnsOf(tx, dossier.id));
  expect(register).toMatchObject([{ way: 'post', returnedAt: hour(30), recipientName: 'Đặng Văn Bình', recipientRelation: 'con' }]);
  expect((await office.at((tx) => custodyOf(tx, dossier.id))).at(-1)).toMatchObject({ holder: 'recipient' });
  const last = (await office.at((tx) => readJournal(tx, dossier.id))).at(-1)!;
  expect(last).toMatchObject({ act: 'record-parcel-event', actorKind: 'staff', actorId: office.postman.staffId });
  expect(last.facts.fees).toEqual([{ key: 'copy', amountDong: COD, state: 'settled' }]);
});

test('delivered and not yet collected, the dossier stays at 9 until the cash is there', async () => {
  const dossier = await handed(COD);
  await report(dossier, { kind: 'delivered', eventAt: hour(20) });
  expect(await office.reload(dossier)).toMatchObject({ status: 9 });
  await report(dossier, { kind: 'cod-collected', eventAt: hour(40), collectedDong: COD });
  expect(await office.reload(dossier)).toMatchObject({ status: 10 });
  const short = await handed(COD);
  await report(short, { kind: 'delivered', eventAt: hour(20), collectedDong: COD - 1000 });
  expect(await office.reload(short)).toMatchObject({ status: 9 });
  expect(await incidents(short)).toEqual(['parcel-cash-short']);
});

test('E06: cash at the door after a payment at the counter is paid twice', async () => {
  const dossier = await handed(COD);
  office.clock.set(hour(24));
  await office.as(office.collector, (context) =>
    recordPayment(context, {
      dossierId: dossier.id,
      expectedVersion: dossier.version,
      method: 'cash',
      amountDong: COD,
      feeKeys: [],
      isFailed: false,
    }),
  );
  waitForAll();
  await report(dossier, { kind: 'delivered', eventAt: hour(48), collectedDong: COD });
  expect(await office.reload(dossier)).toMatchObject({ status: 10 });
  expect(await payments(dossier)).toEqual([
    ['cash', 'settled'],
    ['cash-on-delivery', 'refund-due'],
  ]);
});

/** A trip with a failed first try, and the cash told twice: what carriers say of the most usual trouble. */
const TRIP: readonly Event[] = [
  { kind: 'out-for-delivery', eventAt: hour(10) },
  { kind: 'delivery-failed', eventAt: hour(11), reason: 'Đi vắng' },
  { kind: 'delivered', attempt: 2, eventAt: hour(30), collectedDong: COD },
  { kind: 'cod-collected', eventAt: hour(31), collectedDong: COD },
];

test.each(permutations(TRIP.length).map((order) => [order.map((place) => TRIP[place]!.kind).join(', '), order] as const))(
  'heard in the order %s, each twice: delivered once',
  async (_words, order) => {
    const dossier = await handed(COD);
    for (const place of order) {
      await report(dossier, TRIP[place]!);
      await report(dossier, { ...TRIP[place]!, eventAt: hour(33), collectedDong: 1 });
    }
    for (const event of TRIP) await report(dossier, event);
    expect(await office.reload(dossier)).toMatchObject({ status: 10, subStatus: 'returned' });
    expect(await office.at((tx) => returnsOf(tx, dossier.id))).toMatchObject([{ returnedAt: hour(30) }]);
    expect(await payments(dossier)).toEqual([['cash-on-delivery', 'settled']]);
    expect(await parcel(dossier)).toMatchObject({ state: 'delivered', attempts: 2, collectedDong: COD });
    expect(await incidents(dossier)).toEqual([]);
    expect(await acts(dossier)).toEqual([]);
    const entries = await office.at((tx) => readJournal(tx, dossier.id));
    expect(entries.filter(({ facts }) => facts.status === 10)).toHaveLength(1);
  },
);

function permutations(length: number): number[][] {
  if (length === 0) return [[]];
  const rest = permutations(length - 1);
  return rest.flatMap((order) => Array.from({ length }, (_none, place) => [...order.slice(0, place), length - 1, ...order.slice(place)]));
}

test('two who report the delivery at once close the dossier once', async () => {
  const dossier = await handed(COD);
  const delivered = { kind: 'delivered' as const, eventAt: hour(20), collectedDong: COD };
  await Promise.all(Array.from({ length: 6 }, () => report(dossier, delivered)));
  expect(await office.at((tx) => returnsOf(tx, dossier.id))).toHaveLength(1);
});

test('a failed try leaves the dossier at 9 with the post, and the applicant is told once', async () => {
  const dossier = await handed();
  const failed = { kind: 'delivery-failed' as const, eventAt: hour(10), reason: 'Đi vắng' };
  await report(dossier, failed, office.postman);
  const after = await office.reload(dossier);
  expect(after).toMatchObject({ status: 9, subStatus: 'delivery-failed' });
  await report(dossier, { ...failed, eventAt: hour(12), reason: 'khác' });
  expect(await office.reload(dossier)).toEqual(after);
  expect(await acts(dossier)).toEqual(expect.arrayContaining(['parcel-delivered', 'parcel-failed']));
  const told = (await office.at((tx) => outboxOf(tx, dossier.id))).filter(({ payload }) => payload['kind'] === 'parcel-failed');
  expect(told).toHaveLength(1);
});

test('R38: a parcel that came back is taken in, and collected at the counter', async () => {
  const dossier = await handed(COD);
  await report(dossier, { kind: 'delivery-failed', eventAt: hour(10), reason: 'Sai địa chỉ' });
  await report(dossier, { kind: 'returned', eventAt: hour(40) });
  expect(await acts(dossier)).toEqual(['settle-failed-parcel']);
  expect(await payments(dossier)).toEqual([['cash-on-delivery', 'failed']]);
  await settle(dossier, 'counter');
  expect((await office.at((tx) => custodyOf(tx, dossier.id))).at(-1)).toMatchObject({ holder: 'centre', holderName: office.centre.name });
  const recipient = { name: 'Đặng Thị Hoà', paper: 'Căn cước', number: OWNER_NUMBER, relation: 'owner' as const };
  const give = async () => {
    const { version } = await office.reload(dossier);
    await office.as(office.clerk, (context) =>
      returnAtCounter(context, {
        dossierId: dossier.id,
        expectedVersion: version,
        recipient: { ...recipient, authorisation: '', isReceiptLost: false },
        areOriginalsCompared: false,
      }),
    );
  };
  await expect(give()).rejects.toThrow('fee-unsettled');
  const { version } = await office.reload(dossier);
  const cash = { method: 'cash' as const, amountDong: COD, feeKeys: [], isFailed: false };
  await office.as(office.collector, (context) => recordPayment(context, { dossierId: dossier.id, expectedVersion: version, ...cash }));
  await give();
  expect(await office.reload(dossier)).toMatchObject({ status: 10 });
});

test('a parcel that came back is sent again under a code of its own', async () => {
  const dossier = await handed(COD);
  await report(dossier, { kind: 'returned', eventAt: hour(40) });
  await settle(dossier, 'post');
  await hand(dossier);
  office.clock.set(hour(480));
  const second = await parcel(dossier);
  expect(second).toMatchObject({ code: `${dossier.code}__2`, cashOnDeliveryDong: COD, state: 'handed-over' });
  await report(dossier, { kind: 'delivered', eventAt: hour(300), collectedDong: COD, parcelCode: second.code });
  expect(await office.reload(dossier)).toMatchObject({ status: 10 });
  expect(await payments(dossier)).toEqual([
    ['cash-on-delivery', 'failed'],
    ['cash-on-delivery', 'settled'],
  ]);
});

test('E28: a lost parcel goes to a person and stays with nobody', async () => {
  const dossier = await handed();
  await report(dossier, { kind: 'lost', eventAt: hour(60) });
  await settle(dossier, 'counter', 'lost');
  expect(await parcel(dossier)).toMatchObject({ state: 'lost' });
  expect((await incidents(dossier)).sort()).toEqual(['parcel-damaged', 'parcel-lost']);
});

test.each([
  ['returned, then delivered before it', ['returned', 40], ['delivered', 20], 9],
  ['returned, then delivered after it', ['returned', 20], ['delivered', 40], 9],
  ['delivered, then returned', ['delivered', 20], ['returned', 40], 10],
  ['delivered, then a failed try after it', ['delivered', 20], ['delivery-failed', 40], 10],
  ['a failed try, then delivered before it', ['delivery-failed', 40], ['delivered', 20], 9],
  ['lost, then delivered', ['lost', 20], ['delivered', 40], 9],
] as const)('E25: %s goes to a person, and closes nothing twice', async (_what, [first, firstAt], [second, secondAt], status) => {
  const dossier = await handed();
  await report(dossier, { kind: first, eventAt: hour(firstAt), reason: 'x' });
  const before = await office.reload(dossier);
  await report(dossier, { kind: second, eventAt: hour(secondAt), reason: 'x' });
  expect(before.status).toBe(status);
  expect(await office.reload(dossier)).toMatchObject({ status, subStatus: before.subStatus });
  expect(await incidents(dossier)).toContain('parcel-contradiction');
  expect(await office.at((tx) => returnsOf(tx, dossier.id))).toHaveLength(status === 10 ? 1 : 0);
  const shown = await office.as(office.postman, async (context) =>
    returnEndpoints.recordParcelEvent.answer.parse(presentParcel(await parcelView(context, dossier.code!))),
  );
  expect(shown.events.find(({ kind }) => kind === second)).toMatchObject({ isContradiction: true });
});

test('what was late news changes nothing more', async () => {
  const dossier = await handed();
  await report(dossier, { kind: 'delivered', attempt: 2, eventAt: hour(30) });
  const closed = await office.reload(dossier);
  await report(dossier, { kind: 'delivery-failed', eventAt: hour(10), reason: 'Đi vắng' });
  await report(dossier, { kind: 'in-transit', eventAt: hour(5) });
  expect(await office.reload(dossier)).toEqual(closed);
  expect(await incidents(dossier)).toEqual([]);
});

test('a report is the post’s, or the centre’s own; a person says who took it and why not', async () => {
  const dossier = await handed();
  const event = { kind: 'picked-up' as const, eventAt: hour(1) };
  await expect(report(dossier, event, office.stranger)).rejects.toThrow('parcel-unknown');
  await expect(report(dossier, event, office.officer)).rejects.toThrow('not-permitted');
  await expect(report(dossier, { ...event, parcelCode: 'H27-0' })).rejects.toThrow('parcel-unknown');
  await expect(report(dossier, { ...event, eventAt: new Date(office.clock.now().getTime() + 1) })).rejects.toThrow('date-impossible');
  await expect(report(dossier, { ...event, eventAt: hour(-1) }, office.clerk)).rejects.toThrow('date-impossible');
  await expect(report(dossier, { kind: 'delivered', eventAt: hour(2) }, office.clerk)).rejects.toThrow('recipient-unproved');
  await expect(report(dossier, { kind: 'delivery-failed', eventAt: hour(2) }, office.clerk)).rejects.toThrow('reason-missing');
  await report(dossier, event, office.clerk);
  expect(await parcel(dossier)).toMatchObject({ state: 'moving' });
});
