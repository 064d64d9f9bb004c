import { z } from 'zod';
import { exchange } from '../exchange';
import { type Mischief, type SimulatorServer, startSimulatorServer } from '../simulator-server';
import { refused, unknown } from '../outcome';
import { type SmsGateway } from './message';

const Question = z.object({ id: z.string().min(1), to: z.string(), text: z.string().min(1) });

const Answer = z.discriminatedUnion('status', [
  z.object({ status: z.literal('accepted'), reference: z.string().min(1) }),
  z.object({ status: z.literal('rejected'), reason: z.string() }),
]);

export function isTelephone(to: string): boolean {
  return /^\+?\d{8,15}$/.test(to);
}

/**
 * SMS through whichever provider the province contracts, in a neutral shape that
 * a small adapter at the provider's side translates: `{id, to, text}` in,
 * `{status: accepted, reference}` or `{status: rejected, reason}` out, a bearer
 * token before it. The same `id` is the same message.
 */
export function openHttpSms({ url, token, timeoutMs }: { url: string; token: string; timeoutMs: number }): SmsGateway {
  return {
    async sendSms({ key, to, text }) {
      if (!isTelephone(to)) return refused('not a telephone number');
      const reply = await exchange({ url, headers: { authorization: `Bearer ${token}` }, body: { id: key, to, text }, timeoutMs }, Answer);
      if (reply.outcome === 'unauthorised') return unknown('HTTP 401: the token is not accepted');
      if (reply.outcome !== 'answered') return reply;
      const { answer } = reply;
      return answer.status === 'accepted' ? { outcome: 'accepted', reference: answer.reference } : refused(answer.reason);
    },
  };
}

export type SimulatedSms = z.infer<typeof Question>;

/** Plays an SMS provider: takes each id once, rejects numbers for which `reject` names a reason, and misbehaves as told. */
export async function startSmsSimulator(options: {
  port: number;
  token: string;
  reject: (to: string) => string | undefined;
  mischief: () => Mischief | undefined;
}): Promise<SimulatorServer & { taken: ReadonlyMap<string, SimulatedSms> }> {
  const taken = new Map<string, SimulatedSms>();
  const server = await startSimulatorServer({
    port: options.port,
    mischief: options.mischief,
    answer: ({ headers, body }) => {
      if (headers.authorization !== `Bearer ${options.token}`) return { status: 401, body: {} };
      const parsed = Question.safeParse(JSON.parse(body));
      if (!parsed.success) return { status: 400, body: { status: 'rejected', reason: 'shape' } };
      const reason = options.reject(parsed.data.to);
      if (reason !== undefined) return { status: 200, body: { status: 'rejected', reason } };
      if (!taken.has(parsed.data.id)) taken.set(parsed.data.id, parsed.data);
      return { status: 200, body: { status: 'accepted', reference: `sms-${parsed.data.id}` } };
    },
  });
  return { ...server, taken };
}
