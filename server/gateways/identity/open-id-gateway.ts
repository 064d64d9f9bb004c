import * as openid from 'openid-client';
import { Refusal } from '../../domain/refusal';
import { type ClaimNames, readClaims } from './claims';
import { type Identity, type IdentityGateway, type PendingSignIn } from './identity-gateway';

export type OpenIdSettings = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  clientAuthentication: 'client_secret_basic' | 'client_secret_post';
  /** How the gateway signs its tokens; another algorithm is refused. */
  signatureAlgorithm: string;
  scope: string;
  claims: ClaimNames;
  /** The gateway's `acr` values and the level each stands for here. */
  assurance: Readonly<Record<string, number>>;
  /** Plain http only for a stand-in on one's own machine. */
  transport: 'https-only' | 'plain-http-allowed';
  timeoutMs: number;
};

/**
 * Sign-in through an identity gateway (OpenID Connect Core, code flow with PKCE).
 * The gateway's addresses and keys are discovered at first need, so that the
 * office starts while the gateway is down.
 */
export function openIdGateway(settings: OpenIdSettings): IdentityGateway {
  let discovered: Promise<openid.Configuration> | undefined;
  const configure = async () => {
    discovered ??= discover(settings);
    try {
      return await discovered;
    } catch (fault) {
      discovered = undefined;
      throw fault;
    }
  };
  return {
    begin: (wanted) => orUnavailable(async () => begin(await configure(), settings, wanted)),
    async finish({ query, pending }) {
      const { subject, acr, claims } = await orUnavailable(async () => {
        const configuration = await configure();
        return orUnconfirmed(() => exchangeCode(configuration, query, pending));
      });
      const assurance = (Object.hasOwn(settings.assurance, acr) ? settings.assurance[acr] : undefined) ?? 0;
      if (assurance < pending.leastAssurance) throw new Refusal('assurance-too-low', { needed: pending.leastAssurance, held: assurance });
      return { issuer: settings.issuer, subject, assurance, ...readClaims(claims, settings.claims) } satisfies Identity;
    },
  };
}

async function discover(settings: OpenIdSettings): Promise<openid.Configuration> {
  const authentication = settings.clientAuthentication === 'client_secret_basic' ? openid.ClientSecretBasic : openid.ClientSecretPost;
  const metadata = { id_token_signed_response_alg: settings.signatureAlgorithm };
  return openid.discovery(new URL(settings.issuer), settings.clientId, metadata, authentication(settings.clientSecret), {
    timeout: settings.timeoutMs / 1000,
    execute: [openid.enableNonRepudiationChecks, ...(settings.transport === 'plain-http-allowed' ? [openid.allowInsecureRequests] : [])],
  });
}

async function begin(
  configuration: openid.Configuration,
  { scope, assurance }: OpenIdSettings,
  { redirectUri, leastAssurance }: { redirectUri: string; leastAssurance: number },
): Promise<{ redirectTo: string; pending: PendingSignIn }> {
  const pending = {
    state: openid.randomState(),
    nonce: openid.randomNonce(),
    codeVerifier: openid.randomPKCECodeVerifier(),
    redirectUri,
    leastAssurance,
  };
  const enough = Object.keys(assurance).filter((acr) => (assurance[acr] ?? 0) >= leastAssurance);
  const url = openid.buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope,
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(pending.codeVerifier),
    code_challenge_method: 'S256',
    acr_values: enough.join(' '),
    // Many share one machine at a one-stop centre: the last visitor's session is never taken over.
    prompt: 'login',
  });
  return { redirectTo: url.href, pending };
}

async function exchangeCode(configuration: openid.Configuration, query: string, pending: PendingSignIn) {
  const returned = new URL(pending.redirectUri);
  returned.search = query;
  const tokens = await openid.authorizationCodeGrant(configuration, returned, {
    expectedState: pending.state,
    expectedNonce: pending.nonce,
    pkceCodeVerifier: pending.codeVerifier,
    idTokenExpected: true,
  });
  const token = tokens.claims();
  if (!token) throw new Refusal('identity-unconfirmed', { why: 'no_id_token' });
  const claims = await openid.fetchUserInfo(configuration, tokens.access_token, token.sub);
  return { subject: token.sub, acr: typeof token['acr'] === 'string' ? token['acr'] : '', claims };
}

/** A gateway that is down is said to be down; a mistake in our agreement with it stays a fault. */
async function orUnavailable<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (fault) {
    if (isDown(fault) || isDown((fault as { cause?: unknown }).cause)) throw new Refusal('unavailable');
    throw fault;
  }
}

/** A return that does not hold is refused, whatever does not hold about it. */
async function orUnconfirmed<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (fault) {
    const { name, error, code } = fault as { name?: string; error?: string; code?: string };
    const isOurMistake = error === 'invalid_client' || error === 'unauthorized_client';
    if (isOurMistake || !NOT_CONFIRMED.has(name ?? '') || isDown(fault) || isDown((fault as { cause?: unknown }).cause)) throw fault;
    throw new Refusal('identity-unconfirmed', { why: error ?? code ?? name });
  }
}

// Not the 401 challenge: with it the gateway refuses us, not the citizen.
const NOT_CONFIRMED = new Set(['AuthorizationResponseError', 'ResponseBodyError', 'ClientError']);

function isDown(fault: unknown): boolean {
  const { message, code, status } = (fault ?? {}) as { message?: unknown; code?: unknown; status?: unknown };
  return message === 'fetch failed' || code === 'OAUTH_TIMEOUT' || (typeof status === 'number' && status >= 500);
}
