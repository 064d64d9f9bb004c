import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openCarrier, SIMULATED_STATUS_KINDS } from '../../server/gateways/post/carrier';
import { openFileBook, openMemoryBook, type CarrierBook } from '../../server/gateways/post/carrier-book';
import { CARRIER_BEHAVIOURS, type CarrierBehaviour, planTrip } from '../../server/gateways/post/carrier-trip';
import { FIRST_TRACKING_ID, POSTAL_EVENT_KINDS } from '../../server/gateways/post/postal-gateway';
import { useFolder } from '../files/folder';
import { openClock, orderOf, trackAll } from './postal-orders';

const folder = useFolder();
const start = (behaviour: CarrierBehaviour, book: CarrierBook = openMemoryBook(), clock = openClock('2026-11-25T01:00:00Z')) =>
  openCarrier({ now: clock.now, seed: 7, behave: () => behaviour, stepMinutes: 60, pageSize: 1000, book }).then((carrier) => ({
    carrier,
    clock,
  }));

async function told(behaviour: CarrierBehaviour, codDong = 0) {
  const { carrier, clock } = await start(behaviour);
  await carrier.placeOrder(orderOf('H27.01-261125-0001', codDong));
  clock.pass(1000);
  return (await trackAll(carrier)).events;
}
const kinds = (events: { kind: string; attempt: number }[]) =>
  events.map(({ kind, attempt }) => (attempt === 1 ? kind : `${kind} ${attempt}`));

test('a good carrier delivers, says to whom, and brings the cash', async () => {
  const events = await told('delivers', 15_000);
  expect(kinds(events)).toEqual(['registered', 'picked-up', 'in-transit', 'out-for-delivery', 'delivered']);
  expect(events.at(-1)).toMatchObject({ statusCode: '4', collectedDong: 15_000, receivedBy: 'Nguyễn Thị Ấm' });
});

test('nothing is told before it has happened', async () => {
  const { carrier, clock } = await start('delivers');
  await carrier.placeOrder(orderOf('a'));
  expect((await trackAll(carrier)).events).toEqual([]);
  clock.pass(1.6);
  expect(kinds((await trackAll(carrier)).events)).toContain('registered');
  expect(kinds((await trackAll(carrier)).events)).not.toContain('delivered');
});

test('a failed try has its number and its reason before the next one', async () => {
  const events = await told('fails-then-delivers');
  expect(kinds(events).slice(3)).toEqual(['out-for-delivery', 'delivery-failed', 'out-for-delivery 2', 'delivered 2']);
  expect(events[4]!.reason).toMatch(/\S/);
});

test('after three tries the envelope comes back', async () => {
  expect(kinds(await told('returns')).slice(-4)).toEqual(['out-for-delivery 3', 'delivery-failed 3', 'returning', 'returned']);
});

test('cash may be settled after delivery', async () => {
  const events = await told('collects-later', 15_000);
  expect(kinds(events).slice(-2)).toEqual(['delivered', 'cod-collected']);
  expect(events.at(-2)).not.toHaveProperty('collectedDong');
  expect(events.at(-1)).toMatchObject({ collectedDong: 15_000 });
});

test('a bad carrier never delivers, loses, tells late, twice or out of order', async () => {
  expect(kinds(await told('never-delivers')).at(-1)).toBe('in-transit');
  expect(kinds(await told('loses')).at(-1)).toBe('lost');
  const twice = await told('tells-twice');
  expect(new Set(twice.map(({ eventId }) => eventId)).size).toBe(10);
  expect(new Set(kinds(twice)).size).toBe(5);
  expect(kinds(await told('tells-out-of-order'))[0]).toBe('delivered 2');
  const order = orderOf('a');
  const placedAt = new Date('2026-11-25T01:00:00Z');
  for (const { event, shownAt } of planTrip({ order, behaviour: 'tells-late', placedAt, stepMinutes: 60 }, () => 0.5))
    expect(shownAt.getTime() - event.happenedAt.getTime()).toBe(30 * 3_600_000);
});

test('every behaviour tells only kinds with a code of their own, in the order of time', () => {
  for (const behaviour of CARRIER_BEHAVIOURS) {
    const trip = planTrip({ order: orderOf('a', 1000), behaviour, placedAt: new Date(0), stepMinutes: 60 }, () => 0.3);
    const times = trip.map(({ event }) => event.happenedAt.getTime());
    expect(times).toEqual([...times].sort((one, other) => one - other));
    for (const { event } of trip) expect(Object.values(SIMULATED_STATUS_KINDS)).toContain(event.kind);
  }
  expect(Object.values(SIMULATED_STATUS_KINDS).sort()).toEqual(POSTAL_EVENT_KINDS.filter((kind) => kind !== 'other').sort());
});

test('an order placed twice is one order', async () => {
  const { carrier, clock } = await start('delivers');
  expect(await carrier.placeOrder(orderOf('a'))).toEqual({ outcome: 'accepted', isRepeat: false });
  expect(await carrier.placeOrder(orderOf('a'))).toEqual({ outcome: 'accepted', isRepeat: true });
  clock.pass(1000);
  expect((await trackAll(carrier)).events).toHaveLength(5);
});

test('an envelope is called back until it has reached somebody', async () => {
  const { carrier, clock } = await start('delivers');
  await carrier.placeOrder(orderOf('a'));
  await carrier.placeOrder(orderOf('b'));
  clock.pass(1.6);
  expect(await carrier.cancel('a')).toEqual({ outcome: 'accepted' });
  expect(await carrier.cancel('a')).toEqual({ outcome: 'accepted' });
  clock.pass(1000);
  expect(await carrier.cancel('b')).toMatchObject({ outcome: 'refused' });
  expect(await carrier.cancel('never sent')).toMatchObject({ outcome: 'refused' });
  const { events } = await trackAll(carrier);
  expect(kinds(events.filter(({ orderNumber }) => orderNumber === 'a')).at(-1)).toBe('cancelled');
  expect(kinds(events.filter(({ orderNumber }) => orderNumber === 'b')).at(-1)).toBe('delivered');
});

test('the same seed gives the same way, whichever order came first', async () => {
  const run = async (names: string[], seed: number) => {
    const clock = openClock('2026-11-25T01:00:00Z');
    const carrier = await openCarrier({
      now: clock.now,
      seed,
      behave: () => 'fails-then-delivers',
      stepMinutes: 60,
      pageSize: 1000,
      book: openMemoryBook(),
    });
    for (const name of names) await carrier.placeOrder(orderOf(name));
    clock.pass(1000);
    return (await trackAll(carrier)).events
      .filter(({ orderNumber }) => orderNumber === 'a')
      .map(({ happenedAt, reason }) => ({ happenedAt, reason }));
  };
  expect(await run(['a', 'b'], 7)).toEqual(await run(['b', 'a'], 7));
  expect(await run(['a'], 7)).not.toEqual(await run(['a'], 8));
});

test('the carrier goes on after a restart and never renumbers what it has told', async () => {
  const path = join(folder.path, 'carrier', 'book.jsonl');
  const clock = openClock('2026-11-25T01:00:00Z');
  const before = (await start('fails-then-delivers', openFileBook(path), clock)).carrier;
  await before.placeOrder(orderOf('a', 5000));
  await before.placeOrder(orderOf('b'));
  clock.pass(4);
  const first = await trackAll(before);
  expect(first.events.length).toBeGreaterThan(0);
  await before.cancel('b');
  await appendFile(path, '{"line":"shown","orderNu');
  const after = (await start('loses', openFileBook(path), clock)).carrier;
  const again = await trackAll(after);
  expect(again.events.slice(0, first.events.length)).toEqual(first.events);
  expect(await after.placeOrder(orderOf('a', 5000))).toMatchObject({ isRepeat: true });
  clock.pass(1000);
  const rest = await trackAll(after, first.lastId);
  expect(kinds(rest.events)).toEqual(expect.arrayContaining(['delivered 2', 'cancelled']));
  const third = (await start('loses', openFileBook(path), clock)).carrier;
  expect((await trackAll(third, first.lastId)).events).toEqual(rest.events);
});

test('two readers at once get the same numbers for the same events', async () => {
  const { carrier, clock } = await start('tells-twice');
  for (let number = 0; number < 20; number++) await carrier.placeOrder(orderOf(`order-${number}`));
  clock.pass(1000);
  const [one, other] = await Promise.all([carrier.track(FIRST_TRACKING_ID), carrier.track(FIRST_TRACKING_ID)]);
  expect(one).toEqual(other);
  expect(one).toMatchObject({ outcome: 'accepted', events: { length: 200 } });
});
