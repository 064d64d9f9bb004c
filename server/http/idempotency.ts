import { type Request } from 'express';
import { type Act } from '../casework/perform';
import { type AnyEndpoint } from '../contract/endpoint';
import { Refusal } from '../domain/refusal';

const KEY = /^[A-Za-z0-9_-]{8,100}$/;

/** The key travels in the header `Idempotency-Key`. What is kept of the body is a keyed hash: it may hold a password. */
export function idempotencyOf(
  request: Request,
  { status }: AnyEndpoint,
  digestOf: (content: string | Uint8Array) => string,
): NonNullable<Act['idempotency']> {
  const body: unknown = request.body;
  const key = request.get('Idempotency-Key');
  if (key === undefined || !KEY.test(key)) throw new Refusal('key-missing');
  const content = Buffer.isBuffer(body) ? body : JSON.stringify([request.params, body ?? null]);
  return { key, bodySha256: digestOf(content), status };
}
