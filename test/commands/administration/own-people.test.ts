import { useOffice } from '../../support/server';
import { type StaffPerson } from '../../support/people';

const office = useOffice();
const administrator = () => office.as('administrator');
const CARD = { kind: 'citizen-number', number: '042190111222', country: 'VN', fullName: 'Phan Thị Út', bornOn: '1990-05-01' };
const OLD_CARD = { kind: 'old-citizen-number', number: '183111222', country: 'VN', fullName: 'Phan Văn Anh', bornOn: null };

const declare = ({ staffId }: StaffPerson, body: object) => administrator().put(`/api/staff/${staffId}/people`, body);
const people = async () => {
  const [rows] = await office.sequelize.query('select count(*)::integer as count from people');
  return (rows as { count: number }[])[0]!.count;
};

/** The clerk has the card in hand; whose it is decides whether this clerk may look at it. */
async function prove(who: string, card: object) {
  const { accountId } = await office.citizen(`${who} at the counter`, 'unverified');
  return office.as('clerk', { who }).post(`/api/accounts/${accountId}/verification`, card);
}

test('R44: kin who were declared before anybody knew them are kept away from the clerk when their number is proved', async () => {
  const clerk = await office.staff('clerk', { who: 'sister' });
  expect((await declare(clerk, { self: null, kin: [{ ...CARD, relation: 'em ruột' }] })).status).toBe(204);
  expect(await prove('sister', CARD)).toMatchObject({ status: 403, body: { code: 'own-case' } });
  await office.staff('clerk', { who: 'stranger' });
  expect((await prove('stranger', CARD)).status).toBe(200);
});

test('R44: members of staff keep away from their own matter, whatever account they filed it from', async () => {
  const clerk = await office.staff('clerk', { who: 'himself' });
  const card = { ...CARD, number: '042190111333', fullName: 'Phan Văn Mình' };
  await declare(clerk, { self: card, kin: [] });
  expect(await prove('himself', card)).toMatchObject({ status: 403, body: { code: 'own-case' } });
});

test('the list is written whole, shows what stands on it, and enters nobody twice', async () => {
  const clerk = await office.staff('clerk', { who: 'listed' });
  const kin = [
    { ...CARD, relation: 'em ruột' },
    { ...OLD_CARD, relation: 'anh ruột' },
  ];
  await declare(clerk, { self: null, kin });
  const before = await people();
  await declare(clerk, { self: null, kin });
  expect(await people()).toBe(before);
  const listed = async () => {
    const { body } = await administrator().get('/api/staff?limit=100');
    return (body as { items: { id: string; self: unknown; kin: unknown[] }[] }).items.find(({ id }) => id === clerk.staffId)!;
  };
  expect((await listed()).kin).toEqual([kin[1], kin[0]]);
  await declare(clerk, { self: OLD_CARD, kin: [] });
  expect(await listed()).toMatchObject({ self: OLD_CARD, kin: [] });
  expect((await declare(clerk, { self: null, kin: [{ ...CARD, number: 'số', relation: 'em' }] })).status).toBe(422);
  expect(await listed()).toMatchObject({ self: OLD_CARD, kin: [] });
});
