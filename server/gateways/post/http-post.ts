import { type z } from 'zod';
import { exchange, type Reply } from '../exchange';
import { type NotAccepted, refused, unknown } from '../outcome';
import { type PostalGateway } from './postal-gateway';
import { fromWireTracking, type StatusKinds, toWireOrder, WireResult, WireToken, WireTracking } from './wire';

export type HttpPostSettings = {
  tokenUrl: string;
  orderUrl: string;
  trackingUrl: string;
  cancelUrl: string;
  clientId: string;
  clientSecret: string;
  customerCode: string;
  /** At most 1000. */
  pageSize: number;
  statusKinds: StatusKinds;
  timeoutMs: number;
};

const DONE = '100';
const ALREADY_THERE = '101';

/**
 * The post over the sharing platform, in the shape the older one-stop systems
 * use: a client-credentials token (RFC 6749 section 4.4), then orders, a feed
 * read by last id, cancellations. A token lives until it is no longer accepted.
 */
export function openHttpPost(settings: HttpPostSettings): PostalGateway {
  const ask = askWithToken(settings);
  const { customerCode, pageSize, statusKinds } = settings;
  return {
    async placeOrder(order) {
      const reply = await ask(settings.orderUrl, toWireOrder(order, customerCode), WireResult);
      if (reply.outcome !== 'answered') return reply;
      const { status, message } = reply.answer;
      if (status === DONE || status === ALREADY_THERE) return { outcome: 'accepted', isRepeat: status === ALREADY_THERE };
      return refused(`${status}: ${message ?? ''}`);
    },
    async track(lastId) {
      const reply = await ask(settings.trackingUrl, { customerCode, lastId, pageSize }, WireTracking);
      if (reply.outcome !== 'answered') return reply;
      const { status, message, data } = reply.answer;
      if (status !== DONE) return unknown(`${status}: ${message ?? ''}`);
      return { outcome: 'accepted', ...fromWireTracking(data ?? [], lastId, pageSize, statusKinds) };
    },
    async cancel(orderNumber) {
      const reply = await ask(settings.cancelUrl, { customerCode, orderNumber }, WireResult);
      if (reply.outcome !== 'answered') return reply;
      return reply.answer.status === DONE ? { outcome: 'accepted' } : refused(`${reply.answer.status}: ${reply.answer.message ?? ''}`);
    },
  };
}

type Answered<Answer> = { outcome: 'answered'; answer: Answer } | NotAccepted;

/** Fetches a token when there is none, and once more when the one at hand is refused. Many askers share one fetch. */
function askWithToken(settings: HttpPostSettings) {
  let token: Promise<Answered<string>> | undefined;
  return async function ask<Answer>(url: string, body: object, shape: z.ZodType<Answer>): Promise<Answered<Answer>> {
    for (let attempt = 1; ; attempt++) {
      const used = (token ??= fetchToken(settings));
      const granted = await used;
      if (granted.outcome !== 'answered') {
        if (token === used) token = undefined;
        return granted;
      }
      const headers = { authorization: granted.answer };
      const reply = await exchange({ url, headers, body, timeoutMs: settings.timeoutMs }, shape);
      if (reply.outcome !== 'unauthorised') return reply;
      if (token === used) token = undefined;
      if (attempt === 2) return unknown('HTTP 401: a fresh token is not accepted');
    }
  };
}

async function fetchToken({ tokenUrl, clientId, clientSecret, timeoutMs }: HttpPostSettings): Promise<Answered<string>> {
  const form = (word: string) => encodeURIComponent(word);
  const authorization = `Basic ${Buffer.from(`${form(clientId)}:${form(clientSecret)}`).toString('base64')}`;
  const body = new URLSearchParams({ grant_type: 'client_credentials' });
  const reply: Reply<z.output<typeof WireToken>> = await exchange(
    { url: tokenUrl, headers: { authorization }, body, timeoutMs },
    WireToken,
  );
  if (reply.outcome === 'answered') return { outcome: 'answered', answer: `Bearer ${reply.answer.access_token}` };
  // Wrong credentials are a setting of ours: the order waits, it is not the citizen's address that is at fault.
  return unknown(`no token: ${reply.outcome === 'unauthorised' ? 'HTTP 401' : reply.why}`);
}
