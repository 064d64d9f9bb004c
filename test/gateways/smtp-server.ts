import { createServer, type AddressInfo } from 'node:net';

export type PlayedMailServer = { url: string; letters: string[]; stop(): Promise<void> };

/** A mail server that takes everything, unless `say` answers a command line itself; the answer hangUp ends the line there. */
export async function startMailServer(say: (line: string) => string | undefined): Promise<PlayedMailServer> {
  const letters: string[] = [];
  const server = createServer((socket) => {
    let letter: string[] | undefined;
    let rest = '';
    socket.on('error', () => undefined);
    socket.write('220 ready\r\n');
    socket.on('data', (bytes) => {
      const lines = (rest + bytes.toString()).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (letter && line !== '.') letter.push(line);
        else {
          const answer = say(line) ?? usual(line);
          if (answer === 'hangUp') return void socket.destroy();
          if (answer.startsWith('354')) letter = [];
          else if (letter) letters.push(letter.splice(0).join('\r\n'));
          if (line === '.') letter = undefined;
          socket.write(`${answer}\r\n`);
        }
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    letters,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function usual(line: string): string {
  if (line.startsWith('EHLO')) return '250 played';
  if (line.startsWith('DATA')) return '354 go on';
  return line.startsWith('QUIT') ? '221 bye' : '250 ok';
}
