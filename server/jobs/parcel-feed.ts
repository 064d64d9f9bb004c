import { type Context } from '../casework/context';
import { type RecordParcelEvent } from '../commands/return/record-parcel-event';
import { PARCEL_EVENT_KINDS } from '../domain/parcels';
import { type PostalEvent, type TrackingPage } from '../gateways/post/postal-gateway';
import { acceptOnce } from '../store/inbox';
import { openIncident } from '../store/incidents';
import { putSetting } from '../store/settings';

/** The inbox's name of the carrier. */
export const POST = 'post';
/** Where the place behind the last line that was read is kept. */
export const PLACE = 'post-feed';

/** Nobody knocks oftener; a carrier that says so means nothing by it. */
const MOST_TRIES = 99;

/** Keeps a page of the carrier's feed and the place behind it. A line that was kept before is kept once; one that could not be read goes to a person. */
export async function keepPage({ tx, now }: Context, { events, lastId, unreadable }: TrackingPage): Promise<void> {
  for (const event of events) await acceptOnce(tx, { source: POST, eventId: event.eventId, receivedAt: now, payload: payloadOf(event) });
  if (unreadable > 0) await openIncident(tx, { dossierId: null, kind: 'post-feed', facts: { lastId, unreadable }, openedAt: now });
  await putSetting(tx, { key: PLACE, value: lastId, ground: null, changedAt: now, changedBy: POST });
}

/** As JSON, so that an instant is text. */
function payloadOf({ happenedAt, ...event }: PostalEvent): Record<string, unknown> {
  return { ...event, happenedAt: happenedAt?.toISOString() ?? null };
}

/** An event as the inbox kept it. Where the carrier gives no time, the time of hearing stands; a carrier's clock may be ahead of ours. */
export function eventFrom(payload: Record<string, unknown>, { receivedAt, now }: { receivedAt: Date; now: Date }): RecordParcelEvent {
  const happenedAt = typeof payload['happenedAt'] === 'string' ? new Date(payload['happenedAt']) : receivedAt;
  const receivedBy = payload['receivedBy'];
  return {
    parcelCode: String(payload['orderNumber']),
    kind: PARCEL_EVENT_KINDS.find((kind) => kind === payload['kind']) ?? 'other',
    attempt: Math.min(Number(payload['attempt']), MOST_TRIES),
    eventAt: happenedAt < now ? happenedAt : now,
    reason: typeof payload['reason'] === 'string' ? payload['reason'] : '',
    recipient: typeof receivedBy === 'string' ? { name: receivedBy, paper: '', relation: '' } : null,
    collectedDong: typeof payload['collectedDong'] === 'number' ? payload['collectedDong'] : null,
  };
}
