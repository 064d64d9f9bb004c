import express, { type Request, type RequestHandler, type Response } from 'express';
import { type AnyEndpoint } from '../contract/endpoint';
import { Refusal } from '../domain/refusal';
import { isNestedDeeper } from './nesting';

const MOST_JSON = '1mb';
/** The deepest shape of the contract, a form within a procedure, has about a dozen. */
const MOST_LEVELS = 64;

const MEDIA = { json: 'application/json', form: 'application/x-www-form-urlencoded' } as const;
const READERS: Readonly<Record<keyof typeof MEDIA, RequestHandler>> = {
  json: express.json({ limit: MOST_JSON, inflate: false, type: MEDIA.json }),
  form: express.urlencoded({ limit: MOST_JSON, inflate: false, extended: false, type: MEDIA.form }),
};

/**
 * Reads the body that this door takes, and no other: only after it is known who
 * knocks, so that strangers cannot fill the memory. Refuses `unsupported-media`,
 * `body-too-large` and `malformed-body`.
 */
export async function readBody(request: Request, response: Response, takes: keyof typeof MEDIA | 'none'): Promise<void> {
  if (takes === 'none' || !hasBody(request)) return;
  if (!request.is(MEDIA[takes])) throw new Refusal('unsupported-media');
  await new Promise<void>((resolve, reject) =>
    READERS[takes](request, response, (fault?: unknown) => (fault === undefined ? resolve() : reject(refusalOf(fault)))),
  );
  if (isNestedDeeper(request.body, MOST_LEVELS)) throw new Refusal('malformed-body');
}

/** What is read before the handler runs. Bytes are left for it to stream: they have no place in the memory. */
export function takesOf({ takes }: AnyEndpoint): 'json' | 'none' {
  return takes === 'json' ? takes : 'none';
}

function hasBody(request: Request): boolean {
  return request.get('Transfer-Encoding') !== undefined || Number(request.get('Content-Length') ?? 0) > 0;
}

/** What the readers say of a bad body, in our own words; anything else is a fault of ours. */
export function refusalOf(fault: unknown): Error {
  const { type } = (fault ?? {}) as { type?: unknown };
  switch (type) {
    case 'entity.too.large':
    case 'parameters.too.many':
      return new Refusal('body-too-large');
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return new Refusal('unsupported-media');
    case 'entity.parse.failed':
    case 'request.aborted':
    case 'request.size.invalid':
      return new Refusal('malformed-body');
    default:
      return fault instanceof Error ? fault : new Error(String(fault));
  }
}
