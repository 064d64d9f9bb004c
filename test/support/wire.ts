import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/**
 * The line between people and the server: one address for good, whichever process
 * serves behind it, and a line that can go dead. On a dead line requests still
 * arrive and their acts are done, but no answer comes back.
 */
export type Wire = {
  url: string;
  /** Where the server listens from now on. */
  leadTo: (port: number) => void;
  /** From here on no answer passes. */
  deaden: () => void;
  /** Breaks every connection; the line is sound again. */
  cut: () => void;
  close: () => Promise<void>;
};

export async function openWire(): Promise<Wire> {
  const pairs = new Set<[Socket, Socket]>();
  let target = 0;
  let isDead = false;
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    const pair: [Socket, Socket] = [near, far];
    pairs.add(pair);
    const end = (): void => {
      pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    for (const socket of pair) socket.on('error', end).on('close', end).setNoDelay(true);
    near.on('data', (chunk) => far.write(chunk));
    far.on('data', (chunk) => {
      if (!isDead) near.write(chunk);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = (): void => {
    for (const [near, far] of [...pairs]) {
      near.destroy();
      far.destroy();
    }
    isDead = false;
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    leadTo: (port) => (target = port),
    deaden: () => (isDead = true),
    cut,
    close() {
      cut();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
