import { type RequestListener } from 'node:http';
import express, { type Express } from 'express';
import { type Clock, type SteppableClock } from './domain/clock';
import { type Act, type Perform, type Read } from './casework/perform';
import { countTries } from './commands/access/count-try';
import { glanceAtVisitor, recogniseVisitor } from './commands/access/recognise-visitor';
import { type SigningKeys } from './commands/results/request-signatures';
import { allEndpoints } from './contract/endpoints';
import { type FilesAtHand } from './files/files-at-hand';
import { type IdentityGateway } from './gateways/identity/identity-gateway';
import { openEntrance } from './http/authenticate';
import { openCookies } from './http/cookies';
import { judgeCsrfToken, judgeOrigin } from './http/csrf';
import { expressFault } from './http/express-fault';
import { centrePinOf } from './house-keys';
import { type HouseKeys } from './http/keys';
import { type Log } from './http/log';
import { openPasswords } from './http/passwords';
import { PROBLEM_PAGE } from './http/problem';
import { securityHeaders } from './http/security-headers';
import { type Doorway } from './http/serve';
import { type Site, UNSHIELDED_WARNING } from './http/site';
import { digestWith, openTokens } from './http/tokens';
import { unknownDoor } from './http/unknown-door';
import { apiRoutes, type RouteParts } from './routes/api/index';
import { type OperationsParts } from './routes/api/operations';
import { siteRoutes } from './routes/site/home';
import { problemPageOf } from './routes/site/problem';

export type AppParts = {
  perform: Perform;
  read: Read;
  glance: Read;
  clock: Clock;
  keys: HouseKeys;
  site: Site;
  log: Log;
  /** Keys opened by their PIN: signing workers of this process use the same ones. */
  signingKeys: SigningKeys;
  /** The same clock, where it may be stepped: outside production. */
  steppableClock?: SteppableClock;
  /** Where messages land when no mail server is named. */
  mailbox?: OperationsParts['mailbox'];
  gateways: { identity?: IdentityGateway | undefined };
  files: FilesAtHand;
  /** Servers of another make under a path of ours, such as the identity stand-in. They read their own bodies. */
  mounted?: readonly { path: string; handler: RequestListener }[];
  /** The built assets of the pages; absent where only the API is served. */
  assets?: string;
};

/** Who issues the tokens where the installation has no public address yet. */
const LOCAL_ISSUER = 'urn:mot-cua:local';
const DOOR: Act = { actor: { kind: 'system', name: 'door' }, endpoint: 'door' };

/** Opens the door that every router hangs on: who knocks, what a stranger's page may not send, what is counted. */
export function openDoor(whole: AppParts): RouteParts {
  const { perform, read, glance, clock, keys, site, log, files, signingKeys, steppableClock, mailbox, gateways } = whole;
  const keeping = { files: files.store, centrePin: centrePinOf(keys) };
  const tokens = openTokens(keys, site.publicUrl ?? LOCAL_ISSUER);
  const cookies = openCookies(site, () => log.warn(UNSHIELDED_WARNING));
  const findVisitor = async (sessionId: string) =>
    (await glance(DOOR, (context) => glanceAtVisitor(context, sessionId))) ??
    (await perform(DOOR, (context) => recogniseVisitor(context, sessionId))).answer;
  const entrance = openEntrance({ clock, tokens, cookies, findVisitor });
  const reportFault = (fault: unknown, requestId: string) => log.fault(fault, requestId);
  const door: Doorway = {
    perform,
    read,
    visitorOf: (request) => entrance.visitorOf(request),
    judgeOrigin: (request) => judgeOrigin(site, request),
    judgeToken: (request, { sessionId }) => sessionId === null || judgeCsrfToken(keys, request, sessionId),
    glance,
    countTries: (...tries) => glance(DOOR, (context) => countTries(context, tries)),
    digestOf: (content) => digestWith(keys, content),
    reportFault,
  };
  const own = { files, signingKeys, keeping, steppableClock, mailbox, passwords: openPasswords(), identity: gateways.identity };
  return { door, clock, site, keys, tokens, cookies, entrance, ...own };
}

/** Composes Express from its parts; listens to nothing. */
export function createApp(whole: AppParts): Express {
  const { site, log, mounted = [], assets } = whole;
  const parts = openDoor(whole);
  const app = express();
  app.disable('x-powered-by').disable('etag').set('trust proxy', site.trustedProxies);
  app.use(log.requests, securityHeaders());
  for (const { path, handler } of mounted) app.use(path, handler);
  const nowhere = unknownDoor(allEndpoints);
  app.use((request, response, next) => void (request.method === 'OPTIONS' ? nowhere(request, response, next) : next()));
  for (const router of apiRoutes(parts)) app.use(router);
  if (assets)
    app
      .set(PROBLEM_PAGE, problemPageOf(assets))
      .use(siteRoutes(parts.door, { assets, stage: site.isProduction ? 'production' : 'demonstration' }));
  app.use(nowhere, expressFault(parts.door.reportFault));
  return app;
}
