import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { openVirusScanner } from '../../server/files/virus-scan';
import { pieces, useFolder } from './folder';

const folder = useFolder();
const servers: Server[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve)))));

/** Speaks as clamd does: reads the frames of INSTREAM up to the empty one, then answers and hangs up. */
async function startScanner(
  answer: (content: string, socket: Socket) => string | undefined,
  limit = Infinity,
  path?: string,
): Promise<string> {
  const server = createServer((socket) => {
    let heard = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      heard = Buffer.concat([heard, bytes]);
      if (heard.length > limit) return void socket.end('INSTREAM size limit exceeded. ERROR\0');
      const content = contentOf(heard);
      if (content === undefined) return;
      const reply = answer(content, socket);
      if (reply !== undefined) socket.end(reply);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => (path === undefined ? server.listen(0, '127.0.0.1', resolve) : server.listen(path, resolve)));
  return path ?? `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function contentOf(heard: Buffer): string | undefined {
  const command = 'zINSTREAM\0';
  if (heard.subarray(0, command.length).toString() !== command) return undefined;
  const parts = [];
  for (let at = command.length; at + 4 <= heard.length;) {
    const length = heard.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts).toString();
    parts.push(heard.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

const clamd = (content: string) => (content.includes('EICAR') ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');

test('a clean file is clean and an infected one is named, over a port or a socket file', async () => {
  const port = openVirusScanner(await startScanner(clamd), 2000);
  expect(await port.scan(pieces('giấy', '', ' tờ'))).toEqual({ verdict: 'clean' });
  expect(await port.scan(pieces('EIC', 'AR'))).toEqual({ verdict: 'infected', finding: 'Eicar-Test-Signature' });
  const socket = openVirusScanner(await startScanner(clamd, Infinity, join(folder.path, 'clamd.sock')), 2000);
  expect(await socket.scan(pieces('EICAR'))).toMatchObject({ verdict: 'infected' });
});

test('without a scanner a file is marked unscanned, never clean', async () => {
  expect(await openVirusScanner(undefined, 2000).scan(pieces('EICAR'))).toEqual({ verdict: 'unscanned' });
});

test('a scanner that is down holds the file', async () => {
  const address = await startScanner(clamd);
  await new Promise((resolve) => servers.pop()!.close(resolve));
  expect(await openVirusScanner(address, 2000).scan(pieces('x'))).toMatchObject({
    verdict: 'held',
    why: expect.stringContaining('ECONNREFUSED') as string,
  });
});

test('a scanner that finds the file too long, hangs up, says nonsense or says nothing holds it', async () => {
  const long = openVirusScanner(await startScanner(clamd, 100_000), 2000);
  expect(await long.scan(pieces(...Array.from({ length: 100 }, () => Buffer.alloc(65_536))))).toMatchObject({ verdict: 'held' });
  const rude = openVirusScanner(await startScanner((_, socket) => void socket.destroy()), 2000);
  expect(await rude.scan(pieces('x'))).toMatchObject({ verdict: 'held' });
  const confused = openVirusScanner(await startScanner(() => 'stream: OK but not really\0'), 2000);
  expect(await confused.scan(pieces('x'))).toEqual({ verdict: 'held', why: 'stream: OK but not really' });
  const silent = openVirusScanner(await startScanner((_, socket) => void setTimeout(() => socket.destroy(), 1000)), 100);
  expect(await silent.scan(pieces('x'))).toMatchObject({ verdict: 'held', why: expect.stringContaining('no answer in time') as string });
});

test('a file that cannot be read is a fault of ours, not a verdict', async () => {
  const scanner = openVirusScanner(await startScanner(clamd), 2000);
  async function* unreadable() {
    yield Buffer.from('x');
    throw new Error('disk fault');
  }
  await expect(scanner.scan(unreadable())).rejects.toThrow('disk fault');
});
