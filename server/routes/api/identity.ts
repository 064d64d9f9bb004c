import { type Router } from 'express';
import { enterByIdentity } from '../../commands/access/enter-by-identity';
import { accessEndpoints } from '../../contract/access';
import { Refusal } from '../../domain/refusal';
import { type IdentityGateway, type PendingSignIn } from '../../gateways/identity/identity-gateway';
import { addressPrefixOf } from '../../http/address';
import { openNote, sealNote } from '../../http/sealed';
import { serveVisit } from '../../http/serve';
import { originOf } from '../../http/site';
import { type EntryParts } from './entry-parts';
import { deviceOf } from './sessions';

/** How long somebody may be away at the gateway. */
const AWAY_MS = 10 * 60_000;
const PLACE = 'identity sign-in';
/** Any level may sign in; what it proves is decided when the citizen is back. */
const LEAST_ASSURANCE = 1;

type Away = { pending: PendingSignIn; returnTo: string };

/** Sign-in through the identity gateway: out by a redirect, back by a redirect, and only in the browser that went. */
export function identityRoutes(router: Router, parts: EntryParts): void {
  const { door, clock, site, keys, tokens, cookies, entrance } = parts;

  serveVisit(router, door, accessEndpoints.beginIdentitySignIn, async ({ request, response, input }) => {
    const redirectUri = `${originOf(site, request)}${accessEndpoints.finishIdentitySignIn.path}`;
    const { redirectTo, pending } = await gatewayOf(parts).begin({ redirectUri, leastAssurance: LEAST_ASSURANCE });
    const away: Away = { pending, returnTo: input.query.returnTo };
    const untilAt = new Date(clock.now().getTime() + AWAY_MS);
    cookies.give(request, response, 'identity', sealNote(keys.sealing, away, { boundTo: PLACE, untilAt }));
    return redirectTo;
  });

  serveVisit(router, door, accessEndpoints.finishIdentitySignIn, async ({ request, response, perform }) => {
    const away = openNote(keys.sealing, cookies.read(request, 'identity') ?? '', { boundTo: PLACE, now: clock.now() }) as Away | undefined;
    cookies.take(request, response, 'identity');
    if (!away) throw new Refusal('identity-unconfirmed', { why: 'not_begun_here' });
    const query = new URL(request.originalUrl, 'http://localhost').search;
    const identity = await gatewayOf(parts).finish({ query, pending: away.pending });
    const { sessionId, token, hash } = tokens.begin();
    const entry = { identity, sessionId, refreshHash: hash, addressPrefix: addressPrefixOf(request), device: deviceOf(request) };
    const { accountId } = await perform((context) => enterByIdentity(context, entry));
    entrance.admit(request, response, { accountId, sessionId, refreshToken: token });
    return away.returnTo;
  });
}

function gatewayOf({ identity }: EntryParts): IdentityGateway {
  if (!identity) throw new Refusal('not-found');
  return identity;
}
