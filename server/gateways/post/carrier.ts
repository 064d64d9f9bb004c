import { type CarrierBook } from './carrier-book';
import { type CarrierBehaviour, planTrip, type TripEvent } from './carrier-trip';
import { type PostalEvent, type PostalEventKind, type PostalGateway, type PostalOrder, type TrackingPage } from './postal-gateway';
import { refused } from '../outcome';
import { type StatusKinds } from './wire';

export type CarrierSettings = {
  /** The office's clock: a demonstration may step it. */
  now: () => Date;
  /** The same seed, orders and clock give the same trips. */
  seed: number;
  behave: (order: PostalOrder) => CarrierBehaviour;
  stepMinutes: number;
  pageSize: number;
  book: CarrierBook;
};

/** The codes that the simulated carrier uses; 4 is the only one that the real post is known to. */
export const SIMULATED_STATUS_KINDS: StatusKinds = {
  '1': 'registered',
  '2': 'picked-up',
  '3': 'in-transit',
  '4': 'delivered',
  '5': 'out-for-delivery',
  '6': 'delivery-failed',
  '7': 'returning',
  '8': 'returned',
  '9': 'cod-collected',
  '10': 'cancelled',
  '11': 'lost',
};

const WORDS: Record<PostalEventKind, string> = {
  registered: 'Tạo đơn',
  'picked-up': 'Nhận hàng',
  'in-transit': 'Đang vận chuyển',
  'out-for-delivery': 'Đang phát',
  delivered: 'Phát thành công',
  'delivery-failed': 'Phát không thành công',
  'cod-collected': 'Đối soát thu hộ',
  returning: 'Chuyển hoàn',
  returned: 'Đã chuyển hoàn',
  cancelled: 'Hủy',
  lost: 'Thất lạc',
  other: 'Khác',
};

type Parcel = { order: PostalOrder; trip: TripEvent[]; shown: Set<number>; cancelledAt?: Date };

/**
 * A carrier that behaves as carriers do, also badly, where no real post is
 * connected: it answers as the gateway itself, and behind `startCarrierServer` as
 * the real interface. What it has told once it never takes back or renumbers.
 */
export async function openCarrier(settings: CarrierSettings): Promise<PostalGateway> {
  const parcels = new Map<string, Parcel>();
  const feed: PostalEvent[] = [];
  for (const line of await settings.book.read()) recall(line);
  let turn: Promise<unknown> = Promise.resolve();
  return {
    placeOrder: (order) => inTurn(() => place(order)),
    track: (lastId) => inTurn(() => track(lastId)),
    cancel: (orderNumber) => inTurn(() => cancel(orderNumber)),
  };

  /** One caller at a time: two must not give two events one number. */
  function inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  }

  async function place(order: PostalOrder) {
    if (parcels.has(order.orderNumber)) return { outcome: 'accepted' as const, isRepeat: true };
    await remember({ line: 'placed', order, behaviour: settings.behave(order), at: settings.now().toISOString() });
    return { outcome: 'accepted' as const, isRepeat: false };
  }

  async function cancel(orderNumber: string) {
    const parcel = parcels.get(orderNumber);
    if (!parcel) return refused('no such order');
    if (parcel.cancelledAt) return { outcome: 'accepted' as const };
    const now = settings.now();
    if (parcel.trip.some(({ event }) => event.happenedAt <= now && ENDS.has(event.kind)))
      return refused('the envelope has reached its end');
    await remember({ line: 'cancelled', orderNumber, at: now.toISOString() });
    return { outcome: 'accepted' as const };
  }

  async function track(lastId: string): Promise<{ outcome: 'accepted' } & TrackingPage> {
    await show(settings.now());
    const news = feed.filter(({ eventId }) => eventId > lastId);
    const events = news.slice(0, settings.pageSize);
    return {
      outcome: 'accepted',
      events,
      lastId: events.at(-1)?.eventId ?? lastId,
      mayHaveMore: news.length > events.length,
      unreadable: 0,
    };
  }

  async function show(now: Date): Promise<void> {
    const due = [...parcels.values()].flatMap(({ order, trip, shown }) =>
      trip.flatMap(({ shownAt }, index) => (shownAt <= now && !shown.has(index) ? [{ order, index, shownAt }] : [])),
    );
    due.sort((one, other) => one.shownAt.getTime() - other.shownAt.getTime());
    for (const { order, index } of due) await remember({ line: 'shown', orderNumber: order.orderNumber, place: index });
  }

  async function remember(line: Parameters<typeof recall>[0]): Promise<void> {
    await settings.book.append([line]);
    recall(line);
  }

  function recall(line: Awaited<ReturnType<CarrierBook['read']>>[number]): void {
    if (line.line === 'placed') {
      const { order, behaviour } = line;
      const trip = planTrip(
        { order, behaviour, placedAt: new Date(line.at), stepMinutes: settings.stepMinutes },
        randomOf(settings.seed, order.orderNumber),
      );
      parcels.set(order.orderNumber, { order, trip, shown: new Set() });
      return;
    }
    const parcel = parcels.get(line.orderNumber);
    if (!parcel) return;
    if (line.line === 'cancelled') turnBack(parcel, new Date(line.at));
    else tellFeed(parcel, line.place);
  }

  function tellFeed({ order, trip, shown }: Parcel, index: number): void {
    const event = trip[index]?.event;
    if (!event || shown.has(index)) return;
    shown.add(index);
    feed.push({
      eventId: (feed.length + 1).toString(16).padStart(24, '0'),
      orderNumber: order.orderNumber,
      ...event,
      statusCode: codeOf(event.kind),
      statusMessage: WORDS[event.kind],
    });
  }
}

const ENDS: ReadonlySet<PostalEventKind> = new Set(['delivered', 'returned', 'lost']);

function turnBack(parcel: Parcel, at: Date): void {
  parcel.cancelledAt = at;
  const happened = parcel.trip.filter(({ event }) => event.happenedAt <= at);
  parcel.trip = [...happened, { event: { kind: 'cancelled', attempt: 1, happenedAt: at }, shownAt: at }];
}

function codeOf(kind: PostalEventKind): string {
  return Object.entries(SIMULATED_STATUS_KINDS).find(([, one]) => one === kind)?.[0] ?? '0';
}

/** mulberry32 over the seed and the order's number: an envelope's way does not depend on which came first. */
function randomOf(seed: number, orderNumber: string): () => number {
  let state = [...orderNumber].reduce((sum, sign) => (Math.imul(sum, 31) + (sign.codePointAt(0) ?? 0)) | 0, seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
