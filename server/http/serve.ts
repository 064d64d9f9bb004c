import { createHash, randomUUID } from 'node:crypto';
import { type Router, type Request, type Response } from 'express';
import { type z } from 'zod';
import { type Context } from '../casework/context';
import { type Act, type Perform, type Read } from '../casework/perform';
import { type Endpoint } from '../contract/endpoint';
import { Refusal } from '../domain/refusal';
import { type Actor } from '../policies/actor';
import { judgeAudience } from '../policies/audience';
import { parsedInput } from './parsed-input';
import { sendProblem } from './problem';

/** What app.ts hands to every door. */
export type Doorway = {
  perform: Perform;
  read: Read;
  /** Who knocks; throws `csrf` where a cookie came without its token. */
  actorOf(request: Request): Promise<Actor>;
  /** Told of every fault, with its request id. */
  reportFault(fault: unknown, requestId: string): void;
};

/** Parsed and trusted from here on. */
export type Input<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
  params: z.output<P>;
  query: z.output<Q>;
  body: z.output<B>;
};

export type Handler<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType> = (
  context: Context,
  input: Input<P, Q, B>,
) => Promise<z.input<A>>;

/**
 * Hangs one described endpoint on a router: what comes in is parsed by its
 * contract, a write runs once under its idempotency key in one transaction, what
 * goes out is checked against the same contract, and a refusal leaves as a problem.
 */
export function serve<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  router: Router,
  door: Doorway,
  endpoint: Endpoint<P, Q, B, A>,
  handler: Handler<P, Q, B, A>,
): void {
  const method = endpoint.method.toLowerCase() as 'get' | 'post' | 'put' | 'delete';
  router[method](endpoint.path, (request, response) => {
    const requestId = requestIdOf(response);
    void answer(request, response, requestId).catch((reason: unknown) => {
      if (!(reason instanceof Refusal)) door.reportFault(reason, requestId);
      sendProblem(response, reason, requestId);
    });
  });

  async function answer(request: Request, response: Response, requestId: string): Promise<void> {
    const actor = await door.actorOf(request);
    judgeAudience(actor, endpoint.audience);
    const input = parsedInput(endpoint, request) as Input<P, Q, B>;
    const act: Act = { actor, endpoint: endpoint.id, requestId };
    if (endpoint.isWrite && endpoint.needsKey) act.idempotency = idempotencyOf(request, endpoint);
    const run = async (context: Context) => endpoint.answer.parse(await handler(context, input));
    if (!endpoint.isWrite) return send(response, endpoint, await door.read(act, run));
    const { answer, isReplay } = await door.perform(act, run);
    if (isReplay) response.setHeader('Idempotency-Replayed', 'true');
    return send(response, endpoint, answer);
  }
}

/** Answers a value that its contract has already checked. */
function send(response: Response, { status, gives }: Endpoint, answer: unknown): void {
  response.status(status).setHeader('Cache-Control', 'no-store');
  if (gives === 'none') response.end();
  else response.json(answer);
}

export function requestIdOf(response: Response): string {
  const known = response.getHeader('X-Request-Id');
  if (typeof known === 'string') return known;
  const requestId = randomUUID();
  response.setHeader('X-Request-Id', requestId);
  return requestId;
}

const KEY = /^[A-Za-z0-9_-]{8,100}$/;

/** The key travels in a header, or in a hidden field of a page's form. */
function idempotencyOf(request: Request, { status }: Endpoint): NonNullable<Act['idempotency']> {
  const body = request.body as Record<string, unknown> | Buffer | undefined;
  const key = request.get('Idempotency-Key') ?? (body && !Buffer.isBuffer(body) ? body['idempotencyKey'] : undefined);
  if (typeof key !== 'string' || !KEY.test(key)) throw new Refusal('key-missing');
  const bytes = Buffer.isBuffer(body) ? body : JSON.stringify([request.params, body ?? null]);
  return { key, bodySha256: createHash('sha256').update(bytes).digest('hex'), status };
}
