import { askPayment } from '../../../server/commands/money/ask-payment';
import { decideFeeAmount } from '../../../server/commands/money/decide-fee-amount';
import { exemptFee } from '../../../server/commands/money/exempt-fee';
import { changeReturnWay } from '../../../server/commands/return/change-return-way';
import { foldJournal } from '../../../server/domain/journal';
import { readFees } from '../../../server/queries/return/read-fees';
import { readJournal } from '../../../server/store/journal';
import { outboxOf } from '../../../server/store/outbox';
import { bringTo, feeOf, fileDossier } from '../../support/filed-dossier';
import { type Actor } from '../../../server/policies/actor';
import { useTill, EXEMPTION } from './till';

const till = useTill();
const { pay, account, states, acts, filed, asked } = till;

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
  await bringTo(till.office, dossier, 'check-submission');
  expect((await states(dossier)).fees).toEqual(['due', 'due', 'not-due']);
  const journal = await till.office.at((tx) => readJournal(tx, dossier.id));
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
  expect(await till.office.reload(dossier)).toMatchObject({ status: 6 });
  expect((await states(dossier)).fees).toEqual(['waiting', 'not-due']);
  const notices = (await till.office.at((tx) => outboxOf(tx, dossier.id))).filter(({ topic }) => topic === 'notice');
  expect(notices.map(({ payload }) => payload['kind']).sort()).toEqual(['accepted', 'fee-due']);
  expect(notices.map(({ payload }) => payload)).toContainEqual(expect.objectContaining({ amountDong: 8000, code: dossier.code }));
  await pay(dossier);
  expect(await till.office.reload(dossier)).toMatchObject({ status: 4 });
  expect(await acts(dossier)).toContain('examine');
  expect(await states(dossier)).toEqual({ fees: ['settled', 'not-due'], payments: ['settled'] });
  await bringTo(till.office, dossier, 'confirm-result');
  expect((await states(dossier)).fees).toEqual(['settled', 'due']);
  await pay(dossier, { amountDong: 5000 });
  expect(await acts(dossier)).toContain('return-at-counter');
});

test('an exemption needs the version’s own ground, clears the way, and what was paid goes back', async () => {
  const dossier = await filed([feeOf({ dueWhen: 'filing', exemptions: [EXEMPTION] })]);
  await asked(dossier);
  const exempt = async (ground: string, feeKey = 'copy') => {
    const act = { dossierId: dossier.id, feeKey, expectedVersion: (await till.office.reload(dossier)).version, ground };
    return till.office.as(till.office.clerk, (context) => exemptFee(context, act));
  };
  await expect(exempt('rich')).rejects.toThrow('ground-missing');
  await expect(exempt('poor', 'other')).rejects.toThrow('not-found');
  await exempt('poor');
  const { lines } = await account(dossier);
  expect(lines).toMatchObject([{ state: 'exempt', exemptGround: 'Hộ nghèo (NQ 01, Điều 2)' }]);
  expect(await acts(dossier)).toContain('examine');
  const journal = await till.office.at((tx) => readJournal(tx, dossier.id));
  expect(journal.slice(-2).map(({ act, actorKind }) => [act, actorKind])).toEqual([
    ['exempt-fee', 'staff'],
    ['record-payment', 'system'],
  ]);
  await expect(exempt('poor')).rejects.toThrow('fee-not-due');
  const paid = await filed([feeOf({ exemptions: [EXEMPTION] })]);
  await pay(paid);
  const act = { dossierId: paid.id, feeKey: 'copy', expectedVersion: (await till.office.reload(paid)).version, ground: 'poor' };
  await till.office.as(till.office.clerk, (context) => exemptFee(context, act));
  expect(await states(paid)).toEqual({ fees: ['exempt'], payments: ['refund-due'] });
});

test('a fee that the council has not decided is unknown, not free: it is not asked, not paid, and holds the result', async () => {
  const dossier = await filed([feeOf({ amountDong: null })]);
  await expect(pay(dossier)).rejects.toThrow('payment-refused');
  await bringTo(till.office, dossier, 'confirm-result');
  expect(await acts(dossier)).toContain('record-payment');
  expect(await account(dossier)).toMatchObject({ isAmountKnown: false });
  const { version } = await till.office.reload(dossier);
  await expect(
    till.office.as(till.office.clerk, (context) => askPayment(context, { dossierId: dossier.id, expectedVersion: version })),
  ).rejects.toThrow('fee-not-due');
  const decided = { dossierId: dossier.id, feeKey: 'copy', expectedVersion: version, amountDong: 6000, decision: 'NQ 45/2026/NQ-HĐND' };
  await till.office.as(till.office.clerk, (context) => decideFeeAmount(context, decided));
  const again = { ...decided, expectedVersion: version + 1 };
  await expect(till.office.as(till.office.clerk, (context) => decideFeeAmount(context, again))).rejects.toThrow('fee-not-due');
  await till.office.as(till.office.clerk, (context) => askPayment(context, { dossierId: dossier.id, expectedVersion: version + 1 }));
  expect((await states(dossier)).fees).toEqual(['waiting']);
  await pay(dossier, { amountDong: 6000 });
  expect(await acts(dossier)).toContain('return-at-counter');
});

test('R08: a fee of filing may be declared as cash on delivery, and the work goes on', async () => {
  const { dossier, citizen } = await fileDossier(till.office, { fees: [feeOf({ dueWhen: 'filing' })] });
  await asked(dossier);
  const address = { street: 'Thôn 3', province: 'Hà Tĩnh', receiver: 'Đặng Thị Hoà', phone: '0912345678', isCashOnDelivery: true };
  const change = async (way: 'post' | 'counter') => {
    const { version } = await till.office.reload(dossier);
    const chosen = { dossierId: dossier.id, expectedVersion: version, way, ...(way === 'post' ? { address } : {}) };
    return till.office.as(citizen, (context) => changeReturnWay(context, chosen));
  };
  await change('post');
  expect(await acts(dossier)).toContain('examine');
  await bringTo(till.office, dossier, 'confirm-result');
  expect(await acts(dossier)).toContain('hand-to-post');
  await change('counter');
  expect(await acts(dossier)).toContain('record-payment');
});

test('the account is shown to the applicant and to the agencies of the dossier, to nobody else', async () => {
  const { dossier, citizen } = await fileDossier(till.office, { fees: [feeOf()] });
  const seenBy = (actor: Actor) => till.office.read({ actor, endpoint: 'test' }, (context) => readFees(context, { dossierId: dossier.id }));
  expect((await seenBy(citizen)).lines).toHaveLength(1);
  expect((await seenBy(till.office.officer)).lines).toHaveLength(1);
  await expect(seenBy(till.office.stranger)).rejects.toThrow('not-found');
  await expect(seenBy({ ...citizen, accountId: dossier.id, personId: null })).rejects.toThrow('not-found');
});
