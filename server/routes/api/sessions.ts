import { type Request, type Router } from 'express';
import { openSession, type OpenSessionInput } from '../../commands/access/open-session';
import { refreshSession } from '../../commands/access/refresh-session';
import { accessEndpoints } from '../../contract/access';
import { Refusal } from '../../domain/refusal';
import { addressPrefixOf } from '../../http/address';
import { csrfTokenOf } from '../../http/csrf';
import { shownFactor } from '../../http/second-factor';
import { serveVisit, type Visit } from '../../http/serve';
import { credentialsByName } from '../../queries/access/credentials';
import { whoAmI } from '../../queries/access/who-am-i';
import { type EntryParts } from './entry-parts';
import { failSignIn, provePassword } from './prove-password';

/** Sessions begin here and are kept fresh here. */
export function sessionRoutes(router: Router, parts: EntryParts): void {
  serveVisit(router, parts.door, accessEndpoints.signIn, (visit) => signIn(parts, visit));
  serveVisit(router, parts.door, accessEndpoints.refreshSession, (visit) => refresh(parts, visit));
}

async function signIn(parts: EntryParts, visit: Visit<typeof accessEndpoints.signIn>) {
  const { request, response, input, read, perform } = visit;
  const { userName, password, code } = input.body;
  const addressPrefix = addressPrefixOf(request);
  const found = await read((reader) => credentialsByName(reader, userName));
  const proved = await provePassword(parts, perform, { found, userName, password, addressPrefix });
  const { accountId, passwordHash } = proved;
  const factor = shownFactor(parts.keys, proved, code, parts.clock.now());
  if (!factor) return failSignIn(perform, { accountId, why: 'code', addressPrefix });
  const { sessionId, token, hash } = parts.tokens.begin();
  const session = { accountId, sessionId, refreshHash: hash, passwordHash, factor, addressPrefix, device: deviceOf(request) };
  const me = await open(visit, session);
  parts.entrance.admit(request, response, { accountId, sessionId, refreshToken: token });
  return { ...me, csrf: csrfTokenOf(parts.keys, sessionId) };
}

/** A code that was used before is found only when it is used up; that, too, is a failed sign-in. */
async function open({ perform }: Visit<typeof accessEndpoints.signIn>, session: OpenSessionInput) {
  try {
    return await perform(async (context) => {
      await openSession(context, session);
      return whoAmI(context, session.sessionId);
    });
  } catch (reason) {
    if (reason instanceof Refusal && reason.code === 'sign-in-failed') return failSignIn(perform, { ...session, why: 'code' });
    throw reason;
  }
}

async function refresh(parts: EntryParts, { request, response, perform }: Visit<typeof accessEndpoints.refreshSession>) {
  const { tokens, cookies, entrance, keys } = parts;
  const from = tokens.readRefresh(cookies.read(request, 'refresh') ?? '');
  if (!from) throw new Refusal('not-signed-in');
  const { sessionId } = from;
  const next = tokens.issueRefresh(sessionId);
  const exchanged = await perform(async (context) => {
    const answer = await refreshSession(context, { sessionId, fromHash: from.hash, toHash: next.hash });
    return answer.outcome === 'exchanged' ? { ...answer, me: await whoAmI(context, sessionId) } : answer;
  });
  if (exchanged.outcome === 'racing') throw new Refusal('key-in-flight');
  if (exchanged.outcome !== 'exchanged') {
    entrance.dismiss(request, response);
    throw new Refusal('not-signed-in');
  }
  entrance.admit(request, response, { accountId: exchanged.accountId, sessionId, refreshToken: next.token });
  return { ...exchanged.me, csrf: csrfTokenOf(keys, sessionId) };
}

/** What the browser says it is, for the list of one's own sessions. */
export function deviceOf(request: Request): string | null {
  return request.get('User-Agent')?.slice(0, 200) ?? null;
}
