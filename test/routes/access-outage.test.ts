import { openDatabase } from '../../server/store/database';
import { openOffice } from '../support/server';
import { type Places } from '../support/people';

test('without its database the house says so, with when to come back, and its program lives', async () => {
  const away = openDatabase('postgres://nobody@127.0.0.1:1/nowhere', () => undefined);
  const office = await openOffice(away, { places: {} as Places });
  const client = office.nobody();
  expect((await client.get('/api/health')).status).toBe(200);
  const refused = await client.get('/api/ready');
  expect(refused).toMatchObject({ status: 503, body: { code: 'unavailable' } });
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
  expect(await client.post('/api/sessions', { userName: 'abc', password: 'x' })).toMatchObject({ status: 503 });
  expect(office.faults).toEqual([]);
  await office.close();
  await away.close();
});
