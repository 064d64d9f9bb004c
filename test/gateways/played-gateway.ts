import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';

type Claims = Record<string, unknown>;

const make = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** A gateway under a stranger's hand: it answers every code with the token and the person that the test makes of the right ones. */
export async function startPlayedGateway() {
  const [right, wrong] = [make(), make()];
  const play = {
    header: (header: Claims) => header,
    token: (claims: Claims) => claims,
    person: (claims: Claims) => claims,
    key: right.privateKey,
  };
  let nonce = '';
  const server = createServer((request, response) => {
    const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
    const now = Math.floor(Date.now() / 1000);
    const answers: Record<string, () => object> = {
      '/.well-known/openid-configuration': () => ({
        issuer: origin,
        authorization_endpoint: `${origin}/auth`,
        token_endpoint: `${origin}/token`,
        userinfo_endpoint: `${origin}/me`,
        jwks_uri: `${origin}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['ES256'],
      }),
      '/jwks': () => ({ keys: [{ ...right.publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'ES256', use: 'sig' }] }),
      '/token': () => ({
        access_token: 'a',
        token_type: 'Bearer',
        expires_in: 60,
        id_token: jwtOf(
          play.header({ alg: 'ES256', kid: 'k' }),
          play.token({ iss: origin, sub: 'p', aud: 'mot-cua', exp: now + 60, iat: now, nonce, acr: 'muc-2' }),
          play.key,
        ),
      }),
      '/me': () => play.person({ sub: 'p', name: 'Người Thử' }),
    };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answers[request.url ?? '']?.() ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return {
    issuer: `http://localhost:${(server.address() as AddressInfo).port}`,
    play,
    wrongKey: wrong.privateKey,
    expect: (one: string) => {
      nonce = one;
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function jwtOf(header: Claims, claims: Claims, key: KeyObject): string {
  const body = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  if (header['alg'] === 'none') return `${body}.`;
  return `${body}.${sign('sha256', Buffer.from(body), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}
