import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';

/**
 * `unscanned`: this office runs no scanner, and the file says so wherever it is shown.
 * `held`: there is one, but it gave no verdict; the file waits and is not handed out (fail closed).
 */
export type ScanVerdict = { verdict: 'clean' | 'unscanned' } | { verdict: 'infected'; finding: string } | { verdict: 'held'; why: string };

export type VirusScanner = { scan(source: AsyncIterable<Uint8Array>): Promise<ScanVerdict> };

/**
 * The scanner at `address` (`host:port`, `tcp://host:port`, or the path of a
 * socket), asked over clamd's INSTREAM. Its `StreamMaxLength` must be above our
 * upload limit: a longer file is held for ever. `timeoutMs` is of silence.
 */
export function openVirusScanner(address: string | undefined, timeoutMs: number): VirusScanner {
  if (address === undefined) return { scan: async () => ({ verdict: 'unscanned' }) };
  const where = whereIs(address);
  return { scan: (source) => scan(connect(where), timeoutMs, source) };
}

async function scan(socket: Socket, timeoutMs: number, source: AsyncIterable<Uint8Array>): Promise<ScanVerdict> {
  socket.setTimeout(timeoutMs, () => socket.destroy(new Error('no answer in time')));
  const heard = text(socket).catch((fault: unknown) => String(fault));
  try {
    let listens = await say(socket, Buffer.from('zINSTREAM\0'));
    for await (const chunk of source) {
      if (listens && chunk.length > 0) listens = await say(socket, Buffer.concat([lengthOf(chunk), chunk]));
      if (!listens) break;
    }
    await say(socket, Buffer.alloc(4));
    return readVerdict(await heard);
  } finally {
    socket.destroy();
  }
}

/** False once the scanner has hung up; why it did is then in what was heard. */
function say(socket: Socket, bytes: Uint8Array): Promise<boolean> {
  return new Promise((resolve) => socket.write(bytes, (fault) => resolve(!fault)));
}

function lengthOf(chunk: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(chunk.length);
  return length;
}

function readVerdict(answer: string): ScanVerdict {
  const line = answer.replace(/\0/g, '').trim();
  const finding = /^stream: (.+) FOUND$/.exec(line)?.[1];
  if (finding !== undefined) return { verdict: 'infected', finding };
  return line === 'stream: OK' ? { verdict: 'clean' } : { verdict: 'held', why: line === '' ? 'no answer' : line };
}

function whereIs(address: string): { path: string } | { host: string; port: number } {
  const bare = address.replace(/^(tcp|unix):\/\//, '');
  if (bare.startsWith('/')) return { path: bare };
  const url = new URL(`tcp://${bare}`);
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port || 3310) };
}
