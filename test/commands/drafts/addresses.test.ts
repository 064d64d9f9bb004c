import { chooseReturn } from '../../../server/commands/drafts/choose-return';
import { draftView } from '../../../server/queries/drafts/draft-view';
import { changeAgency, findAgencyByCode } from '../../../server/store/agencies';
import { readDraft } from '../../../server/store/drafts';
import { type CitizenActor } from '../../../server/policies/actor';
import { draftOf, ownAnswers, submitted } from '../../support/filing';
import { MORNING, refusalOf, useOneStop } from '../../support/one-stop';

const town = useOneStop();
beforeEach(() => town.clock.set(MORNING));

const GOOD = { street: 'Số 18', communeCode: '18073', province: 'Hà Tĩnh', receiver: 'Trần Thị Hoài Thương', phone: '0912345678' };
const choose = (citizen: CitizenActor, draftId: string, address: Record<string, unknown>) =>
  town.act(citizen, async (context) => {
    const { version: expectedVersion } = await readDraft(context.tx, draftId);
    await chooseReturn(context, { draftId, expectedVersion, way: 'post', address, paysOnDelivery: false });
  });
const places = (facts: Record<string, unknown>) => (facts['faults'] as { path: string }[]).map(({ path }) => path);

test.each([
  ['a province that is none', { province: 'Sao Hỏa' }, ['body.address.province']],
  ['a commune that the province has not', { communeCode: '99999' }, ['body.address.communeCode']],
  ['no commune of the own province', { communeCode: undefined }, ['body.address.communeCode']],
  ['a commune of the own province under another', { province: 'Nghệ An' }, ['body.address.communeCode']],
  ['digits for a receiver', { receiver: '0912345678' }, ['body.address.receiver']],
  ['nothing right', { receiver: '#', province: 'x' }, ['body.address.receiver', 'body.address.province']],
])('an address with %s is refused', async (_what, more, paths) => {
  const citizen = await town.citizen();
  const draftId = await draftOf(town, citizen);
  const { code, facts } = await refusalOf(choose(citizen, draftId, { ...GOOD, ...more }));
  expect([code, places(facts)]).toEqual(['invalid-input', paths]);
});

test('elsewhere a commune’s code is taken as it is, and may be missing', async () => {
  const citizen = await town.citizen();
  const draftId = await draftOf(town, citizen);
  await choose(citizen, draftId, { ...GOOD, province: 'tỉnh Nghệ An', communeCode: '16681' });
  await choose(citizen, draftId, { ...GOOD, province: 'TP. Huế', communeCode: undefined });
  const { returnAddress } = await town.act(citizen, ({ tx }) => readDraft(tx, draftId));
  expect(returnAddress).toMatchObject({ province: 'TP. Huế' });
});

test('a commune that has ended since the address was chosen stands in the way of filing', async () => {
  const citizen = await town.citizen();
  const draftId = await draftOf(town, citizen);
  await choose(citizen, draftId, { ...GOOD, communeCode: '18562' });
  const end = (validToOn: string | null) =>
    town.act(citizen, async ({ tx }) => changeAgency(tx, (await findAgencyByCode(tx, 'H27.18562'))!.id, { validToOn }));
  await end('2026-11-25');
  const { code, facts } = await refusalOf(submitted(town, citizen, draftId));
  await end(null);
  expect([code, places(facts)]).toEqual(['draft-incomplete', ['answers.requesterAddress', 'returnAddress.communeCode']]);
});

test('an answer that names a unit nobody knows is told while filling in, and not filed', async () => {
  const citizen = await town.citizen();
  const answers = ownAnswers(citizen, { requesterAddress: { line: 'x', unit: '00000' } });
  const draftId = await draftOf(town, citizen, { answers });
  const { judged } = await town.act(citizen, (context) => draftView(context, draftId));
  expect(judged.faults).toMatchObject([{ path: 'requesterAddress', code: 'unit-unknown' }]);
  const { code, facts } = await refusalOf(submitted(town, citizen, draftId));
  expect([code, places(facts)]).toEqual(['draft-incomplete', ['answers.requesterAddress']]);
});
