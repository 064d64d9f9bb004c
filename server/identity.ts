import { type RequestListener } from 'node:http';
import { type Config } from './config';
import { type IdentityGateway } from './gateways/identity/identity-gateway';
import { identityStandInHandler, makeStandInKeys, STAND_IN_AGREEMENT, type StandInKeys } from './gateways/identity/identity-stand-in';
import { openIdGateway } from './gateways/identity/open-id-gateway';
import { DEMONSTRATION_CITIZENS } from './gateways/identity/stand-in-people';
import { keepSecret } from './kept-secret';

const TIMEOUT_MS = 5000;
/** Where the stand-in lives on our own port. */
export const STAND_IN_PATH = '/cong-dinh-danh-trinh-dien';
const STAND_IN_CLIENT = 'mot-cua';

export type OpenedIdentity = {
  identity: IdentityGateway | undefined;
  standIn?: { path: string; handler: RequestListener };
};

/** The identity gateway that the operator names; outside production, where none is named, the stand-in on our own port. */
export async function openIdentity(config: Config, dataDirectory: string): Promise<OpenedIdentity> {
  if (config.identity) {
    return { identity: openIdGateway({ ...config.identity, transport: 'https-only', timeoutMs: TIMEOUT_MS }) };
  }
  if (config.isProduction || config.port === 0) return { identity: undefined };
  const origin = config.publicUrl ?? `http://localhost:${config.port}`;
  const client = {
    issuer: `${origin}${STAND_IN_PATH}`,
    clientId: STAND_IN_CLIENT,
    clientSecret: await keepSecret(dataDirectory, 'identity-stand-in-client'),
  };
  const keys = await keepSecret(dataDirectory, 'identity-stand-in.json', () => JSON.stringify(makeStandInKeys()));
  const settings = {
    ...client,
    redirectUris: [`${origin}/api/identity/return`],
    people: DEMONSTRATION_CITIZENS,
    keys: JSON.parse(keys) as StandInKeys,
  };
  const identity = openIdGateway({ ...client, ...STAND_IN_AGREEMENT, transport: 'plain-http-allowed', timeoutMs: TIMEOUT_MS });
  return { identity, standIn: { path: STAND_IN_PATH, handler: atFirstNeed(() => identityStandInHandler(settings)) } };
}

/** The stand-in is made when somebody first goes there: most starts never need it, and its library is large. */
function atFirstNeed(make: () => Promise<RequestListener>): RequestListener {
  let made: Promise<RequestListener> | undefined;
  return (request, response) => {
    made ??= make();
    made.then(
      (handler) => void handler(request, response),
      (fault: unknown) => response.destroy(fault as Error),
    );
  };
}
