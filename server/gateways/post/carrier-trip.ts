import { type PostalEvent, type PostalEventKind, type PostalOrder } from './postal-gateway';

export const CARRIER_BEHAVIOURS = [
  'delivers',
  'fails-then-delivers',
  'returns',
  'collects-later',
  'never-delivers',
  'tells-late',
  'tells-twice',
  'tells-out-of-order',
  'loses',
] as const;

export type CarrierBehaviour = (typeof CARRIER_BEHAVIOURS)[number];

type Step = Pick<PostalEvent, 'kind' | 'attempt' | 'reason' | 'collectedDong' | 'receivedBy'>;

/** One thing that happens to an envelope, and when the carrier says so. */
export type TripEvent = { event: Step & { happenedAt: Date }; shownAt: Date };

const WHY_NOT = ['Người nhận đi vắng', 'Không liên lạc được với người nhận', 'Sai địa chỉ', 'Người nhận hẹn phát lại'];

/**
 * The whole way of one envelope, decided when it is handed over: what happens, and
 * what the office hears of it. About one step each `stepMinutes`, jittered by
 * `random` (0 to 1), so that nothing in the office may count on a rhythm.
 */
export function planTrip(
  { order, behaviour, placedAt, stepMinutes }: { order: PostalOrder; behaviour: CarrierBehaviour; placedAt: Date; stepMinutes: number },
  random: () => number,
): TripEvent[] {
  let minutes = 0;
  const told = stepsOf(order, behaviour, random).map((step) => {
    minutes += stepMinutes * (0.5 + random());
    return { event: { ...step, happenedAt: later(placedAt, minutes) }, shownAt: later(placedAt, minutes) };
  });
  return tell(told, behaviour, stepMinutes, random);
}

function stepsOf(order: PostalOrder, behaviour: CarrierBehaviour, random: () => number): Step[] {
  const begin: Step[] = [plain('registered'), plain('picked-up'), plain('in-transit')];
  const failed = (attempt: number): Step[] => [
    plain('out-for-delivery', attempt),
    { ...plain('delivery-failed', attempt), reason: WHY_NOT[Math.floor(random() * WHY_NOT.length)] ?? '' },
  ];
  const handed = (whose: PostalOrder, attempt: number): Step[] => [plain('out-for-delivery', attempt), delivered(whose, attempt)];
  switch (behaviour) {
    case 'delivers':
    case 'tells-late':
    case 'tells-twice':
      return [...begin, ...handed(order, 1)];
    case 'fails-then-delivers':
    case 'tells-out-of-order':
      return [...begin, ...failed(1), ...handed(order, 2)];
    case 'collects-later':
      return [...begin, ...handed({ ...order, codDong: 0 }, 1), ...(order.codDong > 0 ? [collected(order)] : [])];
    case 'returns':
      return [...begin, ...failed(1), ...failed(2), ...failed(3), plain('returning'), plain('returned')];
    case 'never-delivers':
      return begin;
    case 'loses':
      return [...begin, plain('lost')];
  }
}

function tell(told: TripEvent[], behaviour: CarrierBehaviour, stepMinutes: number, random: () => number): TripEvent[] {
  const last = told.at(-1)?.shownAt ?? new Date(0);
  if (behaviour === 'tells-late')
    return told.map(({ event, shownAt }) => ({ event, shownAt: later(shownAt, 20 * stepMinutes * (1 + random())) }));
  if (behaviour === 'tells-twice')
    return told.flatMap(({ event, shownAt }) => [
      { event, shownAt },
      { event, shownAt: later(shownAt, stepMinutes * random()) },
    ]);
  if (behaviour === 'tells-out-of-order') return told.map(({ event }, place) => ({ event, shownAt: later(last, told.length - place) }));
  return told;
}

function delivered(order: PostalOrder, attempt: number): Step {
  return { ...plain('delivered', attempt), receivedBy: order.receiver.name, ...(order.codDong > 0 && { collectedDong: order.codDong }) };
}

function collected(order: PostalOrder): Step {
  return { ...plain('cod-collected'), collectedDong: order.codDong };
}

function plain(kind: PostalEventKind, attempt = 1): Step {
  return { kind, attempt };
}

function later(from: Date, minutes: number): Date {
  return new Date(from.getTime() + Math.round(minutes * 60_000));
}
