import { type Answered, type Mischief, type SimulatorServer, startSimulatorServer } from '../simulator-server';
import { type PostalEvent, type PostalGateway } from './postal-gateway';
import { fromWireOrder, type WireEventSource, WireOrder } from './wire';

export type CarrierServer = SimulatorServer & {
  tokenUrl: string;
  orderUrl: string;
  trackingUrl: string;
  cancelUrl: string;
  /** From now on no token given so far is accepted. */
  forgetTokens(): void;
};

/**
 * The carrier behind the interface of the real post, so that the real client is
 * tried against something that answers as it does: token, order, tracking, cancel.
 */
export async function startCarrierServer(options: {
  carrier: PostalGateway;
  port: number;
  clientId: string;
  clientSecret: string;
  mischief: (path: string) => Mischief | undefined;
}): Promise<CarrierServer> {
  let tokens = 0;
  let oldest = 1;
  const basic = `Basic ${Buffer.from(`${options.clientId}:${options.clientSecret}`).toString('base64')}`;
  const server = await startSimulatorServer({
    port: options.port,
    mischief: options.mischief,
    async answer({ path, headers, body }) {
      if (path === '/token') {
        if (headers.authorization !== basic || body !== 'grant_type=client_credentials') return { status: 401, body: {} };
        tokens += 1;
        return { status: 200, body: { access_token: `t${tokens}`, token_type: 'Bearer', expires_in: 3600 } };
      }
      const token = Number(/^Bearer t(\d+)$/.exec(headers.authorization ?? '')?.[1] ?? 0);
      if (token < oldest || token > tokens) return { status: 401, body: {} };
      return answer(options.carrier, path, JSON.parse(body) as Record<string, unknown>);
    },
  });
  return {
    ...server,
    tokenUrl: `${server.url}/token`,
    orderUrl: `${server.url}/order/post`,
    trackingUrl: `${server.url}/order/tracking`,
    cancelUrl: `${server.url}/order/cancel`,
    forgetTokens: () => {
      oldest = tokens + 1;
    },
  };
}

async function answer(carrier: PostalGateway, path: string, body: Record<string, unknown>): Promise<Answered> {
  if (path === '/order/post') {
    const parsed = WireOrder.safeParse(body);
    if (!parsed.success) return said('400', parsed.error.issues.map((issue) => issue.path.join('.')).join(', '));
    const placed = await carrier.placeOrder(fromWireOrder(parsed.data));
    if (placed.outcome !== 'accepted') return said('500', placed.why);
    return placed.isRepeat ? said('101', 'OrderNumber already exists') : said('100', 'OK');
  }
  if (path === '/order/tracking') {
    const page = await carrier.track(String(body['lastId']));
    if (page.outcome !== 'accepted') return said('500', page.why);
    return { status: 200, body: { status: 100, message: 'OK', data: page.events.slice(0, Number(body['pageSize'])).map(toWireEvent) } };
  }
  if (path === '/order/cancel') {
    const cancelled = await carrier.cancel(String(body['orderNumber']));
    return cancelled.outcome === 'accepted' ? said('100', 'OK') : said('102', cancelled.why);
  }
  return { status: 404, body: {} };
}

function said(status: string, message: string): Answered {
  return { status: 200, body: { status, message } };
}

function toWireEvent(event: PostalEvent): WireEventSource {
  return {
    id: event.eventId,
    orderNumber: event.orderNumber,
    statusCode: Number(event.statusCode),
    statusMessage: event.statusMessage,
    statusTime: event.happenedAt?.toISOString(),
    attempt: event.attempt,
    reason: event.reason ?? null,
    codAmount: event.collectedDong,
    receivedBy: event.receivedBy,
  };
}
