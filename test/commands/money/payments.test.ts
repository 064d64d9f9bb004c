import { takeStep } from '../../../server/casework/take-step';
import { lockCase } from '../../../server/casework/read-case';
import { askPayment } from '../../../server/commands/money/ask-payment';
import { decideFeeAmount } from '../../../server/commands/money/decide-fee-amount';
import { exemptFee } from '../../../server/commands/money/exempt-fee';
import { recordPayment, type RecordPayment } from '../../../server/commands/money/record-payment';
import { sendPaymentRequest } from '../../../server/commands/money/send-payment-request';
import { changeReturnWay } from '../../../server/commands/return/change-return-way';
import { returnEndpoints } from '../../../server/contract/return';
import { type FeeDescription } from '../../../server/domain/procedure';
import { foldJournal } from '../../../server/domain/journal';
import { presentFees } from '../../../server/presenters/fees';
import { readFees } from '../../../server/queries/return/read-fees';
import { type DossierRow } from '../../../server/store/models/dossier';
import { readJournal } from '../../../server/store/journal';
import { outboxOf } from '../../../server/store/outbox';
import { openTasksOf } from '../../../server/store/tasks';
import { useDatabase } from '../../support/database';
import { bringTo, feeOf, fileDossier, openOffice, type Filed, type Office } from '../../support/office';

const database = useDatabase();
let office: Office;
beforeAll(async () => {
  office = await openOffice(database.sequelize);
}, 60_000);

const EXEMPTION = { key: 'poor', name: { vi: 'Hộ nghèo', en: 'Poor household' }, clause: { text: 'NQ 01, Điều 2', isSure: true } };

const pay = async (dossier: DossierRow, paid: Partial<RecordPayment> = {}, collector = office.collector) => {
  const { version } = await office.reload(dossier);
  const payment = { method: 'cash' as const, amountDong: 8000, feeKeys: [], isFailed: false, ...paid };
  await office.as(collector, (context) => recordPayment(context, { dossierId: dossier.id, expectedVersion: version, ...payment }));
};
const account = (dossier: DossierRow) =>
  office.read({ actor: office.clerk, endpoint: 'test' }, async (context) =>
    presentFees(await readFees(context, { dossierId: dossier.id })),
  );
const states = async (dossier: DossierRow) => {
  const { lines, payments } = await account(dossier);
  return { fees: lines.map(({ state }) => state), payments: payments.map(({ state }) => state) };
};
const acts = (dossier: DossierRow) => office.at(async (tx) => (await openTasksOf(tx, dossier.id)).map(({ act, topic }) => act ?? topic));
async function filed(fees: FeeDescription[], rest: Filed = {}) {
  return (await fileDossier(office, { fees, ...rest })).dossier;
}
/** To where the diagram asks for the fee, and asks. */
async function asked(dossier: DossierRow) {
  await bringTo(office, dossier, 'confirm-forwarded');
  const [task] = await office.at(async (tx) => (await openTasksOf(tx, dossier.id)).filter(({ topic }) => topic === 'ask-payment'));
  await office.as({ kind: 'system', name: 'outbox' }, (context) =>
    sendPaymentRequest(context, { dossierId: dossier.id, executionId: task!.executionId }),
  );
}

test('R24: writes down what the version asks, by moment and by count, and the journal folds to the same', async () => {
  const dossier = await filed(
    [
      feeOf({ key: 'copy', perAnswer: 'copies', dueWhen: 'filing' }),
      feeOf({ key: 'late', dueWhen: 'acceptance', kind: 'le-phi' }),
      feeOf({ key: 'old', validToOn: '2026-06-30' }),
      feeOf({ key: 'online', channels: ['online'] }),
      feeOf({ key: 'return', amountDong: 5000 }),
    ],
    { answers: { copies: 3 } },
  );
  const { lines, outstandingDong } = await account(dossier);
  expect(lines.map(({ key, amountDong, state }) => [key, amountDong, state])).toEqual([
    ['copy', 24_000, 'due'],
    ['late', 8000, 'not-due'],
    ['return', 5000, 'not-due'],
  ]);
  expect(lines[0]!.wording).toBe('8.000 đồng (3 bản × 8.000 đồng = 24.000 đồng)');
  expect(outstandingDong).toBe(37_000);
  await bringTo(office, dossier, 'check-submission');
  expect((await states(dossier)).fees).toEqual(['due', 'due', 'not-due']);
  const journal = await office.at((tx) => readJournal(tx, dossier.id));
  expect([...foldJournal(journal.map(({ facts }) => facts)).fees]).toEqual(
    (await account(dossier)).lines.map(({ key, amountDong, state }) => [key, { amountDong, state }]),
  );
});

test('a form that does not say how many copies is not filed for nothing', async () => {
  await expect(filed([feeOf({ perAnswer: 'copies' })])).rejects.toThrow('answer-invalid');
});

test('waits at national 6 for a fee that is due before the work, tells the applicant, and goes on when it is paid', async () => {
  const dossier = await filed([feeOf({ dueWhen: 'filing' }), feeOf({ key: 'return', amountDong: 5000 })]);
  await asked(dossier);
  expect(await office.reload(dossier)).toMatchObject({ status: 6 });
  expect((await states(dossier)).fees).toEqual(['waiting', 'not-due']);
  const notices = (await office.at((tx) => outboxOf(tx, dossier.id))).filter(({ topic }) => topic === 'notice');
  expect(notices.map(({ payload }) => payload)).toMatchObject([{ kind: 'fee-due', amountDong: 8000, code: dossier.code }]);
  await pay(dossier);
  expect(await office.reload(dossier)).toMatchObject({ status: 4 });
  expect(await acts(dossier)).toContain('examine');
  expect(await states(dossier)).toEqual({ fees: ['settled', 'not-due'], payments: ['settled'] });
  await bringTo(office, dossier, 'confirm-result');
  expect((await states(dossier)).fees).toEqual(['settled', 'due']);
  await pay(dossier, { amountDong: 5000 });
  expect(await acts(dossier)).toContain('return-at-counter');
});

test.each([
  ['too little', { amountDong: 7999 }, 'payment-refused'],
  ['too much', { amountDong: 8001 }, 'payment-refused'],
  ['from tomorrow', { paidAt: '2026-11-26T02:00:00Z' }, 'date-impossible'],
])('refuses a payment that is %s, and nothing changes', async (_what, paid, refusal) => {
  const dossier = await filed([feeOf({ dueWhen: 'filing' })]);
  await expect(pay(dossier, paid)).rejects.toThrow(refusal);
  expect(await states(dossier)).toEqual({ fees: ['due'], payments: [] });
  expect((await office.reload(dossier)).version).toBe(2);
});

test('refuses a payment for a dossier that costs nothing, from a stranger, or by a stale page', async () => {
  const dossier = await filed([]);
  await expect(pay(dossier)).rejects.toThrow('fee-not-due');
  await expect(pay(dossier, {}, office.stranger)).rejects.toThrow('not-found');
  const stale = { dossierId: dossier.id, expectedVersion: 1, method: 'cash' as const, amountDong: 1, feeKeys: [], isFailed: false };
  await expect(office.as(office.collector, (context) => recordPayment(context, stale))).rejects.toThrow('stale');
});

test('gives a receipt number to each payment that came, without a hole', async () => {
  const [one, other] = [await filed([feeOf()]), await filed([feeOf()])];
  await pay(one);
  await expect(pay(other, { amountDong: 1 })).rejects.toThrow('payment-refused');
  await pay(other);
  const numbers = [await account(one), await account(other)].map(({ payments }) => Number(payments[0]!.receiptNumber!.split('/')[0]));
  expect(numbers[1]).toBe(numbers[0]! + 1);
});

test('E06, R36: paid by bank and in cash, the first settles and the second is due back', async () => {
  const dossier = await filed([feeOf({ dueWhen: 'filing' })]);
  await asked(dossier);
  await pay(dossier, { method: 'transfer', reference: `FT-${dossier.code}` });
  office.clock.pass(1);
  await pay(dossier);
  const { payments, refundDueDong, outstandingDong } = await account(dossier);
  expect(payments.map(({ method, state }) => [method, state])).toEqual([
    ['transfer', 'settled'],
    ['cash', 'refund-due'],
  ]);
  expect([refundDueDong, outstandingDong]).toEqual([8000, 0]);
  expect(await acts(dossier)).toContain('examine');
});

test('R36: which of two came first is what the bank says, not when it was typed', async () => {
  const dossier = await filed([feeOf({ dueWhen: 'filing' })]);
  const before = office.clock.now().toISOString();
  office.clock.pass(30);
  await pay(dossier);
  office.clock.pass(30);
  await pay(dossier, { method: 'transfer', reference: `FT-${dossier.code}`, paidAt: before });
  const { payments } = await account(dossier);
  expect(payments.map(({ method, state }) => [method, state])).toEqual([
    ['transfer', 'settled'],
    ['cash', 'refund-due'],
  ]);
});

test('R36: a late success settles what was shown as failed; the same transfer once more is refused', async () => {
  const dossier = await filed([feeOf({ dueWhen: 'filing' })]);
  await asked(dossier);
  const transfer = { method: 'transfer' as const, reference: `FT-${dossier.code}` };
  await pay(dossier, { ...transfer, isFailed: true });
  expect(await states(dossier)).toEqual({ fees: ['waiting'], payments: ['failed'] });
  expect(await acts(dossier)).toContain('record-payment');
  await expect(pay(dossier, { ...transfer, amountDong: 9000 })).rejects.toThrow('payment-refused');
  await pay(dossier, transfer);
  expect(await states(dossier)).toEqual({ fees: ['settled'], payments: ['settled'] });
  expect(await acts(dossier)).toContain('examine');
  await expect(pay(dossier, transfer)).rejects.toThrow('payment-refused');
  const other = await filed([feeOf({ dueWhen: 'filing' })]);
  await expect(pay(other, transfer)).rejects.toThrow('payment-refused');
});

const refuse = (dossier: DossierRow) => bringTo(office, dossier, 'number-and-seal', 'refuse');

test.each([
  ['before the refusal, not refundable', false, 'before', 'settled', 0],
  ['before the refusal, refundable', true, 'before', 'refund-due', 8000],
  ['after the refusal, not refundable', false, 'after', 'not-refundable', 0],
  ['after the refusal, refundable', true, 'after', 'refund-due', 8000],
] as const)('E05, R36: paid %s', async (_when, isRefundable, when, booked, refundDong) => {
  const dossier = await filed([feeOf({ isRefundable })]);
  if (when === 'before') await pay(dossier);
  office.clock.pass(1);
  await refuse(dossier);
  office.clock.pass(1);
  if (when === 'after') await pay(dossier);
  const { payments, lines, refundDueDong, outstandingDong } = await account(dossier);
  expect(payments.map(({ state }) => state)).toEqual([booked]);
  expect(lines.map(({ state }) => state)).toEqual([when === 'before' ? 'settled' : 'cancelled']);
  expect([refundDueDong, outstandingDong]).toEqual([refundDong, 0]);
  expect(await office.reload(dossier)).toMatchObject({ status: 8 });
  expect(await acts(dossier)).toEqual(expect.arrayContaining(['return-refusal']));
});

test('an exemption needs the version’s own ground, clears the way, and what was paid goes back', async () => {
  const dossier = await filed([feeOf({ dueWhen: 'filing', exemptions: [EXEMPTION] })]);
  await asked(dossier);
  const exempt = async (ground: string, feeKey = 'copy') => {
    const act = { dossierId: dossier.id, feeKey, expectedVersion: (await office.reload(dossier)).version, ground };
    return office.as(office.clerk, (context) => exemptFee(context, act));
  };
  await expect(exempt('rich')).rejects.toThrow('ground-missing');
  await expect(exempt('poor', 'other')).rejects.toThrow('not-found');
  await exempt('poor');
  const { lines } = await account(dossier);
  expect(lines).toMatchObject([{ state: 'exempt', exemptGround: 'Hộ nghèo (NQ 01, Điều 2)' }]);
  expect(await acts(dossier)).toContain('examine');
  const journal = await office.at((tx) => readJournal(tx, dossier.id));
  expect(journal.slice(-2).map(({ act, actorKind }) => [act, actorKind])).toEqual([
    ['exempt-fee', 'staff'],
    ['record-payment', 'system'],
  ]);
  await expect(exempt('poor')).rejects.toThrow('fee-not-due');
  const paid = await filed([feeOf({ exemptions: [EXEMPTION] })]);
  await pay(paid);
  const act = { dossierId: paid.id, feeKey: 'copy', expectedVersion: (await office.reload(paid)).version, ground: 'poor' };
  await office.as(office.clerk, (context) => exemptFee(context, act));
  expect(await states(paid)).toEqual({ fees: ['exempt'], payments: ['refund-due'] });
});

test('a fee that the council has not decided is unknown, not free: it is not asked, not paid, and holds the result', async () => {
  const dossier = await filed([feeOf({ amountDong: null })]);
  await expect(pay(dossier)).rejects.toThrow('payment-refused');
  await bringTo(office, dossier, 'confirm-result');
  expect(await acts(dossier)).toContain('record-payment');
  expect(await account(dossier)).toMatchObject({ isAmountKnown: false });
  const { version } = await office.reload(dossier);
  await expect(
    office.as(office.clerk, (context) => askPayment(context, { dossierId: dossier.id, expectedVersion: version })),
  ).rejects.toThrow('fee-not-due');
  const decided = { dossierId: dossier.id, feeKey: 'copy', expectedVersion: version, amountDong: 6000, decision: 'NQ 45/2026/NQ-HĐND' };
  await office.as(office.clerk, (context) => decideFeeAmount(context, decided));
  const again = { ...decided, expectedVersion: version + 1 };
  await expect(office.as(office.clerk, (context) => decideFeeAmount(context, again))).rejects.toThrow('fee-not-due');
  await office.as(office.clerk, (context) => askPayment(context, { dossierId: dossier.id, expectedVersion: version + 1 }));
  expect((await states(dossier)).fees).toEqual(['waiting']);
  await pay(dossier, { amountDong: 6000 });
  expect(await acts(dossier)).toContain('return-at-counter');
});

test('R08: a fee of filing may be declared as cash on delivery, and the work goes on', async () => {
  const { dossier, citizen } = await fileDossier(office, { fees: [feeOf({ dueWhen: 'filing' })] });
  await asked(dossier);
  const address = { street: 'Thôn 3', province: 'Hà Tĩnh', receiver: 'Đặng Thị Hoà', phone: '0912345678', isCashOnDelivery: true };
  const change = async (way: 'post' | 'counter') => {
    const { version } = await office.reload(dossier);
    const chosen = { dossierId: dossier.id, expectedVersion: version, way, ...(way === 'post' ? { address } : {}) };
    return office.as(citizen, (context) => changeReturnWay(context, chosen));
  };
  await change('post');
  expect(await acts(dossier)).toContain('examine');
  await bringTo(office, dossier, 'confirm-result');
  expect(await acts(dossier)).toContain('hand-to-post');
  await change('counter');
  expect(await acts(dossier)).toContain('record-payment');
});

test('a fee that is paid while nothing waits for it is on record, and is not asked for later', async () => {
  const dossier = await filed([feeOf({ dueWhen: 'filing' })]);
  await pay(dossier);
  await bringTo(office, dossier, 'confirm-forwarded');
  expect(await acts(dossier)).toContain('examine');
});

test('the account is shown to the applicant and to the agencies of the dossier, to nobody else', async () => {
  const { dossier, citizen } = await fileDossier(office, { fees: [feeOf()] });
  const seenBy = (actor: Parameters<typeof office.as>[0]) =>
    office.read({ actor, endpoint: 'test' }, (context) => readFees(context, { dossierId: dossier.id }));
  expect((await seenBy(citizen)).lines).toHaveLength(1);
  expect((await seenBy(office.officer)).lines).toHaveLength(1);
  await expect(seenBy(office.stranger)).rejects.toThrow('not-found');
  await expect(seenBy({ ...citizen, accountId: dossier.id, personId: null })).rejects.toThrow('not-found');
});

test('a payment is not the diagram’s business once a dossier has been withdrawn', async () => {
  const dossier = await filed([feeOf({ dueWhen: 'filing', isRefundable: true })]);
  await asked(dossier);
  await office.as({ kind: 'system', name: 'test' }, async (context) => {
    await takeStep(context, await lockCase(context, dossier.id), { act: 'consent-to-withdrawal' });
  });
  expect((await states(dossier)).fees).toEqual(['cancelled']);
  office.clock.pass(1);
  await pay(dossier);
  expect(await states(dossier)).toEqual({ fees: ['cancelled'], payments: ['refund-due'] });
  expect(await office.reload(dossier)).toMatchObject({ status: 7 });
});
