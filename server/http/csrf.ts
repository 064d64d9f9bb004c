import { createHmac } from 'node:crypto';
import { type Request } from 'express';
import { Refusal } from '../domain/refusal';
import { type HouseKeys } from './keys';
import { originOf, type Site } from './site';
import { isSame } from './tokens';

/** The token that a session's own pages send with every write. Another site can make a browser send the cookie, but cannot know this. */
export function csrfTokenOf({ csrf }: HouseKeys, sessionId: string): string {
  return createHmac('sha256', csrf).update(sessionId).digest('base64url');
}

/** Refuses a write whose header `X-CSRF-Token` is not the token of the session that its cookie names. */
export function judgeCsrfToken(keys: HouseKeys, request: Request, sessionId: string): void {
  const token = request.get('X-CSRF-Token');
  if (token === undefined || !isSame(token, csrfTokenOf(keys, sessionId))) throw new Refusal('csrf');
}

/**
 * Refuses a write that a browser says comes from another site. Browsers send
 * `Sec-Fetch-Site` or `Origin` with every POST; a client that sends neither is no
 * browser, and carries no stranger's cookies.
 */
export function judgeOrigin(site: Site, request: Request): void {
  const from = request.get('Sec-Fetch-Site');
  if (from !== undefined && from !== 'same-origin' && from !== 'none') throw new Refusal('csrf');
  const origin = request.get('Origin');
  if (origin !== undefined && origin !== originOf(site, request)) throw new Refusal('csrf');
}
