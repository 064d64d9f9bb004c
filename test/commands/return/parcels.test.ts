import { returnAtCounter } from '../../../server/commands/return/return-at-counter';
import { recordPayment } from '../../../server/commands/money/record-payment';
import { returnEndpoints } from '../../../server/contract/return';
import { presentParcel } from '../../../server/presenters/parcel';
import { timelineLine } from '../../../server/domain/words/timeline';
import { parcelView } from '../../../server/queries/return/parcel-view';
import { custodyOf } from '../../../server/store/custody';
import { readJournal } from '../../../server/store/journal';
import { outboxOf } from '../../../server/store/outbox';
import { returnsOf } from '../../../server/store/returns';
import { rows } from '../../../server/store/rows';
import { feeOf, fileDossier, OWNER_NUMBER } from '../../support/filed-dossier';
import { address, COD, CONTENTS, hour, useDesk } from './desk';

const desk = useDesk();
const { waitForAll, handed, hand, report, parcel, acts, incidents, settle, payments } = desk;

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
  expect(await desk.office.at((tx) => custodyOf(tx, dossier.id))).toMatchObject([{ holder: 'post', holderName: 'Bưu điện Thạch Hà' }]);
  const given = await desk.office.at((tx) =>
    rows(
      tx,
      'select h.kind, h.to_agency_id as post, i.papers from hand_overs h join hand_over_items i on i.hand_over_id = h.id where i.dossier_id = $1',
      [dossier.id],
    ),
  );
  expect(given).toEqual([{ kind: 'post', post: desk.office.post.id, papers: CONTENTS.map(({ name }) => name) }]);
  const left = await desk.office.at((tx) => outboxOf(tx, dossier.id));
  expect(left.map(({ topic, payload }) => [topic, payload['form'] ?? payload['kind'] ?? null]).sort()).toEqual([
    ['letter', 'hand-over-record'],
    ['letter', 'postal-slip'],
    ['notice', 'handed-to-post'],
    ['postal-order', null],
  ]);
});

test('does not hand over what is not paid for and not declared as cash on delivery', async () => {
  const { dossier } = await fileDossier(desk.office, { status: 9, fees: [feeOf()], returnWay: 'post', returnAddress: address(false) });
  await expect(hand(dossier)).rejects.toThrow('fee-unsettled');
});

test('R08: delivered and collected, the dossier is returned, the fee settled and the register knows to whom', async () => {
  const dossier = await handed(COD);
  expect(await payments(dossier)).toEqual([['cash-on-delivery', 'waiting']]);
  await report(dossier, { kind: 'picked-up', eventAt: hour(1) });
  await report(
    dossier,
    { kind: 'delivered', eventAt: hour(30), recipient: { name: 'Đặng Văn Bình', paper: 'CC 042', relation: 'con' }, collectedDong: COD },
    desk.office.postman,
  );
  expect(await desk.office.reload(dossier)).toMatchObject({ status: 10, subStatus: 'returned', finishedAt: desk.office.clock.now() });
  expect(await payments(dossier)).toEqual([['cash-on-delivery', 'settled']]);
  const register = await desk.office.at((tx) => returnsOf(tx, dossier.id));
  expect(register).toMatchObject([{ way: 'post', returnedAt: hour(30), recipientName: 'Đặng Văn Bình', recipientRelation: 'con' }]);
  expect((await desk.office.at((tx) => custodyOf(tx, dossier.id))).at(-1)).toMatchObject({ holder: 'recipient' });
  const last = (await desk.office.at((tx) => readJournal(tx, dossier.id))).at(-1)!;
  expect(last).toMatchObject({ act: 'record-parcel-event', actorKind: 'staff', actorId: desk.office.postman.staffId });
  expect(last.facts.fees).toEqual([{ key: 'copy', amountDong: COD, state: 'settled' }]);
});

test('R12: delivered and not yet collected, the dossier stays at 9 until the cash is there', async () => {
  const dossier = await handed(COD);
  await report(dossier, { kind: 'delivered', eventAt: hour(20) });
  expect(await desk.office.reload(dossier)).toMatchObject({ status: 9 });
  await report(dossier, { kind: 'cod-collected', eventAt: hour(40), collectedDong: COD });
  expect(await desk.office.reload(dossier)).toMatchObject({ status: 10 });
  const short = await handed(COD);
  await report(short, { kind: 'delivered', eventAt: hour(20), collectedDong: COD - 1000 });
  expect(await desk.office.reload(short)).toMatchObject({ status: 9 });
  expect(await incidents(short)).toEqual(['parcel-cash-short']);
});

test('E06: cash at the door after a payment at the counter is paid twice', async () => {
  const dossier = await handed(COD);
  desk.office.clock.set(hour(24));
  await desk.office.as(desk.office.collector, (context) =>
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
  expect(await desk.office.reload(dossier)).toMatchObject({ status: 10 });
  expect(await payments(dossier)).toEqual([
    ['cash', 'settled'],
    ['cash-on-delivery', 'refund-due'],
  ]);
});

test('R12: a failed try leaves the dossier at 9 with the post, and the applicant is told once', async () => {
  const dossier = await handed();
  const failed = { kind: 'delivery-failed' as const, eventAt: hour(10), reason: 'Đi vắng' };
  await report(dossier, failed, desk.office.postman);
  const after = await desk.office.reload(dossier);
  expect(after).toMatchObject({ status: 9, subStatus: 'delivery-failed' });
  await report(dossier, { ...failed, eventAt: hour(12), reason: 'khác' });
  expect(await desk.office.reload(dossier)).toEqual(after);
  expect(await acts(dossier)).toEqual(expect.arrayContaining(['parcel-delivered', 'parcel-failed']));
  const told = (await desk.office.at((tx) => outboxOf(tx, dossier.id))).filter(({ payload }) => payload['kind'] === 'parcel-failed');
  expect(told).toHaveLength(1);
});

test('R38: a parcel that came back is taken in, and collected at the counter', async () => {
  const dossier = await handed(COD);
  await report(dossier, { kind: 'delivery-failed', eventAt: hour(10), reason: 'Sai địa chỉ' });
  await report(dossier, { kind: 'returned', eventAt: hour(40) });
  expect(await acts(dossier)).toEqual(['settle-failed-parcel']);
  expect(await payments(dossier)).toEqual([['cash-on-delivery', 'failed']]);
  await settle(dossier, 'counter');
  expect((await desk.office.at((tx) => custodyOf(tx, dossier.id))).at(-1)).toMatchObject({
    holder: 'centre',
    holderName: desk.office.centre.name,
  });
  const recipient = { name: 'Đặng Thị Hoà', paper: 'Căn cước', number: OWNER_NUMBER, relation: 'owner' as const };
  const give = async () => {
    const { version } = await desk.office.reload(dossier);
    await desk.office.as(desk.office.clerk, (context) =>
      returnAtCounter(context, {
        dossierId: dossier.id,
        expectedVersion: version,
        recipient: { ...recipient, authorisation: '', isReceiptLost: false },
        areOriginalsCompared: false,
      }),
    );
  };
  await expect(give()).rejects.toThrow('fee-unsettled');
  const { version } = await desk.office.reload(dossier);
  const cash = { method: 'cash' as const, amountDong: COD, feeKeys: [], isFailed: false };
  await desk.office.as(desk.office.collector, (context) =>
    recordPayment(context, { dossierId: dossier.id, expectedVersion: version, ...cash }),
  );
  await give();
  expect(await desk.office.reload(dossier)).toMatchObject({ status: 10 });
});

test('a parcel that came back is sent again under a code of its own', async () => {
  const dossier = await handed(COD);
  await report(dossier, { kind: 'returned', eventAt: hour(40) });
  await settle(dossier, 'post');
  await hand(dossier);
  desk.office.clock.set(hour(480));
  const second = await parcel(dossier);
  expect(second).toMatchObject({ code: `${dossier.code}__2`, cashOnDeliveryDong: COD, state: 'handed-over' });
  await report(dossier, { kind: 'delivered', eventAt: hour(300), collectedDong: COD, parcelCode: second.code });
  expect(await desk.office.reload(dossier)).toMatchObject({ status: 10 });
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
  const before = await desk.office.reload(dossier);
  await report(dossier, { kind: second, eventAt: hour(secondAt), reason: 'x' });
  expect(before.status).toBe(status);
  expect(await desk.office.reload(dossier)).toMatchObject({ status, subStatus: before.subStatus });
  expect(await incidents(dossier)).toContain('parcel-contradiction');
  expect(await desk.office.at((tx) => returnsOf(tx, dossier.id))).toHaveLength(status === 10 ? 1 : 0);
  const shown = await desk.office.as(desk.office.postman, async (context) =>
    returnEndpoints.recordParcelEvent.answer.parse(presentParcel(await parcelView(context, dossier.code!))),
  );
  expect(shown.events.find(({ kind }) => kind === second)).toMatchObject({ isContradiction: true });
});

test('E25: after the delivery the applicant’s own timeline says nothing of a loss; the office’s does', async () => {
  const dossier = await handed();
  await report(dossier, { kind: 'delivered', eventAt: hour(20) });
  await report(dossier, { kind: 'returned', eventAt: hour(40) });
  await report(dossier, { kind: 'lost', eventAt: hour(41) });
  expect(await incidents(dossier)).toEqual(['parcel-contradiction']);
  const journal = await desk.office.at((tx) => readJournal(tx, dossier.id));
  const told = (reader: 'applicant' | 'office') =>
    journal
      .map((entry) => timelineLine(entry, reader))
      .filter(({ isForApplicant }) => reader === 'office' || isForApplicant)
      .map(({ words }) => words.vi);
  expect(told('applicant').at(-1)).toBe('Bưu tá đã trao tận tay');
  expect(told('office').slice(-3)).toEqual(['Bưu tá đã trao tận tay', 'Bưu gửi đã quay về Trung tâm', 'Bưu gửi bị mất']);
});

test('R39: whoever works for the post names the one who took it, also when the carrier has told it before', async () => {
  const dossier = await handed();
  const delivered = { kind: 'delivered' as const, eventAt: hour(20) };
  const recipient = { name: 'Đặng Văn Bình', paper: 'CC 042', relation: 'con' };
  const by = (given: typeof recipient | null) => report(dossier, { ...delivered, recipient: given }, desk.office.postman);
  await expect(by(null)).rejects.toThrow('recipient-unproved');
  await expect(by({ ...recipient, name: '123456' })).rejects.toThrow('recipient-unproved');
  await report(dossier, delivered);
  await expect(by(null)).rejects.toThrow('recipient-unproved');
  await by(recipient);
  expect(await desk.office.reload(dossier)).toMatchObject({ status: 10 });
});

test('what was late news changes nothing more', async () => {
  const dossier = await handed();
  await report(dossier, { kind: 'delivered', attempt: 2, eventAt: hour(30) });
  const closed = await desk.office.reload(dossier);
  await report(dossier, { kind: 'delivery-failed', eventAt: hour(10), reason: 'Đi vắng' });
  await report(dossier, { kind: 'in-transit', eventAt: hour(5) });
  expect(await desk.office.reload(dossier)).toEqual(closed);
  expect(await incidents(dossier)).toEqual([]);
});

test('a report is the post’s, or the centre’s own; a person says who took it and why not', async () => {
  const dossier = await handed();
  const event = { kind: 'picked-up' as const, eventAt: hour(1) };
  await expect(report(dossier, event, desk.office.stranger)).rejects.toThrow('parcel-unknown');
  await expect(report(dossier, event, desk.office.officer)).rejects.toThrow('not-permitted');
  await expect(report(dossier, { ...event, parcelCode: 'H27-0' })).rejects.toThrow('parcel-unknown');
  await expect(report(dossier, { ...event, eventAt: new Date(desk.office.clock.now().getTime() + 1) })).rejects.toThrow('date-impossible');
  await expect(report(dossier, { ...event, eventAt: hour(-1) }, desk.office.clerk)).rejects.toThrow('date-impossible');
  await expect(report(dossier, { kind: 'delivered', eventAt: hour(2) }, desk.office.clerk)).rejects.toThrow('recipient-unproved');
  await expect(report(dossier, { kind: 'delivery-failed', eventAt: hour(2) }, desk.office.clerk)).rejects.toThrow('reason-missing');
  await report(dossier, event, desk.office.clerk);
  expect(await parcel(dossier)).toMatchObject({ state: 'moving' });
});
