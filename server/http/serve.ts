import { type Request, type Response, type Router } from 'express';
import { type z } from 'zod';
import { type Context } from '../casework/context';
import { type Act, type Perform, type Read } from '../casework/perform';
import { type Endpoint } from '../contract/endpoint';
import { Refusal } from '../domain/refusal';
import { judgeAudience } from '../policies/audience';
import { judgePasswordChange, type Try, type Visitor } from '../policies/entrance';
import { bodyOfForm } from './form-fields';
import { idempotencyOf } from './idempotency';
import { parsedInput } from './parsed-input';
import { sendProblem } from './problem';
import { readBody, takesOf } from './read-body';
import { requestIdOf } from './request-id';
import { type FileAnswer, sendFile } from './send-file';

/** What app.ts hands to every door. */
export type Doorway = {
  perform: Perform;
  read: Read;
  /** A look of one statement, at what is no personal data. */
  glance: Read;
  /** Who knocks: nobody, where the cookie is missing, foreign, lapsed, or its session has ended. */
  visitorOf: (request: Request) => Promise<Visitor>;
  /** Refuse `csrf` what a stranger's page makes a browser send. */
  judgeOrigin: (request: Request) => void;
  judgeToken: (request: Request, visitor: Visitor) => void;
  /** Counts one request against these limits in turn, whatever becomes of it; answers for how many seconds it is locked, or null. */
  countTries: (...tries: readonly Try[]) => Promise<number | null>;
  /** The keyed hash under which a body or a name is kept where it must not be readable. */
  digestOf: (content: string | Uint8Array) => string;
  /** Told of every fault, with its request id. */
  reportFault: (fault: unknown, requestId: string) => void;
};

/** Parsed and trusted from here on. */
export type Input<E> =
  E extends Endpoint<infer P, infer Q, infer B, z.ZodType> ? { params: z.output<P>; query: z.output<Q>; body: z.output<B> } : never;
export type AnswerOf<E> = E extends Endpoint<z.ZodType, z.ZodType, z.ZodType, infer A> ? z.input<A> : never;

type Shape = z.ZodType;
type Parsed<P extends Shape, Q extends Shape, B extends Shape> = { params: z.output<P>; query: z.output<Q>; body: z.output<B> };

export type Handler<P extends Shape, Q extends Shape, B extends Shape, A extends Shape> = (
  context: Context,
  input: Parsed<P, Q, B>,
) => Promise<z.input<A>>;
/** One request that was let in, for an act that is more than one transaction. */
export type Visit<E> = {
  request: Request;
  response: Response;
  visitor: Visitor;
  input: Input<E>;
  /** One transaction under the request's own key, where it carries one. */
  perform: <Answer>(command: (context: Context) => Promise<Answer>) => Promise<Answer>;
  read: <Answer>(query: (context: Context) => Promise<Answer>) => Promise<Answer>;
};

/** The acts by which a session begins: they cannot carry its token yet. */
const BEFORE_TOKEN = ['signIn', 'refreshSession'];

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
  hang(router, door, endpoint, async (visit) => {
    await readBody(visit.request, visit.response, takesOf(endpoint));
    const { input, response, perform, read } = admitted(door, endpoint, visit);
    const run = async (context: Context) => endpoint.answer.parse(await handler(context, input));
    return send(response, endpoint, await (endpoint.isWrite ? perform(run) : read(run)));
  });
}

/**
 * The same for an act with slow work before its transaction (a hash, a gateway),
 * or with cookies in its answer: the handler opens its transactions itself,
 * through the visit. A body of bytes is left for it to stream.
 */
export function serveVisit<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  router: Router,
  door: Doorway,
  endpoint: Endpoint<P, Q, B, A>,
  handler: (visit: Visit<Endpoint<P, Q, B, A>>) => Promise<AnswerOf<Endpoint<P, Q, B, A>>>,
): void {
  hang(router, door, endpoint, async (visit) => {
    await readBody(visit.request, visit.response, takesOf(endpoint));
    const whole = admitted(door, endpoint, visit);
    return send(visit.response, endpoint, endpoint.answer.parse(await handler(whole)));
  });
}

/** A read that answers a file: it is found and logged in one read, and streamed after it. */
export function serveFile<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  router: Router,
  door: Doorway,
  endpoint: Endpoint<P, Q, B, A>,
  handler: (context: Context, input: Input<Endpoint<P, Q, B, A>>) => Promise<FileAnswer>,
): void {
  hang(router, door, endpoint, async (visit) => {
    const { input, request, response, read } = admitted(door, endpoint, visit);
    await sendFile(request, response, await read((context) => handler(context, input)));
  });
}

/**
 * A page's form as a second door to the same endpoint: fields instead of JSON,
 * the CSRF token and the key in the hidden fields `csrf` and `idempotencyKey`,
 * and in the end the page that `arrive` names.
 */
export function serveForm<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  router: Router,
  door: Doorway,
  { endpoint, path, arrive }: { endpoint: Endpoint<P, Q, B, A>; path: string; arrive: (answer: z.output<A>) => string },
  handler: Handler<P, Q, B, A>,
): void {
  hang(router, door, { ...endpoint, method: 'POST', path }, async (knock) => {
    const { request, response } = knock;
    await readBody(request, response, 'form');
    const { csrf, idempotencyKey, ...fields } = (request.body ?? {}) as Record<string, string>;
    request.headers['x-csrf-token'] = csrf ?? '';
    request.headers['idempotency-key'] = idempotencyKey ?? '';
    request.body = bodyOfForm(endpoint, fields);
    const { input, perform } = admitted(door, endpoint, knock);
    const answer = await perform(async (context) => endpoint.answer.parse(await handler(context, input)));
    response.redirect(303, arrive(answer));
  });
}

type Knock = { request: Request; response: Response; visitor: Visitor; requestId: string };

/** Lets in or refuses, before a body is read; whatever is thrown from here on leaves as a problem. */
function hang(router: Router, door: Doorway, endpoint: Endpoint, answer: (knock: Knock) => Promise<void>): void {
  const method = endpoint.method.toLowerCase() as 'get' | 'post' | 'put' | 'delete';
  router[method](endpoint.path, (request, response) => {
    const requestId = requestIdOf(response);
    response.locals['endpoint'] = endpoint.id;
    void enter(request, response, requestId).catch((reason: unknown) => {
      if (!(reason instanceof Refusal)) door.reportFault(reason, requestId);
      sendProblem(response, reason, requestId);
    });
  });

  async function enter(request: Request, response: Response, requestId: string): Promise<void> {
    if (method !== 'get') door.judgeOrigin(request);
    const visitor = await door.visitorOf(request);
    response.locals['actor'] = visitor.actor;
    judgeAudience(visitor.actor, endpoint.audience);
    judgePasswordChange(visitor, endpoint.id);
    await answer({ request, response, visitor, requestId });
  }
}

/** The rest of the way in, now that the body is there: its token, its shapes, its key. */
function admitted<E extends Endpoint>(door: Doorway, endpoint: E, { request, response, visitor, requestId }: Knock): Visit<E> {
  if (endpoint.method !== 'GET' && !BEFORE_TOKEN.includes(endpoint.id)) door.judgeToken(request, visitor);
  const input = parsedInput(endpoint, request) as Input<E>;
  const act: Act = { actor: visitor.actor, endpoint: endpoint.id, requestId };
  if (endpoint.isWrite && endpoint.needsKey) act.idempotency = idempotencyOf(request, endpoint, (content) => door.digestOf(content));
  return {
    request,
    response,
    visitor,
    input,
    async perform(command) {
      const { answer, isReplay } = await door.perform(act, command);
      if (isReplay) response.setHeader('Idempotency-Replayed', 'true');
      return answer;
    },
    read: (query) => door.read(act, query),
  };
}

/** Answers a value that its contract has already checked. */
function send(response: Response, { status, gives }: Endpoint, answer: unknown): void {
  if (gives === 'redirect') return response.redirect(status, answer as string);
  response.status(status);
  if (gives === 'none') response.end();
  else response.json(answer);
}
