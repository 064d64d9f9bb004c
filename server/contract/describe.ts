import { z } from 'zod';
import { type RefusalCode } from '../domain/refusal';
import { type Audience, type Endpoint, type Medium } from './endpoint';

const nothing = z.strictObject({});
const noAnswer = z.null();

type Common = {
  id: string;
  path: string;
  summary: { vi: string; en: string };
  audience: Audience;
  refusals?: readonly RefusalCode[];
};

/** Every read may be refused for these. */
const OF_READS: readonly RefusalCode[] = ['invalid-input', 'not-found', 'too-many-requests', 'unavailable'];
/** Every write may be refused for these as well. */
const OF_WRITES: readonly RefusalCode[] = [
  ...OF_READS,
  'malformed-body',
  'body-too-large',
  'unsupported-media',
  'key-missing',
  'key-reused',
  'key-in-flight',
  'csrf',
];
const OF_SIGNED_IN: readonly RefusalCode[] = ['not-signed-in', 'not-permitted', 'second-factor-needed', 'password-change-needed'];

function allRefusals(audience: Audience, base: readonly RefusalCode[], own: readonly RefusalCode[] = []): readonly RefusalCode[] {
  return [...new Set([...base, ...(audience.kind === 'anyone' ? [] : OF_SIGNED_IN), ...own])];
}

/** Describes a GET. */
export function describeRead<Answer extends z.ZodType, Params extends z.ZodType = typeof nothing, Query extends z.ZodType = typeof nothing>(
  parts: Common & { params?: Params; query?: Query; answer: Answer; gives?: Medium },
): Endpoint<Params, Query, typeof nothing, Answer> {
  return {
    id: parts.id,
    method: 'GET',
    path: parts.path,
    summary: parts.summary,
    audience: parts.audience,
    isWrite: false,
    needsKey: false,
    params: parts.params ?? (nothing as unknown as Params),
    query: parts.query ?? (nothing as unknown as Query),
    body: nothing,
    takes: 'none',
    answer: parts.answer,
    gives: parts.gives ?? 'json',
    status: 200,
    refusals: allRefusals(parts.audience, OF_READS, parts.refusals),
  };
}

/** Describes a GET that sends the browser elsewhere. Where it writes, the request must prove by other means that it is the browser's own. */
export function describeRedirect<Query extends z.ZodType>(
  parts: Common & { query: Query; isWrite?: boolean },
): Endpoint<typeof nothing, Query, typeof nothing, z.ZodString> {
  return {
    id: parts.id,
    method: 'GET',
    path: parts.path,
    summary: parts.summary,
    audience: parts.audience,
    isWrite: parts.isWrite ?? false,
    needsKey: false,
    params: nothing,
    query: parts.query,
    body: nothing,
    takes: 'none',
    answer: z.string(),
    gives: 'redirect',
    status: 303,
    refusals: allRefusals(parts.audience, OF_READS, parts.refusals),
  };
}

/** Describes a search whose words may name a person: a POST, so that nothing personal stands in an address; it writes nothing. */
export function describeSearch<Body extends z.ZodType, Answer extends z.ZodType>(
  parts: Common & { body: Body; answer: Answer },
): Endpoint<typeof nothing, typeof nothing, Body, Answer> {
  return {
    id: parts.id,
    method: 'POST',
    path: parts.path,
    summary: parts.summary,
    audience: parts.audience,
    isWrite: false,
    needsKey: false,
    params: nothing,
    query: nothing,
    body: parts.body,
    takes: 'json',
    answer: parts.answer,
    gives: 'json',
    status: 200,
    refusals: allRefusals(parts.audience, [...OF_READS, 'malformed-body', 'body-too-large', 'unsupported-media', 'csrf'], parts.refusals),
  };
}

/** Describes a write. */
export function describeWrite<
  Body extends z.ZodType,
  Params extends z.ZodType = typeof nothing,
  Answer extends z.ZodType = typeof noAnswer,
>(
  parts: Common & {
    method?: 'POST' | 'PUT' | 'DELETE';
    params?: Params;
    body: Body;
    takes?: Medium;
    answer?: Answer;
    status?: 200 | 201 | 202 | 204;
    needsKey?: boolean;
  },
): Endpoint<Params, typeof nothing, Body, Answer> {
  return {
    id: parts.id,
    method: parts.method ?? 'POST',
    path: parts.path,
    summary: parts.summary,
    audience: parts.audience,
    isWrite: true,
    needsKey: parts.needsKey ?? true,
    params: parts.params ?? (nothing as unknown as Params),
    query: nothing,
    body: parts.body,
    takes: parts.takes ?? 'json',
    answer: parts.answer ?? (noAnswer as unknown as Answer),
    gives: parts.answer ? 'json' : 'none',
    status: parts.status ?? (parts.answer ? 200 : 204),
    refusals: allRefusals(parts.audience, OF_WRITES, parts.refusals),
  };
}
