import { type Request, type Response } from 'express';
import { type Clock } from '../casework/parts';
import { NOBODY, type Visitor } from '../policies/entrance';
import { type Cookies } from './cookies';
import { type Tokens } from './tokens';

export type Entrance = {
  /** Who knocks, by the access cookie and the session behind it. */
  visitorOf: (request: Request) => Promise<Visitor>;
  /** Gives a browser the tokens of its session. */
  admit: (request: Request, response: Response, session: { accountId: string; sessionId: string; refreshToken: string }) => void;
  /** Takes them away. */
  dismiss: (request: Request, response: Response) => void;
};

type Parts = {
  clock: Clock;
  tokens: Tokens;
  cookies: Cookies;
  /** Asks the database at every request, so that an end of a session holds at once on every process. */
  findVisitor: (sessionId: string) => Promise<Visitor>;
};

/** Knows people by their cookies; a token alone lets nobody in. */
export function openEntrance({ clock, tokens, cookies, findVisitor }: Parts): Entrance {
  return {
    async visitorOf(request) {
      const token = cookies.read(request, 'access');
      const bearer = token === undefined ? undefined : tokens.readAccess(token, clock.now());
      if (!bearer) return NOBODY;
      const visitor = await findVisitor(bearer.sessionId);
      const { actor } = visitor;
      return 'accountId' in actor && actor.accountId === bearer.accountId ? visitor : NOBODY;
    },
    admit(request, response, { accountId, sessionId, refreshToken }) {
      cookies.give(request, response, 'access', tokens.issueAccess({ accountId, sessionId }, clock.now()));
      cookies.give(request, response, 'refresh', refreshToken);
    },
    dismiss(request, response) {
      cookies.take(request, response, 'access');
      cookies.take(request, response, 'refresh');
    },
  };
}
