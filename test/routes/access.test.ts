import { useOffice } from '../support/server';

const office = useOffice();

test('a clerk signs in and is told who they are', async () => {
  const { status, body } = await office.as('clerk').get('/api/me');
  expect(status).toBe(200);
  expect(body).toMatchObject({ kind: 'staff', post: { duties: ['clerk'], agency: { code: 'T.commune-centre' } }, idleSeconds: 900 });
});

test('a leader signs in with a code', async () => {
  expect((await office.as('leader').get('/api/me')).body).toMatchObject({ hasSecondFactor: true, isSecondFactorNeeded: false });
});

test('a citizen', async () => {
  expect((await office.asCitizen().get('/api/me')).body).toMatchObject({ kind: 'citizen', isVerified: true, post: null });
  expect((await office.nobody().get('/api/me')).status).toBe(401);
});
