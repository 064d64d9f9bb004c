import { openPasswords } from '../../server/http/passwords';

test('a password is kept as argon2id with 19 MiB and two passes, each time with another salt', async () => {
  const passwords = openPasswords();
  const [one, other] = await Promise.all([passwords.hash('gánh lúa'), passwords.hash('gánh lúa')]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(other);
  expect([await passwords.isRight(one, 'gánh lúa'), await passwords.isRight(other, 'gánh lua')]).toEqual([true, false]);
});

test('where nothing is kept no password is right, not even the one that is compared with', async () => {
  const passwords = openPasswords();
  expect(await passwords.isRight(null, 'nobody has this password')).toBe(false);
});

test('a flood of sign-ins is turned away at the gate, and the gate opens again', async () => {
  const passwords = openPasswords();
  const flood = await Promise.allSettled(Array.from({ length: 100 }, () => passwords.isRight(null, 'x')));
  const refused = flood.filter((one) => one.status === 'rejected');
  expect(refused.length).toBeGreaterThan(0);
  for (const { reason } of refused) expect(reason).toMatchObject({ code: 'unavailable' });
  expect(flood.filter((one) => one.status === 'fulfilled').length).toBeGreaterThanOrEqual(60);
  expect(await passwords.isRight(await passwords.hash('a'), 'a')).toBe(true);
});
