import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/**
 * How another system behaves when it does not behave: `lost` does the work and
 * drops the line before answering, `silent` never answers, `garbage` answers
 * something else, `half` stops in the middle, `busy` is 503, `redirect` points elsewhere.
 */
export type Mischief = 'lost' | 'silent' | 'garbage' | 'half' | 'busy' | 'redirect';

export type Asked = { path: string; headers: IncomingMessage['headers']; body: string };

export type Answered = { status: number; body: object };

export type SimulatorServer = { url: string; stop(): Promise<void> };

/** A small server that plays the other side for a real client. `mischief` is asked once per request, before anything else. */
export async function startSimulatorServer(options: {
  port: number;
  answer: (asked: Asked) => Promise<Answered> | Answered;
  mischief: (path: string) => Mischief | undefined;
}): Promise<SimulatorServer> {
  const server = createServer((request, response) => {
    serve(options, request, response).catch((fault: unknown) => response.destroy(fault as Error));
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(options.port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(
  { answer, mischief }: { answer: (asked: Asked) => Promise<Answered> | Answered; mischief: (path: string) => Mischief | undefined },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://simulator').pathname;
  const body = await text(request);
  const trick = mischief(path);
  if (trick === 'silent') return;
  if (trick === 'busy') return void response.writeHead(503).end();
  if (trick === 'garbage') return void response.end('<html>Gateway</html>');
  if (trick === 'redirect') return void response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end();
  const answered = await answer({ path, headers: request.headers, body });
  if (trick === 'lost') return void request.socket.destroy();
  const words = JSON.stringify(answered.body);
  response.writeHead(answered.status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(words) });
  if (trick !== 'half') return void response.end(words);
  response.write(words.slice(0, 5), () => request.socket.destroy());
}
