import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { ACCESS_TOKEN_SECONDS } from '../policies/entrance';
import { type HouseKeys } from './keys';

export type Bearer = { accountId: string; sessionId: string };

export type Tokens = {
  issueAccess: (bearer: Bearer, now: Date) => string;
  /** Whose token it is; undefined for anything that this house has not issued, in exactly this form, within its time. */
  readAccess: (token: string, now: Date) => Bearer | undefined;
  /** The id and first refresh token of a session that is about to open. */
  begin(): { sessionId: string; token: string; hash: string };
  /** A new refresh token of a session, and what is kept of it. */
  issueRefresh(sessionId: string): { token: string; hash: string };
  /** The session and hash of a refresh token that was once issued here; undefined for invented ones. */
  readRefresh(token: string): { sessionId: string; hash: string } | undefined;
};

const ALGORITHM = 'ES256';
const TYPE = 'at+jwt';
const AUDIENCE = 'mot-cua';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A clock of another process may be a little ahead of ours. */
const SKEW_SECONDS = 5;

/**
 * Access tokens in the profile of RFC 9068, judged as RFC 8725 asks: one
 * algorithm, one key, and type, issuer, audience, issue and expiry all required
 * (`jsonwebtoken` would let a token without expiry or type pass).
 */
export function openTokens(keys: HouseKeys, issuer: string): Tokens {
  function issueAccess({ accountId, sessionId }: Bearer, now: Date): string {
    const issuedAt = secondsOf(now);
    const claims = { iss: issuer, aud: AUDIENCE, sub: accountId, sid: sessionId, iat: issuedAt, exp: issuedAt + ACCESS_TOKEN_SECONDS };
    return jwt.sign(claims, keys.tokenKey, { algorithm: ALGORITHM, header: { alg: ALGORITHM, typ: TYPE, kid: keys.tokenKeyId } });
  }

  function readAccess(token: string, now: Date): Bearer | undefined {
    const verified = verify(token, now);
    if (!verified) return undefined;
    const { header, payload } = verified;
    if (header.typ !== TYPE || header.kid !== keys.tokenKeyId || 'crit' in header || typeof payload === 'string') return undefined;
    const { aud, iat, exp, sub, sid } = payload as Record<string, unknown>;
    if (aud !== AUDIENCE || typeof iat !== 'number' || typeof exp !== 'number') return undefined;
    if (iat > secondsOf(now) + SKEW_SECONDS || exp - iat > ACCESS_TOKEN_SECONDS) return undefined;
    if (!isUuid(sub) || !isUuid(sid)) return undefined;
    return { accountId: sub, sessionId: sid };
  }

  function verify(token: string, now: Date): jwt.Jwt | undefined {
    const rule = { algorithms: [ALGORITHM], issuer, audience: AUDIENCE, clockTimestamp: secondsOf(now), complete: true } as const;
    try {
      return jwt.verify(token, keys.tokenPublicKey, { ...rule, algorithms: [...rule.algorithms] });
    } catch (fault) {
      if (fault instanceof jwt.JsonWebTokenError) return undefined;
      throw fault;
    }
  }

  function issueRefresh(sessionId: string): { token: string; hash: string } {
    const stem = `${sessionId}.${randomBytes(32).toString('base64url')}`;
    const token = `${stem}.${digestWith(keys, `refresh ${stem}`)}`;
    return { token, hash: digestWith(keys, token) };
  }

  function readRefresh(token: string): { sessionId: string; hash: string } | undefined {
    const [sessionId, random, mark, ...rest] = token.split('.');
    if (!isUuid(sessionId) || !random || !mark || rest.length) return undefined;
    if (!isSame(mark, digestWith(keys, `refresh ${sessionId}.${random}`))) return undefined;
    return { sessionId, hash: digestWith(keys, token) };
  }

  function begin(): { sessionId: string; token: string; hash: string } {
    const sessionId = randomUUID();
    return { sessionId, ...issueRefresh(sessionId) };
  }

  return { issueAccess, readAccess, begin, issueRefresh, readRefresh };
}

/** A keyed hash: worthless to somebody who has read the database only. */
export function digestWith({ digest }: HouseKeys, content: string | Uint8Array): string {
  return createHmac('sha256', digest).update(content).digest('base64url');
}

/** Compares without telling by its time how much was right. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function isUuid(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}

function secondsOf(now: Date): number {
  return Math.floor(now.getTime() / 1000);
}
