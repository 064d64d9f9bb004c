import { openCarrier, SIMULATED_STATUS_KINDS } from '../../server/gateways/post/carrier';
import { openMemoryBook } from '../../server/gateways/post/carrier-book';
import { type CarrierServer, startCarrierServer } from '../../server/gateways/post/carrier-server';
import { openHttpPost, type HttpPostSettings } from '../../server/gateways/post/http-post';
import { FIRST_TRACKING_ID } from '../../server/gateways/post/postal-gateway';
import { fromWireTracking, KNOWN_STATUS_KINDS } from '../../server/gateways/post/wire';
import { type Mischief, startSimulatorServer } from '../../server/gateways/simulator-server';
import { openClock, orderOf, trackAll } from './postal-orders';

const asked: string[] = [];
const mischief: Record<string, Mischief[]> = {};
const clock = openClock('2026-11-25T01:00:00Z');
let server: CarrierServer;

beforeEach(async () => {
  asked.length = 0;
  const carrier = await openCarrier({
    now: clock.now,
    seed: 7,
    behave: () => 'fails-then-delivers',
    stepMinutes: 60,
    pageSize: 1000,
    book: openMemoryBook(),
  });
  server = await startCarrierServer({
    carrier,
    port: 0,
    clientId: 'client',
    clientSecret: 'secret',
    mischief: (path) => {
      asked.push(path);
      return mischief[path]?.shift();
    },
  });
});
afterEach(() => server.stop());

const openPost = (changes: Partial<HttpPostSettings> = {}) =>
  openHttpPost({
    tokenUrl: server.tokenUrl,
    orderUrl: server.orderUrl,
    trackingUrl: server.trackingUrl,
    cancelUrl: server.cancelUrl,
    clientId: 'client',
    clientSecret: 'secret',
    customerCode: 'HATINH',
    pageSize: 1000,
    statusKinds: SIMULATED_STATUS_KINDS,
    timeoutMs: 300,
    ...changes,
  });

test('an order goes over the wire whole and comes back as events', async () => {
  const post = openPost();
  expect(await post.placeOrder(orderOf('H27.01-261125-0001', 15_000))).toEqual({ outcome: 'accepted', isRepeat: false });
  clock.pass(1000);
  const { events } = await trackAll(post);
  expect(events.map(({ kind }) => kind)).toEqual([
    'registered',
    'picked-up',
    'in-transit',
    'out-for-delivery',
    'delivery-failed',
    'out-for-delivery',
    'delivered',
  ]);
  expect(events.at(-1)).toMatchObject({
    orderNumber: 'H27.01-261125-0001',
    attempt: 2,
    collectedDong: 15_000,
    receivedBy: 'Nguyễn Thị Ấm',
    statusCode: '4',
    happenedAt: expect.any(Date) as Date,
  });
});

test('an order that the post already has is accepted as a repeat', async () => {
  const post = openPost();
  await post.placeOrder(orderOf('a'));
  expect(await post.placeOrder(orderOf('a'))).toEqual({ outcome: 'accepted', isRepeat: true });
});

test('an answer lost on the way leaves the order unknown, and its repeat makes no second one', async () => {
  const post = openPost();
  mischief['/order/post'] = ['lost'];
  expect(await post.placeOrder(orderOf('a'))).toMatchObject({ outcome: 'unknown' });
  expect(await post.placeOrder(orderOf('a'))).toEqual({ outcome: 'accepted', isRepeat: true });
  clock.pass(1000);
  expect((await trackAll(post)).events.filter(({ kind }) => kind === 'delivered')).toHaveLength(1);
});

test.each<Mischief>(['silent', 'garbage', 'half', 'busy', 'redirect'])('a post that is %s leaves the order unknown', async (trick) => {
  mischief['/order/post'] = [trick];
  const outcome = await openPost().placeOrder(orderOf('a'));
  expect(outcome).toMatchObject({ outcome: 'unknown' });
  expect(JSON.stringify(outcome)).not.toMatch(/Ấm|0912345678|secret/);
});

test('an order that the post cannot read is refused with its words', async () => {
  const order = orderOf('a');
  expect(await openPost().placeOrder({ ...order, receiver: { ...order.receiver, address: '' } })).toEqual({
    outcome: 'refused',
    why: '400: receiverAddress',
  });
});

test('a token is fetched once, shared, and renewed when it is no longer accepted', async () => {
  const post = openPost();
  await Promise.all([post.placeOrder(orderOf('a')), post.placeOrder(orderOf('b')), post.track(FIRST_TRACKING_ID)]);
  expect(asked.filter((path) => path === '/token')).toHaveLength(1);
  server.forgetTokens();
  expect(await Promise.all([post.placeOrder(orderOf('c')), post.placeOrder(orderOf('d'))])).toEqual([
    { outcome: 'accepted', isRepeat: false },
    { outcome: 'accepted', isRepeat: false },
  ]);
  expect(asked.filter((path) => path === '/token')).toHaveLength(2);
});

test('wrong credentials and a token service that is down make orders wait', async () => {
  expect(await openPost({ clientSecret: 'wrong' }).placeOrder(orderOf('a'))).toMatchObject({ outcome: 'unknown' });
  const post = openPost();
  mischief['/token'] = ['busy'];
  expect(await post.placeOrder(orderOf('a'))).toMatchObject({ outcome: 'unknown' });
  expect(await post.placeOrder(orderOf('a'))).toMatchObject({ outcome: 'accepted' });
});

test('the feed is read page by page from the last id, and stays where it is when nothing is new', async () => {
  const post = openPost({ pageSize: 3 });
  for (const name of ['a', 'b']) await post.placeOrder(orderOf(name));
  clock.pass(1000);
  const { events, lastId, pages } = await trackAll(post);
  expect(events).toHaveLength(14);
  expect(pages).toBe(5);
  expect(await post.track(lastId)).toEqual({ outcome: 'accepted', events: [], lastId, mayHaveMore: false, unreadable: 0 });
});

test('an envelope is called back, or not', async () => {
  const post = openPost();
  await post.placeOrder(orderOf('a'));
  expect(await post.cancel('a')).toEqual({ outcome: 'accepted' });
  expect(await post.cancel('other')).toMatchObject({ outcome: 'refused' });
});

test('of the real post only code 4 is known; what else it says is kept as it was said', () => {
  const line = (id: number, statusCode: unknown) => ({
    id: String(id).padStart(24, '0'),
    orderNumber: 'a',
    statusCode,
    statusMessage: 'x',
  });
  const { events } = fromWireTracking(
    [line(1, 4), line(2, '4'), line(3, 70), line(4, 'constructor')],
    FIRST_TRACKING_ID,
    10,
    KNOWN_STATUS_KINDS,
  );
  expect(events.map(({ kind, statusCode, happenedAt }) => ({ kind, statusCode, happenedAt }))).toEqual([
    { kind: 'delivered', statusCode: '4', happenedAt: undefined },
    { kind: 'delivered', statusCode: '4', happenedAt: undefined },
    { kind: 'other', statusCode: '70', happenedAt: undefined },
    { kind: 'other', statusCode: 'constructor', happenedAt: undefined },
  ]);
});

test('a line that cannot be read is counted and passed over, and so is a wrong extra of a good line', () => {
  const id = (number: number) => String(number).padStart(24, '0');
  const page = fromWireTracking(
    [
      { id: id(1), orderNumber: 'a', statusCode: 4, statusTime: 'yesterday', codAmount: -5, attempt: 'two' },
      { id: id(2), orderNumber: null, statusCode: 4 },
      null,
      { id: id(3) },
    ],
    FIRST_TRACKING_ID,
    4,
    KNOWN_STATUS_KINDS,
  );
  expect(page).toEqual({
    events: [{ eventId: id(1), orderNumber: 'a', kind: 'delivered', attempt: 1, statusCode: '4', statusMessage: '' }],
    lastId: id(3),
    mayHaveMore: true,
    unreadable: 3,
  });
});

test('a feed without ids never makes us ask for ever', () => {
  expect(fromWireTracking([{}, {}], FIRST_TRACKING_ID, 2, KNOWN_STATUS_KINDS)).toMatchObject({
    lastId: FIRST_TRACKING_ID,
    mayHaveMore: false,
  });
});

test('a tracking answer that says no is not taken for an empty feed', async () => {
  const other = await startSimulatorServer({
    port: 0,
    mischief: () => undefined,
    answer: ({ path }) => ({ status: 200, body: path === '/token' ? { access_token: 'x' } : { status: '99', message: 'not today' } }),
  });
  const post = openPost({ tokenUrl: `${other.url}/token`, trackingUrl: `${other.url}/t` });
  expect(await post.track(FIRST_TRACKING_ID)).toEqual({ outcome: 'unknown', why: '99: not today' });
  await other.stop();
});
