import { randomUUID } from 'node:crypto';
import { type Response } from 'express';

/** The id that the answer, the log and the caller's complaint share. It is always ours: an invented one could forge lines of the log. */
export function requestIdOf(response: Response): string {
  const known = response.getHeader('X-Request-Id');
  if (typeof known === 'string') return known;
  const requestId = randomUUID();
  response.setHeader('X-Request-Id', requestId);
  return requestId;
}
