import { takeStep } from '../../../server/casework/take-step';
import { lockCase } from '../../../server/casework/read-case';
import { recordPayment } from '../../../server/commands/money/record-payment';
import { type RecordRefund, recordRefund } from '../../../server/commands/money/record-refund';
import { readJournal } from '../../../server/store/journal';
import { type DossierRow } from '../../../server/store/models/dossier';
import { refundsOf } from '../../../server/store/refunds';
import { bringTo, feeOf } from '../../support/filed-dossier';
import { useTill } from './till';

const till = useTill();
const { pay, account, states, acts, filed, asked } = till;

test.each([
  ['too little', { amountDong: 7999 }, 'payment-refused'],
  ['too much', { amountDong: 8001 }, 'payment-refused'],
  ['from tomorrow', { paidAt: '2026-12-31T02:00:00Z' }, 'date-impossible'],
  ['older than the dossier', { paidAt: '2026-11-24T02:00:00Z' }, 'date-impossible'],
])('refuses a payment that is %s, and nothing changes', async (_what, paid, refusal) => {
  const dossier = await filed([feeOf({ dueWhen: 'filing' })]);
  await expect(pay(dossier, paid)).rejects.toThrow(refusal);
  expect(await states(dossier)).toEqual({ fees: ['due'], payments: [] });
  expect((await till.office.reload(dossier)).version).toBe(2);
});

test('refuses a payment for a dossier that costs nothing, from a stranger, or by a stale page', async () => {
  const dossier = await filed([]);
  await expect(pay(dossier)).rejects.toThrow('fee-not-due');
  await expect(pay(dossier, {}, till.office.stranger)).rejects.toThrow('not-found');
  const stale = { dossierId: dossier.id, expectedVersion: 1, method: 'cash' as const, amountDong: 1, feeKeys: [], isFailed: false };
  await expect(till.office.as(till.office.collector, (context) => recordPayment(context, stale))).rejects.toThrow('stale');
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
  till.office.clock.pass(1);
  await expect(pay(dossier)).rejects.toThrow('payment-refused');
  await pay(dossier, { isPaidTwice: true });
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
  const before = till.office.clock.now().toISOString();
  till.office.clock.pass(30);
  await pay(dossier);
  till.office.clock.pass(30);
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

const refuse = (dossier: DossierRow) => bringTo(till.office, dossier, 'number-and-seal', 'refuse');

test.each([
  ['before the refusal, not refundable', false, 'before', 'settled', 0],
  ['before the refusal, refundable', true, 'before', 'refund-due', 8000],
  ['after the refusal, not refundable', false, 'after', 'not-refundable', 0],
  ['after the refusal, refundable', true, 'after', 'refund-due', 8000],
] as const)('E05, R36: paid %s', async (_when, isRefundable, when, booked, refundDong) => {
  const dossier = await filed([feeOf({ isRefundable })]);
  if (when === 'before') await pay(dossier);
  till.office.clock.pass(1);
  await refuse(dossier);
  till.office.clock.pass(1);
  if (when === 'after') await pay(dossier);
  const { payments, lines, refundDueDong, outstandingDong } = await account(dossier);
  expect(payments.map(({ state }) => state)).toEqual([booked]);
  expect(lines.map(({ state }) => state)).toEqual([when === 'before' ? 'settled' : 'cancelled']);
  expect([refundDueDong, outstandingDong]).toEqual([refundDong, 0]);
  expect(await till.office.reload(dossier)).toMatchObject({ status: 8 });
  expect(await acts(dossier)).toEqual(expect.arrayContaining(['return-refusal']));
});

test('a fee that is paid while nothing waits for it is on record, and is not asked for later', async () => {
  const dossier = await filed([feeOf({ dueWhen: 'filing' })]);
  await pay(dossier);
  await bringTo(till.office, dossier, 'confirm-forwarded');
  expect(await acts(dossier)).toContain('examine');
});

test('a payment is not the diagram’s business once a dossier has been withdrawn', async () => {
  const dossier = await filed([feeOf({ dueWhen: 'filing', isRefundable: true })]);
  await asked(dossier);
  await till.office.as({ kind: 'system', name: 'test' }, async (context) => {
    await takeStep(context, await lockCase(context, dossier.id), { act: 'consent-to-withdrawal' });
  });
  expect((await states(dossier)).fees).toEqual(['cancelled']);
  till.office.clock.pass(1);
  await pay(dossier);
  expect(await states(dossier)).toEqual({ fees: ['cancelled'], payments: ['refund-due'] });
  expect(await till.office.reload(dossier)).toMatchObject({ status: 7 });
});

describe('R36: what is due back', () => {
  const refund = async (dossier: DossierRow, values: Partial<RecordRefund> = {}, collector = till.office.collector) => {
    const { payments } = await account(dossier);
    const { version: expectedVersion } = await till.office.reload(dossier);
    const given = { method: 'cash', receiver: 'Đặng Thị Hoà', reason: 'Nộp hai lần' } as const;
    const asked = { dossierId: dossier.id, paymentId: payments.at(-1)!.id, expectedVersion, ...given, ...values };
    await till.office.as(collector, (context) => recordRefund(context, asked));
  };
  const paidTwice = async () => {
    const dossier = await filed([feeOf(), feeOf({ key: 'post', amountDong: 5000 })]);
    await pay(dossier, { amountDong: 13_000 });
    till.office.clock.pass(1);
    await pay(dossier, { feeKeys: ['copy'], amountDong: 8000, isPaidTwice: true });
    return dossier;
  };

  test('is given back once, whole, on record with its reason, its receiver and its giver, and the first payment stays', async () => {
    const dossier = await paidTwice();
    expect(await account(dossier)).toMatchObject({ refundDueDong: 8000, payments: [{ state: 'settled' }, { state: 'refund-due' }] });
    await refund(dossier);
    expect(await account(dossier)).toMatchObject({
      refundDueDong: 0,
      outstandingDong: 0,
      payments: [{ state: 'settled' }, { state: 'refunded' }],
    });
    const [line] = await till.office.at((tx) => refundsOf(tx, dossier.id));
    expect(line).toMatchObject({
      amountDong: 8000,
      method: 'cash',
      receiver: 'Đặng Thị Hoà',
      reason: 'Nộp hai lần',
      refundedBy: till.office.collector.staffId,
    });
    const last = (await till.office.at((tx) => readJournal(tx, dossier.id))).at(-1)!;
    expect(last).toMatchObject({ act: 'record-refund', facts: { detail: { amountDong: 8000, reason: 'Nộp hai lần' } } });
    await expect(refund(dossier)).rejects.toThrow('refund-not-due');
  });

  test('of a payment for two fees only the refundable part goes back, and the other stays paid', async () => {
    const dossier = await filed([
      feeOf({ dueWhen: 'filing', isRefundable: true }),
      feeOf({ key: 'kept', amountDong: 5000, dueWhen: 'filing' }),
    ]);
    await pay(dossier, { amountDong: 13_000 });
    till.office.clock.pass(1);
    await refuse(dossier);
    await refund(dossier, { reason: 'Không được giải quyết' });
    expect(await account(dossier)).toMatchObject({
      refundDueDong: 0,
      outstandingDong: 0,
      lines: [{ state: 'settled' }, { state: 'settled' }],
      payments: [{ state: 'refunded', keptDong: 5000 }],
    });
  });

  test('is not given out for what settles a fee, by a clerk of another centre, nor twice by the same transfer', async () => {
    const settled = await filed([feeOf()]);
    await pay(settled);
    await expect(refund(settled)).rejects.toThrow('refund-not-due');
    const [one, other] = [await paidTwice(), await paidTwice()];
    await expect(refund(one, {}, till.office.stranger)).rejects.toThrow('not-found');
    await expect(refund(one, { method: 'transfer' })).rejects.toThrow('invalid-input');
    await refund(one, { method: 'transfer', reference: 'FT26330001' });
    await expect(refund(other, { method: 'transfer', reference: 'FT26330001' })).rejects.toThrow('already-exists');
  });
});
