import { changeAccount } from '../../server/store/accounts';
import { PASSWORD, type StaffPerson } from '../support/people';
import { useOffice } from '../support/server';

const office = useOffice();
const NEW = 'thuyền về bến Giang Đình';
const newClerk = () => office.people.enterStaff({ agency: office.places['commune-centre'], duties: ['clerk'] });
const signIn = ({ userName }: StaffPerson, password: string) => office.nobody().post('/api/sessions', { userName, password });
const change = (currentPassword: string, newPassword: string) => ({ currentPassword, newPassword });

test('a new password takes the place of the old one, and ends every other session', async () => {
  const clerk = await newClerk();
  const [client, other] = [office.signIn(clerk), office.signIn(clerk)];
  expect((await other.get('/api/me')).status).toBe(200);
  expect((await client.put('/api/me/password', change(PASSWORD, NEW))).status).toBe(204);
  expect([(await client.get('/api/me')).status, (await other.get('/api/me')).status]).toEqual([200, 401]);
  expect([(await signIn(clerk, PASSWORD)).status, (await signIn(clerk, NEW)).status]).toEqual([401, 200]);
});

test('a change asks for the present password, and its tries are counted like sign-ins', async () => {
  const clerk = await newClerk();
  const client = office.signIn(clerk);
  await client.enter();
  for (let tries = 1; tries <= 5; tries++) expect((await client.put('/api/me/password', change('wrong', NEW))).status).toBe(401);
  expect((await client.put('/api/me/password', change(PASSWORD, NEW))).status).toBe(429);
});

test('a new password that is short, common or the user name is refused, with the length that is asked for', async () => {
  const clerk = await newClerk();
  const client = office.signIn(clerk);
  for (const weak of ['ngắn quá', 'passwordpassword', 'aaaaaaaaaaaaaaaa', `${clerk.userName}1`])
    expect(await client.put('/api/me/password', change(PASSWORD, weak))).toMatchObject({
      status: 422,
      body: { code: 'password-weak', facts: { length: 14 } },
    });
  expect((await signIn(clerk, PASSWORD)).status).toBe(200);
});

test('beside a second factor eight characters are enough', async () => {
  const leader = office.signIn(await office.people.enterStaff({ agency: office.places.commune, duties: ['leader'] }));
  expect(await leader.put('/api/me/password', change(PASSWORD, 'bảy chữ'))).toMatchObject({ status: 422, body: { facts: { length: 8 } } });
  expect((await leader.put('/api/me/password', change(PASSWORD, 'tám chữ!'))).status).toBe(204);
});

test('whoever got a password from somebody else changes it before anything else', async () => {
  const clerk = await newClerk();
  await office.sequelize.transaction((tx) => changeAccount(tx, clerk.accountId, { mustChangePassword: true }));
  const client = office.signIn(clerk);
  expect((await client.get('/api/me')).body).toMatchObject({ mustChangePassword: true });
  expect(await client.get('/api/sessions')).toMatchObject({ status: 403, body: { code: 'password-change-needed' } });
  expect(await client.put('/api/me/password', change(PASSWORD, PASSWORD))).toMatchObject({ status: 422, body: { code: 'password-same' } });
  expect(await client.get('/api/sessions')).toMatchObject({ status: 403, body: { code: 'password-change-needed' } });
  expect((await client.put('/api/me/password', change(PASSWORD, NEW))).status).toBe(204);
  expect((await client.get('/api/sessions')).status).toBe(200);
});

test('two changes at one moment leave one new password', async () => {
  const clerk = await newClerk();
  const client = office.signIn(clerk);
  await client.enter();
  const words = [NEW, `${NEW} xưa`];
  const answers = await Promise.all(words.map((word) => client.put('/api/me/password', change(PASSWORD, word))));
  const winner = answers.findIndex(({ status }) => status === 204);
  expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
  expect((await signIn(clerk, words[winner]!)).status).toBe(200);
});
