import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type Config } from './config';
import { StartRefusal } from './domain/start-refusal';
import { answerBrokenRequest } from './http/broken-request';

/** How long a request that is under way may take to finish when the server stops. */
const GRACE_MS = 10_000;

/**
 * How long an idle connection is kept. Longer than browsers and proxies keep theirs
 * (a minute as a rule): whoever closes first must be the one who asks, or a request
 * is sent into a connection that is being closed, and is lost without an answer.
 */
const IDLE_MS = 75_000;

/** Opens the port and closes it again: a port that cannot be had is told before anything is touched. */
export async function probePort(config: Config): Promise<void> {
  const server = await listen(() => undefined, config);
  await new Promise((resolve) => server.close(resolve));
}

/** Listens on IPv6 and IPv4 together, on IPv4 alone where the machine has no IPv6. */
export async function listen(app: RequestListener, { port, bindAddress }: Config): Promise<Server> {
  const server = makeServer(app);
  await attempt(server, port, bindAddress ?? '::').catch(async (fault: NodeJS.ErrnoException) => {
    if (bindAddress || !['EAFNOSUPPORT', 'EADDRNOTAVAIL'].includes(fault.code!)) throw refusalOf(fault, port, bindAddress);
    await attempt(server, port, '0.0.0.0').catch((second: NodeJS.ErrnoException) => {
      throw refusalOf(second, port, bindAddress);
    });
  });
  return server;
}

/** A server that listens nowhere yet. A client that sends its headers drop by drop must not hold a connection for long. */
export function makeServer(app: RequestListener): Server {
  const limits = { headersTimeout: 10_000, connectionsCheckingInterval: 1000, keepAliveTimeout: IDLE_MS };
  return createServer(limits, app).on('clientError', answerBrokenRequest);
}

/** Lets requests under way finish, then closes every connection. */
export async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const grace = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await closed;
  clearTimeout(grace);
}

/** Where a person at this machine opens the system. */
export function localAddress(server: Server): string {
  const { address, port } = server.address() as AddressInfo;
  if (address === '::' || address === '0.0.0.0') return `http://localhost:${port}`;
  return address.includes(':') ? `http://[${address}]:${port}` : `http://${address}:${port}`;
}

function attempt(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function refusalOf(fault: NodeJS.ErrnoException, port: number, bindAddress: string | undefined): Error {
  if (fault.code === 'EADDRINUSE') return new StartRefusal('port-busy', { port });
  if (fault.code === 'EACCES') return new StartRefusal('port-forbidden', { port });
  if (bindAddress && ['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL'].includes(fault.code!))
    return new StartRefusal('address-unknown', { address: bindAddress });
  return fault;
}
