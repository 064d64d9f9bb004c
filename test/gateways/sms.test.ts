import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { openHttpSms, startSmsSimulator } from '../../server/gateways/messages/sms';
import { type Mischief } from '../../server/gateways/simulator-server';

const message = { key: 'outbox-1', to: '+84912345678', text: 'Hồ sơ đã có kết quả', sentAt: new Date('2026-11-25T02:00:00Z') };
const mischief: Mischief[] = [];
let simulator: Awaited<ReturnType<typeof startSmsSimulator>>;

beforeEach(async () => {
  simulator = await startSmsSimulator({
    port: 0,
    token: 'right',
    reject: (to) => (to.endsWith('000') ? 'no such number' : undefined),
    mischief: () => mischief.shift(),
  });
});
afterEach(() => simulator.stop());
const sms = (token = 'right') => openHttpSms({ url: simulator.url, token, timeoutMs: 300 });

test('an SMS is accepted once, however often it is sent', async () => {
  expect(await sms().sendSms(message)).toEqual({ outcome: 'accepted', reference: 'sms-outbox-1' });
  expect(await sms().sendSms(message)).toEqual({ outcome: 'accepted', reference: 'sms-outbox-1' });
  expect([...simulator.taken.values()]).toEqual([{ id: 'outbox-1', to: '+84912345678', text: 'Hồ sơ đã có kết quả' }]);
});

test('a number that the provider does not know, or that is none, is refused', async () => {
  expect(await sms().sendSms({ ...message, to: '0900000000' })).toEqual({ outcome: 'refused', why: 'no such number' });
  expect(await sms().sendSms({ ...message, to: 'mẹ' })).toMatchObject({ outcome: 'refused' });
});

test('a token that is not accepted is our fault, and is tried again later', async () => {
  expect(await sms('wrong').sendSms(message)).toMatchObject({ outcome: 'unknown' });
});

test.each<[Mischief, number]>([
  ['lost', 1],
  ['half', 1],
  ['silent', 0],
  ['garbage', 0],
  ['busy', 0],
  ['redirect', 0],
])('when the provider is %s the outcome is unknown, and a repeat is accepted', async (trick, taken) => {
  mischief.push(trick);
  expect(await sms().sendSms(message)).toMatchObject({ outcome: 'unknown' });
  expect(simulator.taken.size).toBe(taken);
  expect(await sms().sendSms(message)).toMatchObject({ outcome: 'accepted' });
  expect(simulator.taken.size).toBe(1);
});

test('an endless answer is not read to its end', async () => {
  const endless = createServer((_, response) => {
    const more = () => {
      while (response.write(Buffer.alloc(65_536, ' ')));
      response.once('drain', more);
    };
    more();
  });
  await new Promise<void>((resolve) => endless.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(endless.address() as AddressInfo).port}`;
  const outcome = await openHttpSms({ url, token: 't', timeoutMs: 20_000 }).sendSms(message);
  expect(outcome).toEqual({ outcome: 'unknown', why: 'answer too long' });
  endless.closeAllConnections();
  await new Promise((resolve) => endless.close(resolve));
});
