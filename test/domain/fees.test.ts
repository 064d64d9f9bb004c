import fc from 'fast-check';
import { isFeeCleared, outstandingDong, type Payment, settle } from '../../server/domain/fee-settlement';
import { computeFees, type FeeFacts, type FeeLine } from '../../server/domain/fees';
import { dongWords, feeWords } from '../../server/domain/words/fees';
import { at, on } from './calendars';

const certifiedCopy: FeeLine = {
  id: 'certified-copy',
  kind: 'phi',
  amount: {
    by: 'page-tiers',
    tiers: [
      { fromPage: 1, amountDong: 2000 },
      { fromPage: 3, amountDong: 1000 },
    ],
    capPerCopyDong: 200_000,
  },
  wording: { vi: '2.000 đồng/trang, từ trang thứ 3 là 1.000 đồng/trang, tối đa 200.000 đồng/bản', en: '' },
  channels: null,
  dueOn: 'return',
  refund: { after: [], clause: 'TT 226/2016/TT-BTC' },
  exemptions: [],
  accountId: 'kho-bac',
  validFromOn: on('2017-01-01'),
  validToOn: null,
};
const extract: FeeLine = { ...certifiedCopy, id: 'extract', amount: { by: 'fixed', amountDong: 8000, per: 'copy' } };
const facts: FeeFacts = { channel: 'counter', submittedOn: on('2026-03-02'), copies: [{ pages: 5, count: 1 }], exemptionGrounds: [] };

function amountOf(line: FeeLine, changes: Partial<FeeFacts> = {}) {
  return computeFees([line], { ...facts, ...changes }).map((due) => due.amountDong);
}

test('R21: one certified copy of five pages costs 7.000 đồng, and says how', () => {
  const [due] = computeFees([certifiedCopy], facts);
  expect(due?.amountDong).toBe(7000);
  expect(feeWords(due!, 'vi')).toBe('2 trang × 2.000 đồng + 3 trang × 1.000 đồng = 7.000 đồng');
  expect(feeWords(due!, 'en')).toBe('2 pages × 2,000 dong + 3 pages × 1,000 dong = 7,000 dong');
});

test.each([
  [1, 1, 2000],
  [2, 1, 4000],
  [3, 1, 5000],
  [198, 1, 200_000],
  [199, 1, 200_000],
  [500, 2, 400_000],
  [5, 3, 21_000],
])('R21: %i pages in %i copies cost %i đồng, capped per copy', (pages, count, dong) => {
  expect(amountOf(certifiedCopy, { copies: [{ pages, count }] })).toEqual([dong]);
});

test('R21: each original is priced by its own pages', () => {
  const copies = [
    { pages: 1, count: 1 },
    { pages: 1, count: 1 },
    { pages: 1, count: 1 },
  ];
  expect(amountOf(certifiedCopy, { copies })).toEqual([6000]);
});

test('a fee per copy, per page and per dossier', () => {
  const copies = [{ pages: 4, count: 3 }];
  const per = (unit: 'copy' | 'page' | 'dossier') =>
    amountOf({ ...extract, amount: { by: 'fixed', amountDong: 8000, per: unit } }, { copies });
  expect([per('copy'), per('page'), per('dossier')]).toEqual([[24_000], [96_000], [8000]]);
});

test('R24: a line applies by channel and by the day of submission', () => {
  const online = { ...extract, channels: ['online'] as const, validToOn: on('2026-03-02') };
  expect(amountOf(online, { channel: 'online' })).toEqual([8000]);
  expect(amountOf(online)).toEqual([]);
  expect(amountOf(online, { channel: 'online', submittedOn: on('2026-03-03') })).toEqual([]);
  expect(amountOf(extract, { submittedOn: on('2016-12-31') })).toEqual([]);
});

test('R24: a fee by council decision is unknown, not free', () => {
  const [due] = computeFees([{ ...extract, amount: { by: 'council-decision' } }], facts);
  expect(due?.amountDong).toBeNull();
  expect(feeWords(due!, 'vi')).toBe('theo nghị quyết của Hội đồng nhân dân tỉnh');
});

test('the best ground of exemption that is held counts, with its clause', () => {
  const poor = { ground: 'poor-household', name: { vi: 'Hộ nghèo', en: 'Poor household' }, clause: 'Điều 5', percentOff: 100 };
  const child = { ground: 'child', name: { vi: 'Trẻ em', en: 'Child' }, clause: 'Điều 6', percentOff: 50 };
  const line = { ...extract, exemptions: [child, poor] };
  expect(amountOf(line)).toEqual([8000]);
  expect(amountOf(line, { exemptionGrounds: ['child'] })).toEqual([4000]);
  expect(amountOf(line, { exemptionGrounds: ['child', 'poor-household'] })).toEqual([0]);
  expect(feeWords(computeFees([line], { ...facts, exemptionGrounds: ['poor-household'] })[0]!, 'vi')).toBe('Hộ nghèo (Điều 5)');
  expect(amountOf({ ...line, amount: { by: 'council-decision' } }, { exemptionGrounds: ['poor-household'] })).toEqual([0]);
});

test('amounts are written with their thousands', () => {
  expect(dongWords(1_234_567, 'vi')).toBe('1.234.567 đồng');
  expect(dongWords(0, 'en')).toBe('0 dong');
});

const paid = (id: string, amountDong: number, when: string, status: Payment['status'] = 'succeeded'): Payment => ({
  id,
  amountDong,
  status,
  at: at(when),
});
const account = { amountDong: 8000, refundAfter: [], end: null };

test('R36: paid twice, the first settles and the second is due back', () => {
  const payments = [paid('cash', 8000, '2026-03-03 09:00'), paid('bank', 8000, '2026-03-02 10:00')];
  expect(settle({ ...account, payments })).toEqual({
    state: 'settled',
    outstandingDong: 0,
    outcomes: [
      { paymentId: 'bank', booked: 'settles', refundDueDong: 0, keptDong: 8000 },
      { paymentId: 'cash', booked: 'paid-twice', refundDueDong: 8000, keptDong: 0 },
    ],
  });
});

test('R36: a late success settles what was shown as failed', () => {
  expect(settle({ ...account, payments: [paid('a', 8000, '2026-03-02 10:00', 'failed')] }).state).toBe('unsettled');
  expect(settle({ ...account, payments: [paid('a', 8000, '2026-03-05 10:00')] }).state).toBe('settled');
});

test.each([
  [[], 'after-end', 0, 8000],
  [['refused'], 'after-end', 8000, 0],
] as const)(
  'R36: a payment after refusal is kept or due back by its fee line (refunds after %j)',
  (refundAfter, booked, refundDueDong, keptDong) => {
    const end = { kind: 'refused', at: at('2026-03-04 09:00') } as const;
    const { outcomes } = settle({ ...account, refundAfter, end, payments: [paid('a', 8000, '2026-03-05 10:00')] });
    expect(outcomes).toEqual([{ paymentId: 'a', booked, refundDueDong, keptDong }]);
  },
);

test('a fee paid at filing is given back after a withdrawal only where its line says so', () => {
  const end = { kind: 'withdrawn', at: at('2026-03-04 09:00') } as const;
  const payments = [paid('a', 8000, '2026-03-02 10:00')];
  expect(settle({ ...account, refundAfter: ['withdrawn'], end, payments }).outcomes[0]?.refundDueDong).toBe(8000);
  expect(settle({ ...account, refundAfter: ['refused'], end, payments }).outcomes[0]?.refundDueDong).toBe(0);
});

test('part payments add up, and what is over is due back', () => {
  const first = settle({ ...account, payments: [paid('a', 5000, '2026-03-02 10:00')] });
  expect([first.state, first.outstandingDong]).toEqual(['unsettled', 3000]);
  const both = settle({ ...account, payments: [paid('a', 5000, '2026-03-02 10:00'), paid('b', 5000, '2026-03-02 11:00')] });
  expect(both.outcomes[1]).toEqual({ paymentId: 'b', booked: 'settles', refundDueDong: 2000, keptDong: 3000 });
});

test('R08: money clears a return when settled or exempt; by post it may be cash on delivery', () => {
  const open = settle({ ...account, payments: [] });
  const settled = settle({ ...account, payments: [paid('a', 8000, '2026-03-02 10:00')] });
  const exempt = settle({ ...account, amountDong: 0, payments: [] });
  const unknown = settle({ ...account, amountDong: null, payments: [] });
  expect(isFeeCleared([settled, exempt], 'counter', 0)).toBe(true);
  expect(isFeeCleared([open], 'counter', 8000)).toBe(false);
  expect(isFeeCleared([open], 'online', 8000)).toBe(false);
  expect(isFeeCleared([open], 'post', 8000)).toBe(true);
  expect(isFeeCleared([open], 'post', 7999)).toBe(false);
  expect(isFeeCleared([unknown], 'post', 1_000_000)).toBe(false);
  expect(outstandingDong([open, settled])).toBe(8000);
});

test('no dong is lost: what was paid is kept or due back', () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 20_000 }), { maxLength: 5 });
  fc.assert(
    fc.property(
      fc.option(fc.integer({ min: 0, max: 30_000 })),
      amounts,
      fc.boolean(),
      fc.boolean(),
      (amountDong, some, hasEnd, isRefundable) => {
        const payments = some.map((dong, index) => paid(String(index), dong, `2026-03-0${index + 1} 10:00`));
        const end = hasEnd ? ({ kind: 'refused', at: at('2026-03-03 12:00') } as const) : null;
        const { outcomes } = settle({ amountDong, refundAfter: isRefundable ? ['refused'] : [], payments, end });
        for (const [index, outcome] of outcomes.entries()) expect(outcome.keptDong + outcome.refundDueDong).toBe(some[index]);
        const kept = outcomes.reduce((sum, one) => sum + one.keptDong, 0);
        if (amountDong !== null) expect(kept).toBeLessThanOrEqual(amountDong);
      },
    ),
    { seed: 20_261_125 },
  );
});
