import { changeReturnWay } from '../../../server/commands/return/change-return-way';
import { handToPost } from '../../../server/commands/return/hand-to-post';
import { recordParcelEvent } from '../../../server/commands/return/record-parcel-event';
import { returnAtCounter, type ReturnAtCounter } from '../../../server/commands/return/return-at-counter';
import { returnRefusal } from '../../../server/commands/return/return-refusal';
import { recordPayment } from '../../../server/commands/money/record-payment';
import { type DossierRow } from '../../../server/store/models/dossier';
import { custodyOf } from '../../../server/store/custody';
import { readJournal } from '../../../server/store/journal';
import { returnsOf } from '../../../server/store/returns';
import { openTasksOf } from '../../../server/store/tasks';
import { useDatabase } from '../../support/database';
import { openCommune, type Commune } from '../../support/commune';
import { bringTo, feeOf, fileDossier, OWNER_NUMBER, SUBMITTER_NUMBER, type Filed } from '../../support/filed-dossier';

const database = useDatabase();
let office: Commune;
beforeAll(async () => {
  office = await openCommune(database.sequelize);
}, 60_000);

const OWNER: ReturnAtCounter['recipient'] = {
  name: 'Đặng Thị Hoà',
  paper: 'Căn cước',
  number: OWNER_NUMBER,
  relation: 'owner',
  authorisation: '',
  isReceiptLost: false,
};
const ADDRESS = { street: 'Thôn Nam Thượng', province: 'Hà Tĩnh', receiver: 'Đặng Thị Hoà', phone: '0912345678', isCashOnDelivery: false };

async function ready(filed: Filed = {}) {
  const { dossier, citizen } = await fileDossier(office, filed);
  await bringTo(office, dossier, 'confirm-result');
  return { dossier: await office.reload(dossier), citizen };
}
const give = (dossier: DossierRow, recipient = OWNER, clerk = office.clerk, areOriginalsCompared = false) =>
  office.as(clerk, async (context) =>
    returnAtCounter(context, {
      dossierId: dossier.id,
      expectedVersion: (await office.reload(dossier)).version,
      recipient,
      areOriginalsCompared,
    }),
  );
const acts = (dossier: DossierRow) => office.at(async (tx) => (await openTasksOf(tx, dossier.id)).map(({ act, topic }) => act ?? topic));

test('gives a result that is ready to its owner, and the register says on which paper', async () => {
  const { dossier } = await ready();
  await give(dossier);
  expect(await office.reload(dossier)).toMatchObject({ status: 10, subStatus: 'returned', finishedAt: office.clock.now() });
  const [returned, ...others] = await office.at((tx) => returnsOf(tx, dossier.id));
  expect(others).toEqual([]);
  expect(returned).toMatchObject({ way: 'counter', recipientName: OWNER.name, recipientNumber: OWNER_NUMBER, recipientRelation: 'owner' });
  const journal = await office.at((tx) => readJournal(tx, dossier.id));
  expect(await office.at((tx) => custodyOf(tx, dossier.id))).toMatchObject([
    { what: 'result', holder: 'recipient', holderName: OWNER.name, journalNumber: journal.at(-1)!.number },
  ]);
  expect(await acts(dossier)).toEqual([]);
  await expect(give(dossier)).rejects.toThrow('result-not-ready');
});

test('gives nothing before the centre has confirmed the result', async () => {
  const { dossier } = await fileDossier(office);
  await bringTo(office, dossier, 'number-and-seal');
  await expect(give(dossier)).rejects.toThrow('result-not-ready');
});

test('R08: gives nothing while a fee is open, and gives it once the fee is paid', async () => {
  const { dossier } = await ready({ fees: [feeOf()] });
  expect(await acts(dossier)).toContain('record-payment');
  await expect(give(dossier)).rejects.toMatchObject({ code: 'fee-unsettled', facts: { amount: 8000 } });
  await office.as(office.collector, async (context) =>
    recordPayment(context, {
      dossierId: dossier.id,
      expectedVersion: dossier.version,
      method: 'cash',
      amountDong: 8000,
      feeKeys: [],
      isFailed: false,
    }),
  );
  expect(await acts(dossier)).toContain('return-at-counter');
  await give(dossier);
  expect(await office.reload(dossier)).toMatchObject({ status: 10 });
});

test.each([
  ['a relative with the receipt alone', { relation: 'authorised' as const }, 'recipient-unproved'],
  ['a relative with an authorisation', { relation: 'authorised' as const, authorisation: 'Giấy ủy quyền 12/UQ' }, null],
  ['somebody whose paper names another number', { number: '042000000000' }, 'recipient-unproved'],
  ['the owner without the receipt', { isReceiptLost: true }, null],
  [
    'the submitter without the receipt',
    { relation: 'submitter' as const, number: SUBMITTER_NUMBER, isReceiptLost: true },
    'recipient-unproved',
  ],
  ['the submitter with the receipt', { relation: 'submitter' as const, number: SUBMITTER_NUMBER }, null],
  ['an heir without a proof', { relation: 'heir' as const }, 'recipient-unproved'],
])('E02, E03, E04: %s', async (_who, shown, refusal) => {
  const { dossier } = await ready({ relative: true });
  const giving = give(dossier, { ...OWNER, ...shown });
  if (refusal !== null) return expect(giving).rejects.toThrow(refusal);
  await giving;
  const [returned] = await office.at((tx) => returnsOf(tx, dossier.id));
  expect(returned).toMatchObject({
    note: 'isReceiptLost' in shown ? 'Mất giấy hẹn' : null,
    authorisation: 'authorisation' in shown ? shown.authorisation : null,
  });
});

test('compares photographs that were filed online with the originals where the procedure says so', async () => {
  const { dossier } = await ready({ content: { areOriginalsCompared: true } });
  await give(dossier);
  const online = await ready({ content: { areOriginalsCompared: true } });
  await office.at((tx) =>
    tx.sequelize.query(`update dossiers set channel = 'online' where id = '${online.dossier.id}'`, { transaction: tx }),
  );
  await expect(give(online.dossier)).rejects.toThrow('component-missing');
  await give(online.dossier, OWNER, office.clerk, true);
  const journal = await office.at((tx) => readJournal(tx, online.dossier.id));
  expect(journal.at(-1)!.facts.detail).toMatchObject({ areOriginalsCompared: true });
});

test('is not for a clerk of another centre, nor for the clerk’s own family', async () => {
  const { dossier } = await ready();
  await expect(give(dossier, OWNER, office.stranger)).rejects.toThrow('not-found');
  await expect(give(dossier, OWNER, { ...office.clerk, closePersonIds: [dossier.ownerPersonId!] })).rejects.toThrow('own-case');
  await expect(give(dossier, OWNER, { ...office.clerk, duties: ['officer'] })).rejects.toThrow('not-permitted');
});

test('E24: refuses at the counter while the parcel is out, and says where it is', async () => {
  const { dossier } = await ready({ returnWay: 'post', returnAddress: ADDRESS });
  await office.as(office.clerk, (context) =>
    handToPost(context, {
      dossierId: dossier.id,
      expectedVersion: dossier.version,
      contents: [{ name: 'Bản sao trích lục', originals: 1, copies: 0 }],
    }),
  );
  const refusal = { code: 'parcel-out', facts: { code: dossier.code } };
  await expect(give(dossier)).rejects.toMatchObject(refusal);
  const { version } = await office.reload(dossier);
  const change = { dossierId: dossier.id, expectedVersion: version, way: 'counter' as const };
  await expect(office.as(office.clerk, (context) => changeReturnWay(context, change))).rejects.toMatchObject(refusal);
  office.clock.pass(60);
  const event = { parcelCode: dossier.code!, attempt: 1, eventAt: office.clock.now(), recipient: null, collectedDong: null };
  await office.as(office.postman, (context) => recordParcelEvent(context, { ...event, kind: 'delivery-failed', reason: 'Đi vắng' }));
  await expect(give(dossier)).rejects.toMatchObject(refusal);
});

test('gives a refusal back without any fee in its way, and what was open is given up', async () => {
  const { dossier } = await fileDossier(office, { fees: [feeOf()] });
  await bringTo(office, dossier, 'number-and-seal', 'refuse');
  expect(await office.reload(dossier)).toMatchObject({ status: 8 });
  const { version } = await office.reload(dossier);
  const act = { dossierId: dossier.id, expectedVersion: version, recipient: OWNER };
  await office.as(office.clerk, (context) => returnRefusal(context, act));
  expect(await office.reload(dossier)).toMatchObject({ status: 8, finishedAt: office.clock.now() });
  const journal = await office.at((tx) => readJournal(tx, dossier.id));
  expect(journal.flatMap(({ facts }) => facts.fees ?? [])).toEqual([
    { key: 'copy', amountDong: 8000, state: 'not-due' },
    { key: 'copy', amountDong: 8000, state: 'cancelled' },
  ]);
  expect(await office.at((tx) => returnsOf(tx, dossier.id))).toMatchObject([{ way: 'counter', recipientName: OWNER.name }]);
});

test('the applicant takes it another way until it is handed over', async () => {
  const { dossier, citizen } = await ready();
  const change = { dossierId: dossier.id, expectedVersion: dossier.version };
  const to = (way: 'post' | 'online' | 'counter', actor = citizen as typeof citizen | typeof office.clerk, address?: typeof ADDRESS) =>
    office.as(actor, async (context) =>
      changeReturnWay(context, { ...change, expectedVersion: (await office.reload(dossier)).version, way, address }),
    );
  await expect(to('post')).rejects.toThrow('invalid-input');
  await to('post', citizen, ADDRESS);
  expect(await acts(dossier)).toContain('hand-to-post');
  await expect(to('counter', { ...citizen, accountId: dossier.id, personId: null })).rejects.toThrow('not-found');
  await to('counter', office.clerk);
  expect(await acts(dossier)).toContain('return-at-counter');
  await to('online');
  expect(await acts(dossier)).toContain('release-result');
  expect(await office.reload(dossier)).toMatchObject({ returnWay: 'online', returnAddress: null });
});

test('a way that the procedure has not opened stays closed', async () => {
  const { dossier, citizen } = await ready({ content: { returnWays: ['counter', 'online'] } });
  const change = { dossierId: dossier.id, expectedVersion: dossier.version, way: 'post' as const, address: ADDRESS };
  await expect(office.as(citizen, (context) => changeReturnWay(context, change))).rejects.toThrow('delivery-way-closed');
});
