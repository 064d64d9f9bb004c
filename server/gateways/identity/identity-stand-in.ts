import { generateKeyPairSync, type JsonWebKey, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type Provider from 'oidc-provider';
import type { Configuration } from 'oidc-provider';
import { openStandInMemory } from './stand-in-memory';
import { faultPage, pageHeaders, signInPage } from './stand-in-page';
import { type StandInPerson } from './stand-in-people';

/** `signing` are private JSON Web Keys (ES256), `cookies` secrets. Kept over restarts by whoever starts the stand-in. */
export type StandInKeys = { signing: JsonWebKey[]; cookies: string[] };

export type StandInSettings = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  redirectUris: readonly string[];
  people: readonly StandInPerson[];
  keys: StandInKeys;
};

/** What an `openIdGateway` must be told to speak with the stand-in, beside issuer, client and transport. */
export const STAND_IN_AGREEMENT = {
  clientAuthentication: 'client_secret_basic',
  signatureAlgorithm: 'ES256',
  scope: 'openid profile phone email citizen',
  claims: { name: 'name', citizenNumber: 'citizen_number', dateOfBirth: 'birthdate', phone: 'phone_number', email: 'email' },
  assurance: { 'muc-1': 1, 'muc-2': 2 },
} as const;

export function makeStandInKeys(): StandInKeys {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = { ...privateKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig', kid: randomBytes(8).toString('hex') };
  return { signing: [key], cookies: [randomBytes(32).toString('base64url')] };
}

/**
 * An identity gateway to try the real sign-in against, where no real one is
 * connected. Anybody may be anybody here: never to be started in production, and
 * its library is loaded only when it is.
 *
 * Listens on every interface, as the office does; `port` is that of the issuer's address.
 */
export async function startIdentityStandIn({
  port,
  ...settings
}: StandInSettings & { port: number }): Promise<{ issuer: string; stop(): Promise<void> }> {
  const answer = await identityStandInHandler(settings);
  const server = createServer(answer);
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, resolve));
  return {
    issuer: settings.issuer,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The same for a path of another server: mounted where the issuer's path says, and before anything that reads bodies. */
export async function identityStandInHandler(
  settings: StandInSettings,
): Promise<(request: IncomingMessage, response: ServerResponse) => void> {
  const { default: OpenIdProvider } = await import('oidc-provider');
  const provider = new OpenIdProvider(settings.issuer, configurationOf(settings));
  const callback = provider.callback();
  return (request, response) => {
    if (!/^\/dang-nhap\//.test(request.url ?? '')) return void callback(request, response);
    serveSignIn(provider, settings, request, response).catch(() => {
      if (!response.headersSent) response.writeHead(400, pageHeaders(settings.redirectUris));
      response.end(faultPage());
    });
  };
}

async function serveSignIn(
  provider: Provider,
  { people, redirectUris }: StandInSettings,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  await provider.interactionDetails(request, response);
  if (request.method !== 'POST') return void response.writeHead(200, pageHeaders(redirectUris)).end(signInPage(people));
  const subject = new URLSearchParams(await text(request)).get('subject');
  const person = people.find((one) => one.subject === subject);
  const result = person
    ? { login: { accountId: person.subject, acr: `muc-${person.assurance}`, amr: ['pwd'], remember: false } }
    : { error: 'access_denied', error_description: 'the person did not sign in' };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

function configurationOf({ issuer, clientId, clientSecret, redirectUris, people, keys }: StandInSettings): Configuration {
  const { assurance, claims, clientAuthentication, signatureAlgorithm, scope } = STAND_IN_AGREEMENT;
  const mount = new URL(issuer).pathname.replace(/\/$/, '');
  return {
    adapter: openStandInMemory(),
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [...redirectUris],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: clientAuthentication,
        id_token_signed_response_alg: signatureAlgorithm,
      },
    ],
    jwks: { keys: keys.signing },
    cookies: { keys: keys.cookies },
    acrValues: Object.keys(assurance),
    claims: {
      openid: ['sub', 'acr', 'amr'],
      profile: [claims.name, claims.dateOfBirth],
      phone: [claims.phone],
      email: [claims.email],
      citizen: [claims.citizenNumber],
    },
    scopes: scope.split(' '),
    responseTypes: ['code'],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `${mount}/dang-nhap/${interaction.uid}` },
    ttl: { AccessToken: 300, AuthorizationCode: 60, Grant: 3600, IdToken: 300, Interaction: 1800, Session: 3600 },
    findAccount: (_, subject) => accountOf(people, subject),
    // Signing in is agreeing: the page has said what it is for.
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session?.accountId ?? '' });
      grant.addOIDCScope(scope);
      await grant.save();
      return grant;
    },
    renderError(context) {
      context.set(pageHeaders(redirectUris));
      context.body = faultPage();
    },
  };
}

function accountOf(people: readonly StandInPerson[], subject: string) {
  const person = people.find((one) => one.subject === subject);
  if (!person) return undefined;
  const { name, dateOfBirth, phone, email, citizenNumber } = person;
  return {
    accountId: subject,
    claims: () => ({ sub: subject, name, birthdate: dateOfBirth, phone_number: phone, email, citizen_number: citizenNumber }),
  };
}
